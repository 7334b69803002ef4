import Dexie, { type Collection } from 'dexie';
import type { AmendmentRecord } from '../components/overlay/port.ts';
import type { Minute } from '../rules/calendar/clock.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import { locked } from './lock.ts';
import { PlainError } from './plain-error.ts';
import { ofOrigin, UNREADABLE } from './pupils.ts';
import type { Database } from './schema.ts';
import { sealed, type Write, writeAll } from './writes.ts';

type MarkOf = { readonly pupil: string; readonly date: IsoDate; readonly session: Session };

/** A page and an import say different things of one session, and which of them stands. */
export type Disagreed = MarkOf & {
  readonly kind: 'disagreed';
  readonly page: string;
  readonly imported: string;
  readonly stands: 'page' | 'import';
};

/** A check's word on one mark. */
type FindingOf = MarkOf & { readonly code: string; readonly rule: string };

/** The five details of a change that somebody made to an earlier session's mark. */
export type Amended = MarkOf & AmendmentRecord & { readonly kind: 'amendment' };

/** Something that happened to a pupil's marks, and is not taken back. */
export type LogEntry =
  /** A page was seen to hold another mark than it was seen to hold before. */
  | (MarkOf & { readonly kind: 'amended'; readonly from: string; readonly to: string })
  | Disagreed
  /** A finding about one mark that somebody keeps as it is; the reason only where the school's policy asks for one. */
  | (FindingOf & { readonly kind: 'finding-kept'; readonly reason: string | null })
  /** The same finding, no longer kept. */
  | (FindingOf & { readonly kind: 'finding-returned' })
  | Amended
  /** Somebody logged when a pupil came to a session, in minutes since midnight, in place of what was logged of it before. */
  | (MarkOf & { readonly kind: 'arrived'; readonly arrived: Minute; readonly reason: string })
  /** What was logged of a pupil's arrival was taken back. */
  | (MarkOf & { readonly kind: 'arrival-removed' })
  /** A finding somebody kept as it is, and why; from before pupils were noted with it. */
  | { readonly kind: 'kept'; readonly pupil: null; readonly finding: string; readonly reason: string }
  /** Marks made before a day were erased, because they had been kept long enough; of how many pupils and sessions. */
  | {
      readonly kind: 'tidied';
      readonly pupil: null;
      readonly keptFrom: IsoDate;
      readonly pupils: number;
      readonly sessions: number;
    }
  /** Everything about one pupil was erased, when somebody asked for it: of whom is not noted. */
  | { readonly kind: 'pupil-erased'; readonly pupil: null }
  /** What is kept of the site was put in place from a backup made then, in milliseconds since 1970. */
  | { readonly kind: 'restored'; readonly pupil: null; readonly made: number };

/** An entry with its moment, in milliseconds since 1970 by this computer's clock. */
export type DatedEntry = LogEntry & { readonly at: number };

/** The row that adds entries of one row of pupils; null when there is nothing to add. */
export async function logWrite(
  database: Database,
  origin: string,
  {
    shard,
    at,
    entries,
  }: { readonly shard: number; readonly at: number; readonly entries: readonly LogEntry[] },
): Promise<Write | null> {
  if (entries.length === 0) return null;
  const [n = 0] = crypto.getRandomValues(new Uint32Array(1));
  return sealed(database, 'log', [origin, shard, at, n], entries);
}

/** Adds one entry about one pupil, at `at` (milliseconds since 1970). */
export async function addToLog(
  database: Database,
  origin: string,
  entries: readonly [LogEntry & MarkOf, ...(LogEntry & MarkOf)[]],
  at: number,
): Promise<void> {
  const shard = await database.vault.shardOf(origin, entries[0].pupil);
  await locked(async () => {
    const write = await logWrite(database, origin, { shard, at, entries });
    if (write) await writeAll(database, [write]);
  });
}

/** What is noted of one pupil, oldest first. Throws {@link PlainError} when part of it cannot be read. */
export async function logOf(database: Database, origin: string, pupil: string): Promise<DatedEntry[]> {
  const shard = await database.vault.shardOf(origin, pupil);
  const rows = await openLog(database, origin, { from: shard, to: shard });
  return rows.flatMap(({ entries }) => entries).filter((entry) => entry.pupil === pupil);
}

/** A row of the log, opened. */
export interface LogRow {
  readonly key: [origin: string, shard: number, at: number, n: number];
  readonly entries: readonly DatedEntry[];
}
type LogRows = Pick<Collection<Uint8Array, LogRow['key']>, 'primaryKeys' | 'toArray'>;

/** The log of some rows of pupils, both ends included, oldest first within each. Throws {@link PlainError} when one does not open. */
export async function openLog(
  database: Database,
  origin: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly LogRow[]> {
  const all = database.log.where(':id').between([origin, from, Dexie.minKey], [origin, to, Dexie.maxKey]);
  return readable(await openRows(database, [all]));
}

/** What is noted of a site since a moment, in milliseconds since 1970, oldest first. Only rows written since are opened. Throws {@link PlainError} when one does not open. */
export async function logSince(
  database: Database,
  origin: string,
  since: number,
): Promise<readonly DatedEntry[]> {
  const all = database.log.where(':id').between(...ofOrigin(origin));
  const [keys, rows] = await database.transaction('r', database.log, async () => {
    const found = (await all.primaryKeys()).filter(([, , at]) => at >= since);
    return [found, await database.log.bulkGet(found)] as const;
  });
  const noted = readable(await opened(database, keys, rows)).flatMap(({ entries }) => entries);
  return noted.sort((a, b) => a.at - b.at);
}

/** Rows of one row of pupils, noted at `since` (milliseconds since 1970) or later. */
export function rowsSince(database: Database, origin: string, shard: number, since: number): LogRows {
  return database.log.where(':id').between([origin, shard, since], [origin, shard, Dexie.maxKey]);
}

/** Opens rows of the log, each list oldest first, in one transaction. */
export async function openRows(
  database: Database,
  lists: readonly LogRows[],
): Promise<readonly (LogRow | 'unreadable')[]> {
  const found = await database.transaction('r', database.log, () =>
    Promise.all(lists.map((rows) => Promise.all([rows.primaryKeys(), rows.toArray()]))),
  );
  return (await Promise.all(found.map(([keys, rows]) => opened(database, keys, rows)))).flat();
}

function opened(
  { vault }: Database,
  keys: readonly LogRow['key'][],
  rows: readonly unknown[],
): Promise<readonly (LogRow | 'unreadable')[]> {
  return Promise.all(
    keys.map(async (key, i): Promise<LogRow | 'unreadable'> => {
      const row = await vault.open({ table: 'log', key }, rows[i]);
      if (!row) return 'unreadable';
      const [, , at] = key;
      return { key, entries: (row.value as LogEntry[]).map((entry) => ({ ...entry, at })) };
    }),
  );
}

/** The entries of those rows that opened. */
export function entriesOf(rows: readonly (LogRow | 'unreadable')[]): readonly DatedEntry[] {
  return rows.flatMap((row) => (row === 'unreadable' ? [] : row.entries));
}

function readable(rows: readonly (LogRow | 'unreadable')[]): readonly LogRow[] {
  return rows.map((row) => {
    if (row === 'unreadable') throw new PlainError(UNREADABLE);
    return row;
  });
}

/** Rows of the log with only the entries that `stays` keeps: those that change, put anew or, where nothing is left, erased. */
export async function logRewrites(
  database: Database,
  rows: readonly LogRow[],
  stays: (entry: DatedEntry) => boolean,
): Promise<readonly Write[]> {
  const writes = rows.map(async ({ key, entries }): Promise<readonly Write[]> => {
    const left = entries.filter(stays);
    if (left.length === entries.length) return [];
    if (left.length === 0) return [{ table: 'log', key, bytes: null }];
    return [
      await sealed(
        database,
        'log',
        key,
        left.map(({ at: _, ...entry }) => entry),
      ),
    ];
  });
  return (await Promise.all(writes)).flat();
}
