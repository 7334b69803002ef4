import type { OverlayPort, OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';
import { untilKept } from './until-kept.ts';

/** Passes on the saved marks of registers. */
export interface SeenBook {
  see(sitting: Sitting, rows: readonly OverlayRow[], isCode: (text: string) => boolean): void;
}

/**
 * A book that tells `port`, until each mark is kept. Marks of a register whose date or session was only assumed are not
 * passed on: a wrong session would be kept as a fact. Nor are labels that are no code.
 */
export function seenBook(
  port: Pick<OverlayPort, 'seen'>,
  later: (ms: number, again: () => void) => void,
): SeenBook {
  const book = untilKept((marks) => {
    const [{ date, session }] = marks;
    return port.seen({ date, session, marks: marks.map(({ pupil, code }) => ({ pupil, code })) });
  }, later);
  return {
    see({ date, session, assumed }, rows, isCode) {
      if (assumed !== 'nothing') return;
      book.tell(
        rows.flatMap(({ pupilKey: pupil, code, state }) =>
          state === 'saved' && code !== null && isCode(code) ? [{ pupil, date, session, code }] : [],
        ),
      );
    },
  };
}
