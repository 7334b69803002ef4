import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import type { OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';
import type { Later } from './telling.ts';
import { untilKept } from './until-kept.ts';

/** Saved marks of one session. */
export interface Sight {
  readonly date: IsoDate;
  readonly session: Session;
  readonly marks: readonly { pupil: string; code: string }[];
}

/** Passes on the saved marks of registers. */
export interface SeenBook {
  see(sitting: Sitting, rows: readonly OverlayRow[], isCode: (text: string) => boolean): void;
}

/**
 * A book that tells `keep`, which rejects where nothing was kept, until each mark is kept. Marks of a register whose date or
 * session was only assumed are not passed on: a wrong session would be kept as a fact. Nor are labels that are no code.
 */
export function seenBook(keep: (sight: Sight) => Promise<void>, later: Later): SeenBook {
  const book = untilKept((marks) => {
    const [{ date, session }] = marks;
    return keep({ date, session, marks: marks.map(({ pupil, code }) => ({ pupil, code })) });
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
