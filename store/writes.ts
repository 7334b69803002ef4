import type { IndexableTypeArray } from 'dexie';
import { forgetCounts } from './remembered.ts';
import type { Database, SealedTables } from './schema.ts';

/** One sealed row to be put, or, without bytes, erased. */
export interface Write {
  readonly table: keyof SealedTables;
  readonly key: (string | number)[];
  readonly bytes: Uint8Array | null;
}

/** Seals a value for its row. */
export async function sealed(
  { vault }: Database,
  table: Write['table'],
  key: Write['key'],
  value: unknown,
): Promise<Write> {
  return { table, key, bytes: await vault.seal({ table, key }, value) };
}

/** What else happens in the transaction of some writes. */
export interface Also {
  readonly tables: readonly (
    | ('imports' | 'settings' | 'meta' | 'staging' | 'counts' | 'strips' | 'kept')
    | ('sites' | 'siteProfiles' | 'policyVersions')
  )[];
  /** May await nothing but the tables it names. */
  readonly run: () => Promise<unknown>;
}

/** Writes sealed rows in one transaction, all or none, with what `also` does. Counts are forgotten whenever marks change. */
export async function writeAll(database: Database, writes: readonly Write[], also?: Also): Promise<void> {
  const names = [...new Set(writes.map(({ table }) => table))];
  const tables = [...new Set([...names, ...(also?.tables ?? [])])].map((name) => database.table(name));
  if (tables.length === 0) return;
  await database.transaction('rw', tables, async () => {
    for (const name of names) {
      const mine = writes.filter((write) => write.table === name);
      const put = mine.filter(({ bytes }) => bytes !== null);
      const gone = mine.filter(({ bytes }) => bytes === null);
      if (gone.length > 0) await database.table(name).bulkDelete(gone.map(({ key }) => key));
      if (put.length > 0)
        await database.table(name).bulkPut(
          put.map(({ bytes }) => bytes),
          // Dexie takes arrays as keys, and its types only some of them.
          put.map(({ key }) => key) as unknown as IndexableTypeArray,
        );
    }
    await also?.run();
  });
  if (names.includes('pupils')) forgetCounts(database);
}
