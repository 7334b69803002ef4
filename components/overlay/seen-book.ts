import type { OverlayPort, OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';

/** Passes on saved marks, each once until it changes, and again until they are kept. */
export interface SeenBook {
  see(sitting: Sitting, rows: readonly OverlayRow[], isCode: (text: string) => boolean): void;
}

/** Before the first new try, and at most between two, in milliseconds. A store that is full needs a person, and time. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 120_000;

/**
 * A book that tells `port`. Marks of a register whose date or session was only assumed are not passed on: a wrong
 * session would be kept as a fact. Nor are labels that are no code. What could not be kept is told again (`later`), less and
 * less often, until it is kept or the page holds another mark.
 */
export function seenBook(
  port: Pick<OverlayPort, 'seen'>,
  later: (ms: number, again: () => void) => void,
): SeenBook {
  const told = new Map<string, string>();

  const tell: (sight: Parameters<OverlayPort['seen']>[0], wait: number) => void = (sight, wait) => {
    const { date, session } = sight;
    const marks = sight.marks.filter(({ pupil, code }) => told.get(`${date} ${session} ${pupil}`) === code);
    if (marks.length === 0) return;
    port.seen({ date, session, marks }).catch(() => {
      later(wait, () => tell(sight, Math.min(wait * 4, LONGEST_WAIT)));
    });
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
      tell({ date, session, marks }, FIRST_WAIT);
    },
  };
}
