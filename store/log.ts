import Dexie, { type Collection } from 'dexie';
import type { AmendmentRecord } from '../components/overlay/port.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import { locked } from './lock.ts';
import { PlainError } from './plain-error.ts';
import { UNREADABLE } from './pupils.ts';
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
  /** A finding somebody kept as it is, and why; from before pupils were noted with it. */
  | { readonly kind: 'kept'; readonly pupil: null; readonly finding: string; readonly reason: string };

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
  const all = rowsSince(database, origin, shard, Dexie.minKey);
  const opened = await openRows(database, [all]);
  if (opened.includes('unreadable')) throw new PlainError(UNREADABLE);
  return entriesOf(opened).filter((entry) => entry.pupil === pupil);
}

/** Rows of one row of pupils, noted at `since` (milliseconds since 1970) or later. */
export function rowsSince(database: Database, origin: string, shard: number, since: number): LogRows {
  return database.log.where(':id').between([origin, shard, since], [origin, shard, Dexie.maxKey]);
}

/** One row opened: who it is of, when, and what was noted. */
export interface OpenedLog {
  readonly origin: string;
  readonly entries: readonly DatedEntry[];
}
type LogRows = Pick<Collection<Uint8Array, [string, number, number, number]>, 'primaryKeys' | 'toArray'>;

/** Opens rows of the log, each list oldest first, in one transaction. */
export async function openRows(
  database: Database,
  lists: readonly LogRows[],
): Promise<readonly (OpenedLog | 'unreadable')[]> {
  const found = await database.transaction('r', database.log, () =>
    Promise.all(lists.map((rows) => Promise.all([rows.primaryKeys(), rows.toArray()]))),
  );
  const rows = found.flatMap(([keys, all]) => keys.map((key, i) => ({ key, row: all[i] })));
  return Promise.all(
    rows.map(async ({ key, row }) => {
      const opened = await database.vault.open({ table: 'log', key }, row);
      const [origin, , at] = key;
      return opened
        ? { origin, entries: (opened.value as LogEntry[]).map((entry) => ({ ...entry, at })) }
        : 'unreadable';
    }),
  );
}

/** The entries of those rows that opened. */
export function entriesOf(opened: readonly (OpenedLog | 'unreadable')[]): readonly DatedEntry[] {
  return opened.flatMap((row) => (row === 'unreadable' ? [] : row.entries));
}
