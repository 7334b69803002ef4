import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';
import { arrivalsOf, arrivalsOfDay, logArrival, removeArrival } from '../../../store/arrivals.ts';
import { makeBackup, openBackup } from '../../../store/backup/backup.ts';
import { restoreBackup } from '../../../store/backup/restore.ts';
import { type Database, eraseDatabase, openDatabase } from '../../../store/database.ts';
import { logOf } from '../../../store/log.ts';
import { tidy } from '../../../store/retention/tidy.ts';
import { addSeen } from '../../../store/seen.ts';
import { erasePupil } from '../../../store/subject/erase.ts';
import { eachDatabase } from './each-database.ts';

const SITE = 'https://register.example';
const OTHER = 'https://other.example';
const DATE = '2025-11-20' as IsoDate;
const NOON = Date.parse('2025-11-20T12:00Z');
const AM = { date: DATE, session: 'AM' } as const;
const PM = { date: DATE, session: 'PM' } as const;

let database: Database;
eachDatabase(
  (fresh) => {
    database = fresh;
  },
  () => database,
);

const came = (
  pupil: string,
  arrived: number,
  reason = '',
  at = NOON,
  origin = SITE,
  of: typeof AM | typeof PM = AM,
) => logArrival(database, origin, { ...of, pupil, arrived, reason }, at);
const morning = () => arrivalsOf(database, SITE, AM);

test('what is logged of a register is answered in order of arrival, of that register alone', async () => {
  await came('p-1', 570, 'bus late');
  await came('p-2', 560);
  await came('p-3', 800, '', NOON, SITE, PM);
  await came('p-4', 555, '', NOON, OTHER);
  await logArrival(
    database,
    SITE,
    { date: '2025-11-19' as IsoDate, session: 'AM', pupil: 'p-5', arrived: 540, reason: '' },
    NOON,
  );
  expect(await morning()).toEqual([
    { pupil: 'p-2', arrived: 560, reason: '' },
    { pupil: 'p-1', arrived: 570, reason: 'bus late' },
  ]);
});

test('a correction takes the place of the first, and both stay in the log', async () => {
  await came('p-1', 570, 'bus late');
  await came('p-1', 565, 'bus very late', NOON + 1);
  expect(await morning()).toEqual([{ pupil: 'p-1', arrived: 565, reason: 'bus very late' }]);
  expect(await logOf(database, SITE, 'p-1')).toMatchObject([
    { kind: 'arrived', arrived: 570 },
    { kind: 'arrived', arrived: 565 },
  ]);
});

test('stands corrected even where the clock was set back, or within one moment', async () => {
  await came('p-1', 570);
  await came('p-1', 565, '', NOON - 60_000);
  await removeArrival(database, SITE, { ...AM, pupil: 'p-1' }, NOON - 60_000);
  expect(await morning()).toEqual([]);
  await came('p-1', 566, '', NOON - 60_000);
  expect(await morning()).toMatchObject([{ arrived: 566 }]);
});

test('what was deleted is gone from the list, and is put back by being logged again', async () => {
  await came('p-1', 570, 'bus late');
  await removeArrival(database, SITE, { ...AM, pupil: 'p-1' }, NOON + 1);
  expect(await morning()).toEqual([]);
  expect(await arrivalsOfDay(database, DATE)).toEqual([]);
  await came('p-1', 570, 'bus late', NOON + 2);
  expect(await morning()).toHaveLength(1);
});

test('the day’s list has every site, both sessions, and the mark last seen on the register', async () => {
  const marks = [{ pupil: 'p-1', code: 'N' }];
  await addSeen(database, SITE, { ...AM, marks }, NOON);
  await came('p-3', 800, '', NOON, SITE, PM);
  await came('p-1', 570);
  await came('p-4', 555, '', NOON, OTHER);
  expect(await arrivalsOfDay(database, DATE)).toEqual([
    { origin: OTHER, pupil: 'p-4', session: 'AM', arrived: 555, reason: '', name: null, code: null },
    { origin: SITE, pupil: 'p-1', session: 'AM', arrived: 570, reason: '', name: null, code: 'N' },
    { origin: SITE, pupil: 'p-3', session: 'PM', arrived: 800, reason: '', name: null, code: null },
  ]);
});

describe('on the disk', () => {
  test('neither pupil nor reason can be read', async () => {
    await came('pupil-4711', 570, 'bus late');
    const rows = await database.log.toArray();
    const keys = await database.log.toCollection().primaryKeys();
    const text = rows.map((bytes) => new TextDecoder('latin1').decode(bytes)).join();
    expect(rows).toHaveLength(1);
    for (const secret of ['4711', 'bus']) expect(text + JSON.stringify(keys)).not.toContain(secret);
  });

  test('what cannot be read is said, and not taken for nothing', async () => {
    await came('p-1', 570);
    const [key] = await database.log.toCollection().primaryKeys();
    if (!key) throw new Error('something is kept');
    await database.log.put(new Uint8Array(40), key);
    await expect(morning()).rejects.toThrow('cannot be read');
  });
});

describe('what is kept of arrivals', () => {
  test('is in a backup, and comes back on another device', async () => {
    await came('p-1', 570, 'bus late');
    const file = await makeBackup(database, 'four plain words together', NOON);
    database.close();
    await eraseDatabase();
    database = await openDatabase();
    await restoreBackup(database, await openBackup(file, 'four plain words together'), NOON + 1);
    expect(await morning()).toEqual([{ pupil: 'p-1', arrived: 570, reason: 'bus late' }]);
  });

  test('goes when everything about the pupil is erased', async () => {
    await came('p-1', 570, 'bus late');
    await came('p-2', 565);
    await erasePupil(database, { origin: SITE, pupil: 'p-1' }, NOON + 1);
    expect(await morning()).toMatchObject([{ pupil: 'p-2' }]);
    expect(await logOf(database, SITE, 'p-1')).toEqual([]);
  });

  test('goes with the marks of its age', async () => {
    await came('p-1', 570, 'bus late');
    const marks = [{ pupil: 'p-1', code: '/' }];
    // Two years on: a mark of the day says that the clock is right.
    const then = { date: '2027-11-18' as IsoDate, session: 'AM', marks } as const;
    for (const date of ['2026-11-19', '2027-11-18'] as IsoDate[])
      await addSeen(database, SITE, { ...then, date }, Date.parse(`${date}T09:00Z`));
    await tidy(database, {
      ...{ keepFor: 'needed', calendar: null, policy: nationalPolicy },
      ...{ at: Date.parse('2027-11-19T09:00Z'), today: '2027-11-19' as IsoDate },
    });
    expect(await morning()).toEqual([]);
    expect((await logOf(database, SITE, 'p-1')).filter(({ kind }) => kind === 'arrived')).toEqual([]);
  });
});
