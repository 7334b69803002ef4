import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { FIRST_WAIT, type Later, LONGEST_WAIT } from './telling.ts';

/** A saved mark, as it is passed on to be kept. */
export interface ToldMark {
  readonly pupil: string;
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
}

/** Passes on marks, each once until it changes, and again until it is kept. */
export interface UntilKept {
  /** Of `marks`, those that are new or have changed. */
  tell(marks: readonly ToldMark[]): void;
  /** How all that was passed on stands: on its way, kept, or to be tried again. */
  readonly stand: 'on-its-way' | 'kept' | 'failed';
}

/**
 * Nothing passed on yet. What `send` rejects is sent again (`later`), less and less often, until it is kept or the page holds
 * another mark. `onStand` is called each time the standing may have changed.
 */
export function untilKept(
  send: (marks: readonly [ToldMark, ...ToldMark[]]) => Promise<void>,
  later: Later,
  onStand: () => void = () => {},
): UntilKept {
  const told = new Map<string, string>();
  let open = 0;
  let waiting = 0;

  const pass = (sight: readonly ToldMark[], wait: number): void => {
    const [first, ...others] = sight.filter((mark) => told.get(keyOf(mark)) === mark.code);
    if (!first) {
      onStand();
      return;
    }
    open++;
    const again = () => {
      waiting--;
      pass([first, ...others], Math.min(wait * 4, LONGEST_WAIT));
    };
    send([first, ...others])
      .catch(() => {
        waiting++;
        later(wait, again);
      })
      .finally(() => {
        open--;
        onStand();
      });
  };

  return {
    tell(marks) {
      const fresh = marks.filter((mark) => told.get(keyOf(mark)) !== mark.code);
      for (const mark of fresh) told.set(keyOf(mark), mark.code);
      if (fresh.length > 0) pass(fresh, FIRST_WAIT);
    },
    get stand() {
      if (waiting > 0) return 'failed';
      return open > 0 ? 'on-its-way' : 'kept';
    },
  };
}

const keyOf = ({ pupil, date, session }: ToldMark): string => `${date} ${session} ${pupil}`;
