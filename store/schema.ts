import type Dexie from 'dexie';
import type { Table } from 'dexie';
import type { OldTables } from './old-rows.ts';
import type { Settings, Site } from './records.ts';
import type { KeptKeys, SessionMemory } from './sealed/keys.ts';
import type { Bytes, Vault } from './sealed/vault.ts';
import type { ProfileOfSite } from './site-profiles.ts';

/** What one import brought in. */
export interface ImportRow {
  readonly id: number;
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Name of the file, sealed: it may hold somebody's name. Null for a paste. */
  readonly file: Bytes | null;
  readonly pupils: number;
  readonly marks: number;
}

/** Settings as kept. Whether what is kept lasts for a session only is known by its keys alone. */
export type SettingsRow = Partial<Omit<Settings, 'sessionOnly'>> & { readonly id: 'settings' };

/** One version of a school's own policy profile: added, and never changed. */
export interface PolicyVersion {
  /** Of the document. */
  readonly id: string;
  /** When it was kept, in milliseconds since 1970: later than every other of the profile, so that it names the version. */
  readonly at: number;
  /** The policy document. Read anew by whoever uses it: a later Registerwise may ask more of one. */
  readonly document: unknown;
}

/** Rows of which only these bytes can be read without the key. */
export interface SealedTables {
  /** The pupils of a site, with their marks, in 256 rows (`sealed/pupil-record.ts`). */
  readonly pupils: Table<Bytes, [origin: string, shard: number]>;
  /** Counts made from the row of the same key of `pupils`, which goes with every change of it (`summaries.ts`). */
  readonly counts: Table<Bytes, [origin: string, shard: number]>;
  /** What happened, only ever added to (`log.ts`). `at` is in milliseconds since 1970; `n` keeps two of one moment apart. */
  readonly log: Table<Bytes, [origin: string, shard: number, at: number, n: number]>;
  /** An import that is not committed: its head at part -1, then its parts (`imports.ts`). */
  readonly staging: Table<Bytes, [id: number, part: number]>;
  /** What the last import of a site took the place of (`undo.ts`). */
  readonly undo: Table<Bytes, [origin: string, id: number]>;
}

/** The one database, opened in the background only. Nobody but the repositories of this folder touches its tables. */
export type Database = Dexie &
  SealedTables &
  OldTables & {
    readonly policyVersions: Table<PolicyVersion, [id: string, at: number]>;
    readonly settings: Table<SettingsRow, 'settings'>;
    readonly sites: Table<Site, string>;
    readonly imports: Table<ImportRow, number>;
    readonly siteProfiles: Table<ProfileOfSite, [origin: string, id: string]>;
    readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>;
    /** What seals and opens the rows; another one once the keys have been changed. */
    vault: Vault;
    readonly memory: SessionMemory;
  };

/** The names of the tables whose rows are sealed. */
export const SEALED: readonly (keyof SealedTables)[] = ['pupils', 'counts', 'log', 'staging', 'undo'];

/** The tables of every version, in the order they came; null for one that went. What has been in the world is never changed. */
export const VERSIONS: readonly Readonly<Record<string, string | null>>[] = [
  {
    policies: 'id',
    settings: 'id',
    sites: 'origin',
    strips: '[origin+pupil+year]',
    summaries: '[origin+pupil]',
    kept: '++id, origin',
    imports: '++id, origin',
    meta: 'key',
  },
  { siteProfiles: '[origin+id], origin' },
  // Sealed. `strips`, `summaries` and `kept` are emptied into these at the first opening and not used again.
  { pupils: '', counts: '', log: '', staging: '', undo: '' },
  // Nothing was ever kept in `policies`. Rows of `pupils` have a second form, which older code does not read.
  { policies: null, policyVersions: '[id+at]' },
];

/** The keys as they are remembered; undefined before there are any. */
export async function readKeys(database: Database): Promise<unknown> {
  return (await database.meta.get('keys'))?.value;
}

/** Remembers keys, for good or for the session. */
export async function writeKeys(database: Database, keys: KeptKeys): Promise<void> {
  await database.meta.put({ key: 'keys', value: keys });
}

/** Erases all that is sealed, and the list of imports with it. Runs inside the caller's transaction. */
export async function eraseSealed(database: Database): Promise<void> {
  await Promise.all([...SEALED.map((name) => database[name].clear()), database.imports.clear()]);
}
