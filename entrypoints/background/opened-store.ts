import browser from 'webextension-polyfill';
import { type Database, eraseDatabase, openDatabase } from '../../store/database.ts';
import type { SessionMemory } from '../../store/sealed/keys.ts';
import { noticeLoss } from './lost-store.ts';

const KEYS = 'store-keys';

/** The keys of a store that is to last only until the browser closes: in the browser's memory, out of reach of pages. */
const memory: SessionMemory = {
  get: async () => (await browser.storage.session.get(KEYS))[KEYS],
  set: (value) => browser.storage.session.set({ [KEYS]: value }),
  clear: () => browser.storage.session.remove(KEYS),
};

let opened: Promise<Database> | null = null;

/** The database, opened on the first call; a call after a failed one, or after the browser closed it, opens it again. */
export function store(): Promise<Database> {
  return opened ?? keep(openNoticing());
}

/** Erases all that is stored and opens an empty database; whoever asks for the store meanwhile waits for that one. */
export function emptyStore(): Promise<Database> {
  const before = opened;
  return keep(erased(before));
}

async function erased(before: Promise<Database> | null): Promise<Database> {
  const database = await before?.catch(() => null);
  database?.close();
  await eraseDatabase(memory);
  // Nothing is noted of it: a wipe leaves nothing.
  return openDatabase(memory);
}

async function openNoticing(): Promise<Database> {
  const database = await openDatabase(memory);
  await noticeLoss(database);
  return database;
}

function keep(opening: Promise<Database>): Promise<Database> {
  opened = opening;
  const forget = () => {
    if (opened === opening) opened = null;
  };
  opening.then((database) => {
    // Site data erased by hand, or a newer version opening the store: the next question finds what is there then.
    database.on('close', forget);
    database.on('versionchange', forget);
  }, forget);
  return opening;
}
