import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import { readCode } from '../rules/codes/codes.ts';
import { byteOf, codeOf, NO_MARK } from '../rules/strips/code-bytes.ts';
import { type Place, placeOf } from '../rules/strips/strips.ts';
import { locked } from './lock.ts';
import { type LogEntry, logWrite } from './log.ts';
import { PlainError } from './plain-error.ts';
import { openShards, shardsOf, shardWrite, UNREADABLE } from './pupils.ts';
import type { Database } from './schema.ts';
import type { KeptPupil } from './sealed/pupil-record.ts';
import { seenOver } from './standing.ts';
import { type Write, writeAll } from './writes.ts';

/** Saved marks of one session, as seen on a page. */
export interface Sight {
  readonly date: IsoDate;
  readonly session: Session;
  readonly marks: readonly { readonly pupil: string; readonly code: string }[];
}

/**
 * Keeps saved marks of one session, seen at `at` (milliseconds since 1970). A mark that is no code is left out: the page's own
 * health already names it. Throws {@link PlainError} for a Saturday or Sunday, and, once the rest has been kept, where what is
 * kept of a pupil cannot be read: nothing is laid over that.
 */
export async function addSeen(database: Database, origin: string, sight: Sight, at: number): Promise<void> {
  const place = placeOf(sight.date, sight.session);
  if (!place) throw new PlainError(`${sight.date} is a Saturday or Sunday, so its marks are not kept.`);
  const bytes = new Map<string, number>();
  for (const { pupil, code } of sight.marks) {
    const reading = readCode(code, sight.date);
    const byte = reading.kind === 'code' ? byteOf(reading.entry.code) : undefined;
    if (byte !== undefined) bytes.set(pupil, byte);
  }
  if (bytes.size === 0) return;
  await locked(async () => {
    const shards = await shardsOf(database, origin, bytes.keys());
    const opened = await openShards(database, origin, shards.values());
    const writes = [...opened].map(([shard, pupils]) => {
      if (pupils === 'unreadable') return [];
      const mine = [...bytes].filter(([pupil]) => shards.get(pupil) === shard);
      const { changed, entries } = see(pupils, mine, { ...sight, place, at });
      return [
        shardWrite(database, origin, shard, pupils),
        logWrite(database, origin, { shard, at, entries }),
        changed ? ({ table: 'counts', key: [origin, shard], bytes: null } satisfies Write) : null,
      ];
    });
    await writeAll(
      database,
      (await Promise.all(writes.flat())).filter((write) => write !== null),
    );
    if ([...opened.values()].includes('unreadable')) throw new PlainError(UNREADABLE);
  });
}

/** Lays the marks over the pupils of one row. */
function see(
  pupils: Map<string, KeptPupil>,
  marks: readonly (readonly [pupil: string, byte: number])[],
  { place: { year, index }, at, date, session }: Sight & { readonly place: Place; readonly at: number },
): { readonly changed: boolean; readonly entries: readonly LogEntry[] } {
  const entries: LogEntry[] = [];
  let changed = false;
  for (const [pupil, byte] of marks) {
    const kept = pupils.get(pupil) ?? { name: null, years: new Map() };
    const { year: next, before } = seenOver(kept.years.get(year), index, byte, at);
    pupils.set(pupil, { ...kept, years: new Map(kept.years).set(year, next) });
    if (before.byte === byte) continue;
    changed = true;
    if (before.byte === NO_MARK) continue;
    const [from, to] = [codeOf(before.byte) ?? '', codeOf(byte) ?? ''];
    const of = { pupil, date, session };
    entries.push(
      before.sight === null
        ? { ...of, kind: 'disagreed', page: to, imported: from, stands: 'page' }
        : { ...of, kind: 'amended', from, to },
    );
  }
  return { changed, entries };
}
