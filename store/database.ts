import Dexie from 'dexie';
import { NO_STORE } from './faults.ts';
import { eraseHome, type Home, home, moveHome, versionIn } from './home.ts';
import { inTime } from './in-time.ts';
import { locked } from './lock.ts';
import { sealOldRows } from './old-rows.ts';
import { PlainError } from './plain-error.ts';
import { type Database, VERSIONS } from './schema.ts';
import type { SessionMemory } from './sealed/keys.ts';
import { openVault } from './sealed/open-vault.ts';

export type { Database } from './schema.ts';

export const DATABASE_NAME = 'registerwise';

/** The browser is told ten times this number, and Dexie may add to its last digit. */
const VERSION = VERSIONS.length;

const NEWER =
  'The marks on this device were saved by a newer version of Registerwise. Update Registerwise to use them.';

/**
 * Opens the database, making it when there is none; seals what an older version kept in plain, and erases what can no longer
 * be opened and imports that were never committed. Throws {@link PlainError} when a newer version made it, or the key to
 * what is kept is gone.
 */
export async function openDatabase(memory: SessionMemory = ownMemory()): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new PlainError(NO_STORE);
  const here = await home();
  const former = await refuseNewer(indexedDB);
  if (here.indexedDB) await refuseNewer(here.indexedDB);
  const plain = databaseAt(here);
  try {
    await inTime(plain.open());
    return await locked(async () => {
      if (here.indexedDB && former !== null) await moveHome(await databaseAt({}).open(), plain);
      const database = Object.assign(plain, { memory }) as unknown as Database;
      database.vault = await openVault(database);
      await database.staging.clear();
      await sealOldRows(database);
      return database;
    });
  } catch (error) {
    plain.close();
    throw error;
  }
}

function databaseAt(where: Home): Dexie {
  // What is acknowledged is on the disk. A database that somebody erased is not opened anew by work that was under way: it would
  // be filled with rows sealed under keys that went with the old one.
  const plain = new Dexie(DATABASE_NAME, {
    ...where,
    chromeTransactionDurability: 'strict',
    autoOpen: false,
  });
  VERSIONS.forEach((tables, index) => {
    plain.version(index + 1).stores(tables);
  });
  return plain;
}

/**
 * Looked at before Dexie opens anything: Dexie 4 opens a newer database as if it were its own and adds tables to it, and to
 * read marks under rules we do not know would be a guess. Answers with the version that is there.
 */
async function refuseNewer(factory: IDBFactory): Promise<number | null> {
  const version = await inTime(versionIn(factory, DATABASE_NAME));
  if (Math.floor((version ?? 0) / 10) > VERSION) throw new PlainError(NEWER);
  return version;
}

/** Erases the database with all that is in it, keys too, of whatever version it is. */
export async function eraseDatabase(memory?: SessionMemory): Promise<void> {
  await eraseHome(DATABASE_NAME);
  await memory?.clear();
}

/** Where there is no browser to remember a session, it ends with the database object. */
function ownMemory(): SessionMemory {
  let value: unknown;
  return {
    get: async () => value,
    set: async (next) => {
      value = next;
    },
    clear: async () => {
      value = undefined;
    },
  };
}
