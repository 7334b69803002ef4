import type { OverlayPort, OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';

/** Passes on saved marks, each once until it changes, and again until they are kept. */
export interface SeenBook {
  see(sitting: Sitting, rows: readonly OverlayRow[], isCode: (text: string) => boolean): void;
}

type Sight = Parameters<OverlayPort['seen']>[0];

/** How long to wait before each new try, in milliseconds: a store that is full or being erased needs a person, and time. */
const WAITS = [1_000, 5_000, 30_000, 120_000] as const;

/**
 * A book that tells `port`. Marks of a register whose date or session was only assumed are not passed on: a wrong
 * session would be kept as a fact. Nor are labels that are no code. What could not be kept is told again after a while
 * (`later`), unless the page holds another mark by then; after the last try, when the page is next looked at.
 */
export function seenBook(
  port: Pick<OverlayPort, 'seen'>,
  later: (ms: number, again: () => void) => void,
): SeenBook {
  const told = new Map<string, string>();

  const tell = (sight: Sight, tries: number) => {
    if (sight.marks.length === 0) return;
    port.seen(sight).catch(() => {
      const wait = WAITS[tries];
      if (wait !== undefined) later(wait, () => tell(stillTold(sight), tries + 1));
      else for (const { pupil } of stillTold(sight).marks) told.delete(keyOf(sight, pupil));
    });
  };
  const stillTold = (sight: Sight): Sight => ({
    ...sight,
    marks: sight.marks.filter(({ pupil, code }) => told.get(keyOf(sight, pupil)) === code),
  });

  return {
    see({ date, session, assumed }, rows, isCode) {
      if (assumed !== 'nothing') return;
      const marks: { pupil: string; code: string }[] = [];
      for (const { pupilKey, code, state } of rows) {
        const key = keyOf({ date, session }, pupilKey);
        if (state !== 'saved' || code === null || !isCode(code) || told.get(key) === code) continue;
        told.set(key, code);
        marks.push({ pupil: pupilKey, code });
      }
      tell({ date, session, marks }, 0);
    },
  };
}

function keyOf({ date, session }: Pick<Sight, 'date' | 'session'>, pupil: string): string {
  return `${date} ${session} ${pupil}`;
}
