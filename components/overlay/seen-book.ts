import type { OverlayPort, OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';

/** Passes on saved marks, each once until it changes. */
export interface SeenBook {
  see(sitting: Sitting, rows: readonly OverlayRow[], isCode: (text: string) => boolean): void;
}

/**
 * A book that tells `port`. Marks of a register whose date or session was only assumed are not passed on: a wrong
 * session would be kept as a fact. Nor are labels that are no code.
 */
export function seenBook(port: Pick<OverlayPort, 'seen'>): SeenBook {
  const told = new Map<string, string>();
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
      if (marks.length === 0) return;
      port.seen({ date, session, marks }).catch(() => {
        for (const { pupil } of marks) told.delete(`${date} ${session} ${pupil}`);
      });
    },
  };
}
