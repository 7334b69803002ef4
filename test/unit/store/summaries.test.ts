import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';
import { countsFor } from '../../../store/counts.ts';
import { type Database, eraseDatabase, openDatabase } from '../../../store/database.ts';
import { type CountingRules, countingDay } from '../../../store/day.ts';
import { addSeen } from '../../../store/seen.ts';
import { listSummaries, type Recounting, recomputeSummaries } from '../../../store/summaries.ts';

const SITE = 'https://register.example';
const OTHER = 'https://other.example';
const day = (text: string) => text as IsoDate;
const term = { from: day('2025-09-01'), to: day('2025-10-24') };
const rules: CountingRules = { calendar: { terms: [term], closures: [] }, policy: nationalPolicy };
const closed: CountingRules = {
  ...rules,
  calendar: { terms: [term], closures: [{ from: term.from, to: term.from, sessions: 'both' as const }] },
};
const PUPILS = Array.from({ length: 200 }, (_, i) => `p-${i}`);

let database: Database;
beforeEach(async () => {
  database = await openDatabase();
  for (const origin of [SITE, OTHER]) {
    const marks = PUPILS.map((pupil, i) => ({ pupil, code: i % 2 ? 'U' : '/' }));
    await addSeen(database, origin, { date: term.from, session: 'AM', marks }, 0);
  }
});
afterEach(async () => {
  database.close();
  await eraseDatabase();
});

const totals = async (origin: string, by = rules, on = day('2025-09-02')) => {
  const today = await countingDay(on, by);
  if (!today) throw new Error('There are term dates');
  const { pupils } = await listSummaries(database, origin, today);
  return [...pupils.values()].reduce((sum, { byCode }) => sum + byCode.U, 0);
};

test('every pupil of every site is counted anew by new rules, and how far it has come is told', async () => {
  const told: Recounting[] = [];
  const today = day('2025-09-02');
  await recomputeSummaries(database, null, { ...rules, today }, (progress) => told.push(progress));
  expect(await totals(SITE)).toBe(100);
  const rows = await database.pupils.count();
  expect(told.at(-1)).toEqual({ done: rows, of: rows });
  expect(told.length).toBeGreaterThan(4);
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
  await recomputeSummaries(database, SITE, { ...closed, today });
  expect(await totals(SITE, closed)).toBe(0);
  expect(await totals(OTHER)).toBe(100);
});

test('counting anew can be stopped, and what was not reached is counted when it is asked for', async () => {
  const stop = new AbortController();
  const told: Recounting[] = [];
  await recomputeSummaries(
    database,
    null,
    { ...closed, today: day('2025-09-02') },
    (progress) => {
      told.push(progress);
      stop.abort();
    },
    stop.signal,
  );
  expect(told).toHaveLength(1);
  expect(await database.counts.count()).toBeLessThan(await database.pupils.count());
  expect(await totals(SITE, closed)).toBe(0);
  expect(await totals(SITE)).toBe(100);
});

test('without term dates nothing is counted', async () => {
  await recomputeSummaries(database, null, { ...rules, calendar: null, today: day('2025-09-02') });
  expect(await database.counts.count()).toBe(0);
});

test('a register of an earlier day is answered, and does not push out what is kept of today', async () => {
  await totals(SITE);
  const kept = await database.counts.toArray();
  const question = { date: term.from, session: 'PM' as const, pupils: PUPILS };
  expect(await countsFor(database, SITE, question, rules)).toMatchObject({
    'p-1': { total: 1, expected: 1 },
  });
  expect(await database.counts.toArray()).toEqual(kept);
});
