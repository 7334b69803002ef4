import { schoolTime } from '../../rules/calendar/clock.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { locked } from '../lock.ts';
import { logRewrites, logWrite, openLog } from '../log.ts';
import { keptOrigins, openShards, openSite, shardWrite } from '../pupils.ts';
import type { Database } from '../schema.ts';
import { SHARDS } from '../sealed/vault.ts';
import { lastUndo, undone, undoWrites } from '../undo.ts';
import { type Write, writeAll } from '../writes.ts';
import { asOfDay, type ClockDoubt, clockDoubt, type Evidence } from './clock-doubt.ts';
import { evidenceOf } from './evidence.ts';
import { type Keeping, keptFrom } from './kept-from.ts';
import { isOlder, undoWithoutOlder, withoutOlder } from './older.ts';

/** What tidying goes by. */
export interface TidyQuestion extends Keeping {
  /** Now, in milliseconds since 1970 by this computer's clock, and the date on the school's. */
  readonly at: number;
  readonly today: IsoDate;
  /** Somebody has looked at the date on this computer and said that it is right. */
  readonly dateIsRight?: boolean;
}

/** What goes, or would go. */
export interface Gone {
  /** Pupils of whom at least one mark goes. */
  readonly pupils: number;
  readonly sessions: number;
}

/** The last time that what is kept was tidied. */
export interface LastTidied extends Gone {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Nothing older than this day was kept then. */
  readonly keptFrom: IsoDate;
}

/** What tidying would do now. */
export interface TidyPlan extends Evidence {
  /** The date by the school's clock. */
  readonly today: IsoDate;
  /** Why nothing is tidied by itself; null where nothing speaks against the clock. */
  readonly doubt: ClockDoubt | null;
  /** Marks made before this day go. */
  readonly keptFrom: IsoDate;
  readonly gone: Gone;
  readonly last: LastTidied | null;
}

/** Rows of pupils tidied in one transaction, before others have their turn. */
const BATCH = 32;
const KEY = 'last-tidied';

/** What tidying would do, without doing it. What cannot be read is neither counted nor touched. */
export async function planTidy(database: Database, question: TidyQuestion): Promise<TidyPlan> {
  const day = await dayOf(database, question);
  const gone = { pupils: 0, sessions: 0 };
  for (const origin of await keptOrigins(database))
    for (const shard of (await openSite(database, origin)).values())
      if (shard !== 'unreadable')
        for (const pupil of shard.values()) add(gone, withoutOlder(pupil, day.keptFrom).sessions);
  return { ...day, gone, last: await lastTidied(database) };
}

/**
 * Erases what has been kept long enough: marks, what was noted of them, imports and what undoes them. A batch of rows in one
 * transaction, with the note of it, so that it can be stopped at any moment. Where the clock is in doubt, and nobody has
 * said that it is right, nothing is erased. Answers with what is to be done after.
 */
export async function tidy(database: Database, question: TidyQuestion): Promise<TidyPlan> {
  const day = await dayOf(database, question);
  if (day.doubt !== null) return planTidy(database, question);
  const gone = { pupils: 0, sessions: 0 };
  for (const origin of await originsWithAny(database)) {
    for (let from = 0; from < SHARDS; from += BATCH) {
      const batch = await locked(() => tidyRows(database, origin, from, day.keptFrom, question.at));
      gone.pupils += batch.pupils;
      gone.sessions += batch.sessions;
    }
    await locked(() => tidyImports(database, origin, day.keptFrom));
  }
  const last: LastTidied = { at: question.at, keptFrom: day.keptFrom, ...gone };
  await database.meta.put({ key: KEY, value: last });
  return planTidy(database, question);
}

async function dayOf(database: Database, question: TidyQuestion) {
  const { today } = question;
  const evidence = await evidenceOf(database);
  const doubt = question.dateIsRight ? null : clockDoubt(today, evidence);
  const asOf = question.dateIsRight ? today : asOfDay(today, evidence);
  return { today, ...evidence, doubt, keptFrom: keptFrom(asOf, question) };
}

async function tidyRows(
  database: Database,
  origin: string,
  from: number,
  first: IsoDate,
  at: number,
): Promise<Gone> {
  const shards = Array.from({ length: BATCH }, (_, i) => from + i);
  const opened = await openShards(database, origin, shards);
  const log = await openLog(database, origin, { from, to: from + BATCH - 1 });
  const gone = { pupils: 0, sessions: 0 };
  const writes: (Promise<Write> | Write)[] = [];
  for (const [shard, pupils] of opened) {
    if (pupils === 'unreadable') continue;
    const before = gone.sessions;
    for (const [id, kept] of pupils) {
      const { pupil, sessions } = withoutOlder(kept, first);
      add(gone, sessions);
      if (pupil) pupils.set(id, pupil);
      else pupils.delete(id);
    }
    if (gone.sessions === before) continue;
    writes.push(shardWrite(database, origin, shard, pupils), {
      table: 'counts',
      key: [origin, shard],
      bytes: null,
    });
  }
  const noted = await logRewrites(database, log, (entry) => !isOlder(entry, first));
  const entries =
    gone.sessions === 0 ? [] : [{ kind: 'tidied', pupil: null, keptFrom: first, ...gone } as const];
  const note = await logWrite(database, origin, { shard: 0, at, entries });
  await writeAll(database, [...(await Promise.all(writes)), ...noted, ...(note ? [note] : [])]);
  return gone;
}

/** Imports done before the day, and of what undoes the last one the sessions before it. */
async function tidyImports(database: Database, origin: string, from: IsoDate): Promise<void> {
  const rows = await database.imports.where('origin').equals(origin).toArray();
  const old = rows.filter(({ at }) => schoolTime(at).date < from).map(({ id }) => id);
  const undo = await lastUndo(database, origin);
  const years = undo?.years.map((year) => undoWithoutOlder(year, from)) ?? [];
  const writes: Write[] = [];
  if (undo && old.includes(undo.id)) writes.push(undone(origin, undo.id));
  else if (undo && years.some((year, i) => !year || year.before?.length !== undo.years[i]?.before?.length))
    writes.push(
      ...(await undoWrites(database, origin, {
        id: undo.id,
        years: years.filter((year) => year !== null),
      })),
    );
  if (writes.length === 0 && old.length === 0) return;
  await writeAll(database, writes, { tables: ['imports'], run: () => database.imports.bulkDelete(old) });
}

/** Sites of which marks, or only notes or imports, are kept. */
async function originsWithAny(database: Database): Promise<readonly string[]> {
  const [noted, imported] = await Promise.all([
    database.log.toCollection().primaryKeys(),
    database.imports.orderBy('origin').uniqueKeys(),
  ]);
  return [
    ...new Set([
      ...(await keptOrigins(database)),
      ...noted.map(([origin]) => origin),
      ...imported.map(String),
    ]),
  ];
}

async function lastTidied(database: Database): Promise<LastTidied | null> {
  // Nothing but this file writes the key.
  return ((await database.meta.get(KEY))?.value as LastTidied | undefined) ?? null;
}

function add(gone: { pupils: number; sessions: number }, sessions: number): void {
  if (sessions === 0) return;
  gone.pupils++;
  gone.sessions += sessions;
}
