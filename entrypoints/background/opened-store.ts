import { type Database, eraseDatabase, openDatabase } from '../../store/database.ts';

let opened: Promise<Database> | null = null;

/** The database, opened on the first call; a call after a failed one tries again. */
export function store(): Promise<Database> {
  return opened ?? keep(openDatabase());
}

/** Erases all that is stored and opens an empty database; whoever asks for the store meanwhile waits for that one. */
export function emptyStore(): Promise<Database> {
  const before = opened;
  return keep(erased(before));
}

async function erased(before: Promise<Database> | null): Promise<Database> {
  const database = await before?.catch(() => null);
  database?.close();
  await eraseDatabase();
  return openDatabase();
}

function keep(opening: Promise<Database>): Promise<Database> {
  opened = opening;
  opening.catch(() => {
    if (opened === opening) opened = null;
  });
  return opening;
}
