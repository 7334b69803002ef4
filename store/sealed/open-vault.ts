import { PlainError } from '../plain-error.ts';
import { forgetCounts } from '../remembered.ts';
import { type Database, eraseSealed, readKeys, SEALED, writeKeys } from '../schema.ts';
import { areKeptKeys, newKeys, newSessionKeys, recalledKeys } from './keys.ts';
import { type Vault, vault } from './vault.ts';

const KEY_GONE =
  'What is kept on this device can no longer be read, because its key is gone. Erase it in the options, then import the marks again.';

/**
 * The vault of a database. Keys are made where there are none. Rows of an earlier session, whose keys went with it, are erased.
 * Throws {@link PlainError} where rows are kept and their keys are not: new keys would make them look like no marks.
 */
export async function openVault(database: Database): Promise<Vault> {
  const kept = await readKeys(database);
  if (kept === undefined && !(await holdsSealed(database))) return newVault(database, 'kept');
  if (!areKeptKeys(kept)) throw new PlainError(KEY_GONE);
  if (kept.mode === 'kept') return vault('kept', kept);
  const recalled = await recalledKeys(database.memory, kept.id);
  return recalled ? vault('session-only', recalled) : newVault(database, 'session-only');
}

/** New keys of a mode. Whatever the old ones sealed is erased in the same transaction. */
export async function newVault(database: Database, mode: Vault['mode']): Promise<Vault> {
  const made =
    mode === 'session-only'
      ? await newSessionKeys(database.memory)
      : await newKeys().then((keys) => ({ keys, kept: { mode, ...keys } }));
  const tables = [...SEALED.map((name) => database[name]), database.imports, database.meta];
  await database.transaction('rw', tables, async () => {
    if ((await readKeys(database)) !== undefined) await eraseSealed(database);
    await writeKeys(database, made.kept);
  });
  if (mode === 'kept') await database.memory.clear();
  forgetCounts(database);
  return vault(mode, made.keys);
}

async function holdsSealed(database: Database): Promise<boolean> {
  const counts = await Promise.all(SEALED.map((name) => database[name].count()));
  return counts.some((rows) => rows > 0);
}
