import type { AmendmentRecord } from '../components/overlay/port.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import { addToLog, openRows } from './log.ts';
import type { NotedAmendment } from './noted-amendment.ts';
import type { Database } from './schema.ts';

/** Notes, at `at` (milliseconds since 1970), a change to one pupil's mark of an earlier session. */
export async function noteAmendment(
  database: Database,
  origin: string,
  amendment: AmendmentRecord & { readonly pupil: string; readonly date: IsoDate; readonly session: Session },
  at: number,
): Promise<void> {
  await addToLog(database, origin, [{ ...amendment, kind: 'amendment' }], at);
}

/** Every change noted, of every site, oldest first. `unreadable`: part of what is noted does not open and is not among them. */
export async function allAmendments(
  database: Database,
): Promise<{ readonly amendments: readonly NotedAmendment[]; readonly unreadable: boolean }> {
  const opened = await openRows(database, [database.log.toCollection()]);
  const amendments = opened.flatMap((row) =>
    row === 'unreadable'
      ? []
      : row.entries.flatMap((entry): NotedAmendment[] => {
          if (entry.kind !== 'amendment') return [];
          const { kind: _, ...noted } = entry;
          return [{ ...noted, origin: row.key[0] }];
        }),
  );
  return { amendments: amendments.sort((a, b) => a.at - b.at), unreadable: opened.includes('unreadable') };
}
