import { listImports } from '../imports.ts';
import { type DatedEntry, openLog } from '../log.ts';
import { everyVersion } from '../policies.ts';
import { keptOrigins, openSite, readable } from '../pupils.ts';
import type { PastImport, Settings, Site } from '../records.ts';
import { PRACTICE_ORIGIN } from '../requests.ts';
import type { Database, PolicyVersion } from '../schema.ts';
import type { Shard } from '../sealed/pupil-record.ts';
import { SHARDS } from '../sealed/vault.ts';
import { readSettings } from '../settings.ts';
import { allProfiles, type ProfileOfSite } from '../site-profiles.ts';
import { readSites } from '../sites.ts';
import { lastUndo, type Undo } from '../undo.ts';

/** An import as a backup lists it. */
export type BackedUpImport = Omit<PastImport, 'origin' | 'canUndo'>;

/** All that is kept of one site. Pupils stand by the ids their system gives them, so that any device can seal them anew. */
export interface BackedUpSite {
  readonly origin: string;
  readonly pupils: Shard;
  /** With the pupil each is about; of none, null. */
  readonly log: readonly DatedEntry[];
  readonly imports: readonly BackedUpImport[];
  readonly undo: Undo | null;
}

/** What a backup holds. */
export interface Contents {
  /** When it was made, in milliseconds since 1970. */
  readonly made: number;
  /** What the school has set; how long keys last is each device's own. */
  readonly settings: Partial<Omit<Settings, 'sessionOnly'>>;
  readonly switches: readonly Site[];
  readonly profiles: readonly ProfileOfSite[];
  /** Every version of the school's own policy profiles. */
  readonly policies: readonly PolicyVersion[];
  readonly sites: readonly BackedUpSite[];
}

/** The tables a backup is made of, and why the others are not in it. */
export const TABLES_BACKED_UP: Readonly<Record<string, true | string>> = {
  ...{ pupils: true, log: true, imports: true, undo: true, settings: true, sites: true, siteProfiles: true },
  policyVersions: true,
  counts: 'made anew from the marks',
  staging: 'counts for nothing until it is committed',
  meta: 'the device’s own keys and dates',
  policies: 'never used, and gone since version 4',
  strips: 'emptied at the first opening',
  summaries: 'emptied at the first opening',
  kept: 'emptied at the first opening',
};

/**
 * Everything kept on this device but the practice register's made-up marks. Throws {@link PlainError} where part of it cannot
 * be read: a backup that leaves something out without a word is none.
 */
export async function contentsOf(database: Database, made: number): Promise<Contents> {
  const { sessionOnly: _, ...settings } = await readSettings(database);
  const imports = await listImports(database);
  const logged = (await database.log.toCollection().primaryKeys()).map(([origin]) => origin);
  const origins = new Set([
    ...(await keptOrigins(database)),
    ...logged,
    ...imports.map(({ origin }) => origin),
  ]);
  origins.delete(PRACTICE_ORIGIN);
  const sites: BackedUpSite[] = [];
  for (const origin of origins) {
    const rows = [...(await openSite(database, origin)).values()].map(readable);
    const log = await openLog(database, origin, { from: 0, to: SHARDS - 1 });
    sites.push({
      origin,
      pupils: new Map(rows.flatMap((row) => [...row])),
      log: log.flatMap(({ entries }) => entries),
      imports: imports
        .filter((each) => each.origin === origin)
        .map(({ id, at, file, pupils, marks }) => ({ id, at, file, pupils, marks })),
      undo: await lastUndo(database, origin),
    });
  }
  return {
    made,
    settings,
    switches: await readSites(database),
    profiles: await allProfiles(database),
    policies: await everyVersion(database),
    sites,
  };
}
