import type { Database } from './schema.ts';

const KEY = 'born';

/** Whether this is the database it was at an earlier opening. A new one is marked, and is from the next opening on. */
export async function isOldAcquaintance(database: Database): Promise<boolean> {
  return database.transaction('rw', database.meta, async () => {
    if (await database.meta.get(KEY)) return true;
    await database.meta.put({ key: KEY, value: true });
    return false;
  });
}
