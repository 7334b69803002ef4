import { locked } from '../lock.ts';
import { type DatedEntry, type LogEntry, logWrite } from '../log.ts';
import { addMissing } from '../policies.ts';
import { shardsOf, shardWrite } from '../pupils.ts';
import type { Database, ImportRow, SettingsRow } from '../schema.ts';
import type { KeptPupil } from '../sealed/pupil-record.ts';
import { readSettings } from '../settings.ts';
import { undoWrites } from '../undo.ts';
import { type Write, writeAll } from '../writes.ts';
import type { BackedUpSite, Contents } from './contents.ts';

/** Tables with rows of one site, whose keys begin with it. */
const OF_SITES = ['pupils', 'counts', 'log', 'undo'] as const;

/**
 * Puts a backup in place, in one transaction. Of each of its sites, what is kept here goes and what the backup holds stands
 * instead, sealed under this device's keys; of other sites nothing changes. Pages are read as the backup says where it knows
 * them. Versions of policy profiles come beside those that are here. Settings and switches are taken over where this device has none.
 * `at` is now, in milliseconds since 1970.
 */
export function restoreBackup(database: Database, contents: Contents, at: number): Promise<void> {
  return locked(async () => {
    const { keepNames } = await readSettings(database);
    const first = 1 + Number((await database.meta.get('last-import'))?.value ?? 0);
    const sites: SiteWrites[] = [];
    let id = Math.max(first, 1 + Number((await database.imports.toCollection().lastKey()) ?? 0));
    for (const site of contents.sites) {
      sites.push(await writesOf(database, site, { keepNames, made: contents.made, firstImport: id, at }));
      id += site.imports.length;
    }
    const writes = [...(await erasing(database, contents.sites)), ...sites.flatMap((site) => site.writes)];
    await writeAll(database, writes, {
      tables: ['imports', 'meta', 'settings', 'sites', 'siteProfiles', 'policyVersions'],
      run: async () => {
        for (const { origin } of contents.sites)
          await database.imports.where('origin').equals(origin).delete();
        await database.imports.bulkPut(sites.flatMap((site) => site.imports));
        await database.meta.put({ key: 'last-import', value: id - 1 });
        await database.siteProfiles.bulkPut([...contents.profiles]);
        await addMissing(database, contents.policies);
        await takeOver(database, contents);
      },
    });
  });
}

interface SiteWrites {
  readonly writes: readonly Write[];
  readonly imports: readonly ImportRow[];
}

/** Everything of one site, sealed anew; imports are numbered anew, because this device has numbers of its own. */
async function writesOf(
  database: Database,
  site: BackedUpSite,
  how: { keepNames: boolean; made: number; firstImport: number; at: number },
): Promise<SiteWrites> {
  const { origin, pupils, undo } = site;
  const shards = await shardsOf(database, origin, [
    ...pupils.keys(),
    ...site.log.map(({ pupil }) => pupil).filter((pupil) => pupil !== null),
  ]);
  const rows = new Map<number, Map<string, KeptPupil>>();
  for (const [pupil, kept] of pupils) {
    const shard = shards.get(pupil) ?? 0;
    const row = rows.get(shard) ?? new Map<string, KeptPupil>();
    rows.set(shard, row.set(pupil, how.keepNames ? kept : { ...kept, name: null }));
  }
  const ids = new Map(
    [...site.imports].sort((a, b) => a.id - b.id).map(({ id }, i) => [id, how.firstImport + i]),
  );
  const undoes = undo && ids.get(undo.id);
  const undoing = undo && undoes ? await undoWrites(database, origin, { ...undo, id: undoes }) : [];
  const { made, at } = how;
  const writes: Promise<Write | null>[] = [
    ...[...rows].map(([shard, row]) => shardWrite(database, origin, shard, row)),
    ...grouped(site.log, (entry) => (entry.pupil === null ? 0 : (shards.get(entry.pupil) ?? 0))).map(
      ({ shard, at: then, entries }) => logWrite(database, origin, { shard, at: then, entries }),
    ),
    logWrite(database, origin, { shard: 0, at, entries: [{ kind: 'restored', pupil: null, made }] }),
  ];
  const imports = site.imports.map(async ({ id, file, ...rest }): Promise<ImportRow> => {
    const key = ids.get(id) as number;
    const sealed = file === null ? null : await database.vault.seal({ table: 'imports', key: [key] }, file);
    return { ...rest, id: key, origin, file: sealed };
  });
  return {
    writes: [...undoing, ...(await Promise.all(writes))].filter((write) => write !== null),
    imports: await Promise.all(imports),
  };
}

/** Entries that go into one row: of the same pupils' row and moment. */
function grouped(log: readonly DatedEntry[], shardOf: (entry: DatedEntry) => number) {
  const rows = new Map<string, { shard: number; at: number; entries: LogEntry[] }>();
  for (const dated of log) {
    const { at, ...entry } = dated;
    const shard = shardOf(dated);
    const name = `${shard} ${at}`;
    const row = rows.get(name) ?? { shard, at, entries: [] };
    row.entries.push(entry);
    rows.set(name, row);
  }
  return [...rows.values()];
}

async function erasing(database: Database, sites: readonly BackedUpSite[]): Promise<readonly Write[]> {
  const origins = new Set(sites.map(({ origin }) => origin));
  const found = OF_SITES.map(async (table): Promise<readonly Write[]> => {
    const keys = (await database[table].toCollection().primaryKeys()) as [string, ...number[]][];
    return keys.filter(([origin]) => origins.has(origin)).map((key) => ({ table, key, bytes: null }));
  });
  return (await Promise.all(found)).flat();
}

/** Runs inside the transaction of a restore. */
async function takeOver(database: Database, { settings, switches }: Contents): Promise<void> {
  const mine = await database.settings.get('settings');
  const set = Object.entries(mine ?? {}).filter(([, value]) => value !== null);
  // Names are kept only where somebody has said so on this device.
  const { keepNames: _, ...theirs }: { -readonly [K in keyof typeof settings]: (typeof settings)[K] } =
    settings;
  // Where this device's own term dates are from is not what the backup says of others.
  if (mine?.calendar) delete theirs.calendarSource;
  const row: SettingsRow = { ...theirs, ...Object.fromEntries(set), id: 'settings' };
  await database.settings.put(row);
  const known = new Set((await database.sites.toArray()).map(({ origin }) => origin));
  await database.sites.bulkPut(switches.filter(({ origin }) => !known.has(origin)));
}
