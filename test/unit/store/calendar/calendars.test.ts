import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { formerCalendars, restoreCalendar, saveCalendar } from '../../../../store/calendar/calendars.ts';
import { tallyMarks } from '../../../../store/calendar/mark-tally.ts';
import type { Database } from '../../../../store/database.ts';
import { PRACTICE_ORIGIN } from '../../../../store/requests.ts';
import { addSeen } from '../../../../store/seen.ts';
import { readSettings, saveSettings } from '../../../../store/settings.ts';
import { eachDatabase } from '../each-database.ts';

const ending = (day: string) => ({
  terms: [{ from: '2026-09-01' as IsoDate, to: `2026-10-${day}` as IsoDate }],
  closures: [],
});
const save = (day: string, at: number) =>
  saveCalendar(database, { calendar: ending(day), calendarSource: 'list' }, at);
const inForce = async () => (await readSettings(database)).calendar?.terms[0]?.to ?? null;

let database: Database;
eachDatabase(
  (fresh) => {
    database = fresh;
  },
  () => database,
);

test('what was in force is kept, and comes back; nothing is lost by it', async () => {
  await save('23', 1_000);
  await save('22', 2_000);
  expect((await formerCalendars(database)).map(({ at, calendar }) => [at, calendar])).toEqual([
    [2_000, ending('23')],
    [1_000, null],
  ]);
  await restoreCalendar(database, 2_000, 3_000);
  expect(await inForce()).toBe('2026-10-23');
  await restoreCalendar(database, 3_000, 4_000);
  expect(await inForce()).toBe('2026-10-22');
  await restoreCalendar(database, 1_000, 5_000);
  expect(await readSettings(database)).toMatchObject({ calendar: null, calendarSource: null });
  await expect(restoreCalendar(database, 77, 6_000)).rejects.toThrow('no longer kept');
});
test('the last ten are kept, each under a moment of its own', async () => {
  for (let day = 10; day < 25; day++) await save(String(day), 1_000);
  const former = await formerCalendars(database);
  expect(former).toHaveLength(10);
  expect(new Set(former.map(({ at }) => at)).size).toBe(10);
  expect(former[0]?.calendar).toEqual(ending('23'));
});
test('the same dates again are not kept as former ones', async () => {
  await save('23', 1_000);
  await save('23', 2_000);
  expect(await formerCalendars(database)).toHaveLength(1);
});
test('given dates and those from marks are told apart', async () => {
  await saveSettings(database, { calendar: ending('23') });
  expect((await readSettings(database)).calendarSource).toBe('list');
  await saveCalendar(database, { calendar: ending('22'), calendarSource: 'marks' }, 1_000);
  expect((await readSettings(database)).calendarSource).toBe('marks');
});

test('marks are tallied by session, # apart, of the pupils who were there; the practice register is not', async () => {
  const seen = (origin: string, day: string, ...marks: [pupil: string, code: string][]) =>
    addSeen(
      database,
      origin,
      {
        ...{ date: `2026-09-${day}` as IsoDate, session: 'AM' as const },
        marks: marks.map(([pupil, code]) => ({ pupil, code })),
      },
      1_000,
    );
  const SITE = 'https://register.example';
  await seen(SITE, '07', ['a', '/'], ['b', 'U']);
  await seen(SITE, '08', ['a', '#']);
  await seen(SITE, '09', ['a', '/'], ['b', '/'], ['c', '/']);
  await seen(PRACTICE_ORIGIN, '10', ['a', '/']);
  const tallies = [...(await tallyMarks(database))].sort((a, b) => (a.date < b.date ? -1 : 1));
  expect(tallies.map(({ date, marked, closed, of }) => [date, marked, closed, of])).toEqual([
    ['2026-09-07', 2, 0, 2],
    ['2026-09-08', 0, 1, 2],
    ['2026-09-09', 3, 0, 3],
  ]);
});
