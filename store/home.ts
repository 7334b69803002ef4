import Dexie, { type IndexableTypeArray } from 'dexie';

/**
 * Where the database lives. A browser deletes rows and even whole databases by noting that they are deleted: the bytes of the
 * key, and of all it sealed, stay in its files until it tidies them, which may be never. The files of a storage bucket go
 * with the bucket, so the database has one of its own where the browser knows buckets (Chrome and Edge, from 122).
 */
interface Buckets {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/** Nothing where the browser knows no buckets: Dexie then uses the browser’s own place. */
export type Home = Partial<Pick<typeof globalThis, 'indexedDB' | 'IDBKeyRange'>>;

const BUCKET = 'registerwise';

/** What Dexie needs to open a database there. Rejects, rather than looking elsewhere, when the browser cannot open the bucket. */
export async function home(): Promise<Home> {
  const bucket = await buckets()?.open(BUCKET);
  return bucket ? { indexedDB: bucket.indexedDB, IDBKeyRange } : {};
}

/** Erases a database with its files where it lives, and where it lived before it had a bucket. */
export async function eraseHome(name: string): Promise<void> {
  await Dexie.delete(name);
  await buckets()?.delete(BUCKET);
}

/** The versions of a database that stands in `factory`, as the browser tells them; null when it does not. */
export async function versionIn(factory: IDBFactory, name: string): Promise<number | null> {
  return (await factory.databases()).find((each) => each.name === name)?.version ?? null;
}

/**
 * Carries over, row by row, what was kept before the database had a bucket, and only then erases it there: stopped at any
 * moment, it begins again. `from` is that database and `to` the empty one, of the same tables, both open.
 */
export async function moveHome(from: Dexie, to: Dexie): Promise<void> {
  for (const { name, schema } of from.tables) {
    const rows = await from.table(name).toArray();
    const keys = await from.table(name).toCollection().primaryKeys();
    // A table whose rows hold their own key is not given it besides.
    await (schema.primKey.keyPath
      ? to.table(name).bulkPut(rows)
      : to.table(name).bulkPut(rows, keys as unknown as IndexableTypeArray));
  }
  await from.delete();
}

function buckets(): Buckets | undefined {
  return (navigator as { readonly storageBuckets?: Buckets }).storageBuckets;
}
