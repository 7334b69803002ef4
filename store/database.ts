import Dexie, { type Table } from 'dexie';
import type { CountWithout } from '../rules/history/count.ts';
import type { Policy } from '../rules/policy/policy.ts';
import type { Strip } from '../rules/strips/strips.ts';
import { PlainError } from './plain-error.ts';
import type { Settings, Site } from './requests.ts';
import type { ProfileOfSite } from './site-profiles.ts';

/** One pupil's marks of one academic year, of one MIS site. */
export interface StripRow {
  readonly origin: string;
  readonly pupil: string;
  readonly year: number;
  readonly bytes: Strip;
}

/**
 * A count already made, right for exactly one basis (see `counts.ts`). The transaction that changes a pupil's strip
 * deletes the pupil's row, so a row never outlives the marks it was counted from.
 */
export interface SummaryRow extends CountWithout {
  readonly origin: string;
  readonly pupil: string;
  readonly basis: string;
}

/** A finding somebody kept as it is, and why. Only ever added to. */
export interface KeptRow {
  readonly id?: number;
  readonly origin: string;
  readonly at: number;
  readonly finding: string;
  readonly reason: string;
}

/** What one import brought in. */
export interface ImportRow {
  readonly id?: number;
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Name of the file; null when it is not known. */
  readonly file: string | null;
  readonly pupils: number;
  readonly marks: number;
}

/** The one database, opened in the background only. Nobody but the repositories of this folder touches its tables. */
export type Database = Dexie & {
  readonly policies: Table<Policy, string>;
  readonly settings: Table<Settings & { readonly id: 'settings' }, 'settings'>;
  readonly sites: Table<Site, string>;
  readonly strips: Table<StripRow, [origin: string, pupil: string, year: number]>;
  readonly summaries: Table<SummaryRow, [origin: string, pupil: string]>;
  readonly kept: Table<KeptRow, number>;
  readonly imports: Table<ImportRow, number>;
  readonly siteProfiles: Table<ProfileOfSite, [origin: string, id: string]>;
  readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>;
};

export const DATABASE_NAME = 'registerwise';

/** Version of the schema below. The browser is told ten times this number, and Dexie may add to its last digit. */
const VERSION = 2;

const NEWER =
  'The marks on this device were saved by a newer version of Registerwise. Update Registerwise to use them.';

/** Opens the database, making it when there is none. Throws {@link PlainError} when a newer version made it. */
export async function openDatabase(): Promise<Database> {
  await refuseNewer();
  const database = new Dexie(DATABASE_NAME) as Database;
  database.version(1).stores({
    policies: 'id',
    settings: 'id',
    sites: 'origin',
    strips: '[origin+pupil+year]',
    summaries: '[origin+pupil]',
    kept: '++id, origin',
    imports: '++id, origin',
    meta: 'key',
  });
  database.version(VERSION).stores({ siteProfiles: '[origin+id], origin' });
  await database.open();
  return database;
}

/**
 * Looked at before Dexie opens anything: Dexie 4 opens a newer database as if it were its own and adds tables to it, and to
 * read marks under rules we do not know would be a guess.
 */
async function refuseNewer(): Promise<void> {
  const kept = (await indexedDB.databases()).find(({ name }) => name === DATABASE_NAME);
  if (Math.floor((kept?.version ?? 0) / 10) > VERSION) throw new PlainError(NEWER);
}

/** Erases the database with all that is in it, of whatever version it is. */
export async function eraseDatabase(): Promise<void> {
  await Dexie.delete(DATABASE_NAME);
}
