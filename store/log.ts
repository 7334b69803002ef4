import Dexie from 'dexie';
import type { Minute } from '../rules/calendar/clock.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import { PlainError } from './plain-error.ts';
import { UNREADABLE } from './pupils.ts';
import type { Database } from './schema.ts';
import { sealed, type Write } from './writes.ts';

type MarkOf = { readonly pupil: string; readonly date: IsoDate; readonly session: Session };

/** A page and an import say different things of one session, and which of them stands. */
export type Disagreed = MarkOf & {
  readonly kind: 'disagreed';
  readonly page: string;
  readonly imported: string;
  readonly stands: 'page' | 'import';
};

/** Something that happened to a pupil's marks, and is not taken back. */
export type LogEntry =
  /** A page was seen to hold another mark than it was seen to hold before. */
  | (MarkOf & { readonly kind: 'amended'; readonly from: string; readonly to: string })
  | Disagreed
  /** Somebody logged when a pupil came to a session, in minutes since midnight, in place of what was logged of it before. */
  | (MarkOf & { readonly kind: 'arrived'; readonly arrived: Minute; readonly reason: string })
  /** What was logged of a pupil's arrival was taken back. */
  | (MarkOf & { readonly kind: 'arrival-removed' })
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

/** What is noted of one pupil, oldest first. Throws {@link PlainError} when part of it cannot be read. */
export async function logOf(database: Database, origin: string, pupil: string): Promise<DatedEntry[]> {
  const shard = await database.vault.shardOf(origin, pupil);
  const all = database.log.where(':id').between([origin, shard, Dexie.minKey], [origin, shard, Dexie.maxKey]);
  const [keys, rows] = await database.transaction('r', database.log, () =>
    Promise.all([all.primaryKeys(), all.toArray()]),
  );
  const opened = await Promise.all(
    keys.map(async (key, i) => {
      const row = await database.vault.open({ table: 'log', key }, rows[i]);
      if (!row) throw new PlainError(UNREADABLE);
      const [, , at] = key;
      return (row.value as LogEntry[]).map((entry) => ({ ...entry, at }));
    }),
  );
  return opened.flat().filter((entry) => entry.pupil === pupil);
}
