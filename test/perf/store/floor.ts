import Dexie from 'dexie';
import type { Strip } from '../../../rules/strips/strips.ts';

const NAME = 'floor';

/** The same strips put as they are, with nothing sealed, staged or merged: what the browser alone takes. */
export async function plainFloor(
  strips: readonly { readonly pupil: string; readonly year: number; readonly bytes: Strip }[],
  time: (what: string, work: () => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  await Dexie.delete(NAME);
  const database = new Dexie(NAME, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ all: 'id', strips: '[pupil+year]' });
  await database.open();
  const length = strips.reduce((sum, { bytes }) => sum + bytes.length, 0);
  await time('floor: one plain record for all', () =>
    database.table('all').put({ id: 1, bytes: new Uint8Array(length) }),
  );
  await time('a plain record for each strip', () => database.table('strips').bulkPut(strips));
  database.close();
  await Dexie.delete(NAME);
}
