import type { IsoDate } from '../rules/calendar/dates.ts';
import { type CountingDay, type CountingRules, countingDay, type DaySummary } from './day.ts';
import { locked } from './lock.ts';
import { ofOrigin, openShards, openSite, rowsOf } from './pupils.ts';
import type { Database } from './schema.ts';
import { sealed, type Write, writeAll } from './writes.ts';

/** The summaries of one row of pupils, by pupil; `unreadable` where the marks they are made from do not open. */
export type ShardSummaries = ReadonlyMap<string, DaySummary> | 'unreadable';

type WrittenSummary = [
  ...[id: string, G: number, N: number, O: number, U: number],
  ...[known: number, expected: number, AM: number, PM: number],
];

interface Written {
  readonly basis: string;
  readonly pupils: readonly WrittenSummary[];
}

/** Rows of pupils made anew before others have their turn. */
const BATCH = 32;

/** The summaries of the rows named, as at one day: those kept where they were made by the same rules, else made anew. */
export async function summariesOf(
  database: Database,
  origin: string,
  shards: Iterable<number>,
  day: CountingDay,
): Promise<ReadonlyMap<number, ShardSummaries>> {
  const wanted = [...new Set(shards)];
  const found = new Map<number, ShardSummaries>();
  for (const [shard, { basis, pupils }] of await openWritten(database, origin, wanted))
    if (basis === day.basis) found.set(shard, new Map(pupils.map(readSummary)));
  const stale = wanted.filter((shard) => !found.has(shard));
  if (stale.length === 0) return found;
  return new Map([...found, ...(await locked(() => recount(database, origin, stale, day)))]);
}

/** Every pupil of a site of whom a mark of the window is kept, as at one day; `unreadable` where some may be missing. */
export async function listSummaries(
  database: Database,
  origin: string,
  day: CountingDay,
): Promise<{ readonly pupils: ReadonlyMap<string, DaySummary>; readonly unreadable: boolean }> {
  const keys = await database.pupils.toCollection().primaryKeys();
  const shards = keys.filter(([of]) => of === origin).map(([, shard]) => shard);
  const rows = [...(await summariesOf(database, origin, shards, day)).values()];
  return {
    pupils: new Map(rows.flatMap((row) => (row === 'unreadable' ? [] : [...row]))),
    unreadable: rows.includes('unreadable'),
  };
}

/** The names kept of a site's pupils; empty unless the school keeps names. */
export async function namesOf(database: Database, origin: string): Promise<ReadonlyMap<string, string>> {
  const rows = [...(await openSite(database, origin)).values()];
  const pupils = rows.flatMap((row) => (row === 'unreadable' ? [] : [...row]));
  return new Map(pupils.flatMap(([pupil, { name }]) => (name === null ? [] : [[pupil, name]])));
}

/** Forgets the summaries of a whole site, in one request. Runs inside the caller's transaction. */
export function forgetSummaries(database: Database, origin: string): Promise<number> {
  return database.counts
    .where(':id')
    .between(...ofOrigin(origin))
    .delete();
}

/** How far counting everybody anew has come, in rows of pupils. */
export interface Recounting {
  readonly done: number;
  readonly of: number;
}

/**
 * Makes the summaries of every pupil of a site, or of every site, anew where they were made by other rules or for another day;
 * `rules.today` is the day on the school's clock. A batch at a time, so that registers are answered in between. Stops
 * early with `signal`: what was made stays, and the rest is made when it is asked for.
 */
export async function recomputeSummaries(
  database: Database,
  origin: string | null,
  { today, ...rules }: CountingRules & { readonly today: IsoDate },
  onProgress: (progress: Recounting) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  const day = await countingDay(today, rules);
  if (!day) return;
  const keys = await database.pupils.toCollection().primaryKeys();
  const rows = keys.filter(([of]) => origin === null || of === origin);
  for (let done = 0; done < rows.length; ) {
    if (signal?.aborted) return;
    const of = rows[done]?.[0] ?? '';
    const batch = rows.slice(done, done + BATCH).filter(([each]) => each === of);
    await summariesOf(
      database,
      of,
      batch.map(([, shard]) => shard),
      day,
    );
    done += batch.length;
    onProgress({ done, of: rows.length });
  }
}

/**
 * Counts from the strips and keeps the summaries. Runs under the lock, so that no mark can be added in between. Summaries of an
 * earlier day than those kept (a register of yesterday, looked at again) are not kept.
 */
async function recount(
  database: Database,
  origin: string,
  shards: readonly number[],
  day: CountingDay,
): Promise<Map<number, ShardSummaries>> {
  const kept = await openWritten(database, origin, shards);
  const opened = await openShards(database, origin, shards);
  const made = new Map<number, ShardSummaries>();
  const writes: Promise<Write>[] = [];
  for (const [shard, pupils] of opened) {
    if (pupils === 'unreadable') {
      made.set(shard, 'unreadable');
      continue;
    }
    const summaries = [...pupils].flatMap(([pupil, marks]): [string, DaySummary][] => {
      const summary = day.summaryOf(marks);
      return summary ? [[pupil, summary]] : [];
    });
    made.set(shard, new Map(summaries));
    const { basis } = kept.get(shard) ?? { basis: '' };
    if (pupils.size === 0 || basis.slice(0, day.date.length) > day.date) continue;
    const written: Written = { basis: day.basis, pupils: summaries.map(writeSummary) };
    writes.push(sealed(database, 'counts', [origin, shard], written));
  }
  await writeAll(database, await Promise.all(writes));
  return made;
}

/** Summaries as kept. One that does not open is as if it were not there: it is only ever made from marks. */
async function openWritten(
  database: Database,
  origin: string,
  shards: readonly number[],
): Promise<Map<number, Written>> {
  const rows = await rowsOf(database, 'counts', origin, shards);
  const opened = shards.map(async (shard) => {
    const row = await database.vault.open({ table: 'counts', key: [origin, shard] }, rows.get(shard));
    return row ? [[shard, row.value as Written] as const] : [];
  });
  return new Map((await Promise.all(opened)).flat());
}

function writeSummary([pupil, { byCode, known, expected, marks }]: [string, DaySummary]): WrittenSummary {
  const { G, N, O, U } = byCode;
  return [pupil, G, N, O, U, known, expected, marks.AM, marks.PM];
}

function readSummary([pupil, G, N, O, U, known, expected, AM, PM]: WrittenSummary): [string, DaySummary] {
  return [pupil, { byCode: { G, N, O, U }, known, expected, marks: { AM, PM } }];
}
