import Dexie, { type IndexableType } from 'dexie';
import { PlainError } from './plain-error.ts';
import type { Database } from './schema.ts';
import { type KeptPupil, readShard, type Shard, writeShard } from './sealed/pupil-record.ts';
import { SHARDS } from './sealed/vault.ts';
import { sealed, type Write } from './writes.ts';

/** A row as opened; `unreadable` where something is kept and does not open: never the same as nothing. */
export type OpenedShard = Map<string, KeptPupil> | 'unreadable';

/** What is said where a row does not open. */
export const UNREADABLE =
  'Part of what is kept on this device cannot be read. To begin again, erase it in the options and import the marks anew.';

/** From this many rows on, the whole site is read at once: one request is far cheaper than many. */
const MANY = SHARDS / 4;

/** The row of each pupil of a site. */
export async function shardsOf(
  { vault }: Database,
  origin: string,
  pupils: Iterable<string>,
): Promise<Map<string, number>> {
  const found = [...new Set(pupils)].map(
    async (pupil): Promise<[string, number]> => [pupil, await vault.shardOf(origin, pupil)],
  );
  return new Map(await Promise.all(found));
}

/** The rows named, opened; one that is not there holds no pupil. */
export async function openShards(
  database: Database,
  origin: string,
  shards: Iterable<number>,
): Promise<Map<number, OpenedShard>> {
  const wanted = [...new Set(shards)];
  const rows = await rowsOf(database, 'pupils', origin, wanted);
  const opened = wanted.map(async (shard): Promise<[number, OpenedShard]> => {
    const bytes = rows.get(shard);
    return [shard, bytes === undefined ? new Map() : await openShard(database, origin, shard, bytes)];
  });
  return new Map(await Promise.all(opened));
}

/** Every row of a site that is there, opened. */
export async function openSite(database: Database, origin: string): Promise<Map<number, OpenedShard>> {
  const rows = [...(await allRows(database, 'pupils', origin))].map(
    async ([shard, bytes]): Promise<[number, OpenedShard]> => [
      shard,
      await openShard(database, origin, shard, bytes),
    ],
  );
  return new Map(await Promise.all(rows));
}

/** The sites of which anything is kept, each once. */
export async function keptOrigins(database: Database): Promise<readonly string[]> {
  const keys = await database.pupils.toCollection().primaryKeys();
  return [...new Set(keys.map(([origin]) => origin))];
}

/** A row to be written; one without pupils is erased. */
export async function shardWrite(
  database: Database,
  origin: string,
  shard: number,
  pupils: Shard,
): Promise<Write> {
  const key = [origin, shard];
  return pupils.size === 0
    ? { table: 'pupils', key, bytes: null }
    : sealed(database, 'pupils', key, writeShard(pupils));
}

/** The pupils of a row. Throws {@link PlainError} for one that does not open. */
export function readable(shard: OpenedShard | undefined): Map<string, KeptPupil> {
  if (shard === 'unreadable') throw new PlainError(UNREADABLE);
  return shard ?? new Map();
}

async function openShard(
  { vault }: Database,
  origin: string,
  shard: number,
  bytes: Uint8Array,
): Promise<OpenedShard> {
  const opened = await vault.open({ table: 'pupils', key: [origin, shard] }, bytes);
  return (opened && readShard(opened.value)) ?? 'unreadable';
}

/** Sealed rows of a site by number; those that are not there are left out. */
export async function rowsOf(
  database: Database,
  table: 'pupils' | 'counts',
  origin: string,
  shards: readonly number[],
): Promise<Map<number, Uint8Array>> {
  if (shards.length >= MANY) return allRows(database, table, origin);
  const rows = await database[table].bulkGet(shards.map((shard): [string, number] => [origin, shard]));
  return new Map(shards.flatMap((shard, i) => (rows[i] ? [[shard, rows[i]] as const] : [])));
}

async function allRows(
  database: Database,
  table: 'pupils' | 'counts',
  origin: string,
): Promise<Map<number, Uint8Array>> {
  return database.transaction('r', database[table], async () => {
    const all = database[table].where(':id').between(...ofOrigin(origin));
    const [keys, rows] = await Promise.all([all.primaryKeys(), all.toArray()]);
    return new Map(keys.map(([, shard], i) => [shard, rows[i] as Uint8Array]));
  });
}

/** The first and last key that rows of a site can have. */
export function ofOrigin(origin: string): [IndexableType, IndexableType] {
  return [
    [origin, Dexie.minKey],
    [origin, Dexie.maxKey],
  ];
}
