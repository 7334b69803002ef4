import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import type { OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';
import { type Later, tellUntilKept } from './telling.ts';

/** Saved marks of one session. */
export interface Sight {
  readonly date: IsoDate;
  readonly session: Session;
  readonly marks: readonly { pupil: string; code: string }[];
}

/** Passes on saved marks, each once until it changes, and again until they are kept. */
export interface SeenBook {
  see(sitting: Sitting, rows: readonly OverlayRow[], isCode: (text: string) => boolean): void;
}

/**
 * A book that tells `keep`, which rejects where nothing was kept. Marks of a register whose date or session was only assumed are not passed on: a wrong
 * session would be kept as a fact. Nor are labels that are no code. What could not be kept is told again (`later`), less and
 * less often, until it is kept or the page holds another mark.
 */
export function seenBook(keep: (sight: Sight) => Promise<void>, later: Later): SeenBook {
  const told = new Map<string, string>();

  const tell = ({ date, session, marks: all }: Sight) => {
    const marks = all.filter(({ pupil, code }) => told.get(`${date} ${session} ${pupil}`) === code);
    return marks.length === 0 ? null : keep({ date, session, marks });
  };

  return {
    see({ date, session, assumed }, rows, isCode) {
      if (assumed !== 'nothing') return;
      const marks: { pupil: string; code: string }[] = [];
      for (const { pupilKey, code, state } of rows) {
        const key = `${date} ${session} ${pupilKey}`;
        if (state !== 'saved' || code === null || !isCode(code) || told.get(key) === code) continue;
        told.set(key, code);
        marks.push({ pupil: pupilKey, code });
      }
      tellUntilKept(() => tell({ date, session, marks }), later);
    },
  };
}
