import { NO_ACTIONS } from '../register/bar.tsx';
import { BLANK } from '../register/bar-view.ts';
import { earlierMarks, many, TEXTS } from '../texts.ts';
import type { Bars } from './bars.tsx';
import { NO_REGISTER } from './page-state.ts';
import type { OverlayHistory, OverlayPort, PageState } from './port.ts';
import { untilKept } from './until-kept.ts';

/** What is said and kept of a page of earlier marks. */
export interface HistoryLayer {
  /** Passes the marks on and says in one line that they were read; says nothing in the page where none was. */
  show(history: OverlayHistory): PageState;
  hide(): void;
}

/** The most marks passed on at once: a message is bounded. */
const BATCH = 1_000;

/** A layer over no page yet. `onStand` is called when it may have more to say. */
export function historyLayer(
  port: Pick<OverlayPort, 'seenHistory'>,
  bars: Pick<Bars, 'show' | 'hide'>,
  later: (ms: number, again: () => void) => void,
  onStand: () => void,
): HistoryLayer {
  const owner = {};
  let shown: OverlayHistory | null = null;
  const book = untilKept((marks) => port.seenHistory(marks), later, onStand);
  const hide = () => bars.hide(owner);
  return {
    hide,
    show(history) {
      const {
        marks,
        health: { leftOut, paused },
      } = history;
      if (marks.length === 0) {
        hide();
        return paused === null ? NO_REGISTER : { ...NO_REGISTER, state: 'history', detail: paused };
      }
      // The page is laid anew with every scroll, with the same reading.
      for (let from = 0; history !== shown && from < marks.length; from += BATCH)
        book.tell(
          marks.slice(from, from + BATCH).map(({ pupilKey, ...mark }) => ({ ...mark, pupil: pupilKey })),
        );
      shown = history;
      const pupils = new Set(marks.map(({ pupilKey }) => pupilKey)).size;
      const line = earlierMarks(marks.length, pupils, book.stand);
      const asides = leftOut > 0 ? [`${many(leftOut, 'mark')} ${TEXTS.leftOut}`] : [];
      bars.show(owner, { ...BLANK, health: line, checking: true, asides }, NO_ACTIONS);
      return { state: 'history', detail: [line, ...asides].join(' '), findings: 0, setUp: null };
    },
  };
}
