import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromDay, type IsoDate, toDay, weekday } from '../../../rules/calendar/dates.ts';
import { builtInPolicy, nationalPolicy } from '../../../rules/policy/profiles.ts';
import { pack } from '../../../rules/strips/strips.ts';
import { countsFor } from '../../../store/counts.ts';
import { type Database, eraseDatabase, openDatabase } from '../../../store/database.ts';
import { beginImport, commitImport, listImports, stagePart } from '../../../store/imports.ts';
import { logOf, openLog } from '../../../store/log.ts';
import { marksOf } from '../../../store/marks.ts';
import { PRACTICE_ORIGIN } from '../../../store/requests.ts';
import { clockDoubt } from '../../../store/retention/clock-doubt.ts';
import { type KeepFor, keptFrom } from '../../../store/retention/kept-from.ts';
import { planTidy, type TidyQuestion, tidy } from '../../../store/retention/tidy.ts';
import { addSeen } from '../../../store/seen.ts';
import { toBase64 } from '../../../store/strip-text.ts';
import { undoImport } from '../../../store/undo-import.ts';

const SITE = 'https://register.example';
const day = (text: string): IsoDate => text as IsoDate;
const ms = (date: string): number => Date.parse(`${date}T09:00Z`);

/** Two years of an ordinary school, as a council publishes them. */
const calendar = {
  terms: [
    ...['2024-09-03 2024-10-25', '2024-11-04 2024-12-20', '2025-01-06 2025-02-14', '2025-02-24 2025-04-04'],
    ...['2025-04-22 2025-05-23', '2025-06-02 2025-07-22', '2025-09-02 2025-10-24', '2025-11-03 2025-12-19'],
    ...['2026-01-05 2026-02-13', '2026-02-23 2026-03-27', '2026-04-13 2026-05-22', '2026-06-01 2026-07-21'],
    ...['2026-09-02 2026-10-23', '2026-11-02 2026-12-18'],
  ].map((term) => ({ from: day(term.slice(0, 10)), to: day(term.slice(11)) })),
  closures: [],
};
const walton = builtInPolicy('walton-oak') ?? nationalPolicy;

describe('how far back marks are kept', () => {
  const from = (
    asOf: string,
    keepFor: KeepFor,
    policy = nationalPolicy,
    dates: typeof calendar | null = calendar,
  ) => keptFrom(day(asOf), { keepFor, calendar: dates, policy });

  test.each([
    // Late in the year the year to date reaches further than ten weeks.
    ['2026-11-27', '2026-09-01'],
    ['2026-07-20', '2025-09-01'],
    // The fifth school week of a September: five weeks before the summer belong to the window too. 22 June, 29 June, 6, 13
    // and 20 July; then 31 August, 7, 14, 21 and 28 September.
    ['2026-10-01', '2026-06-22'],
    ['2026-09-02', '2026-05-18'],
  ])('on %s what ten school weeks and the year to date need begins on %s', (asOf, first) => {
    expect(from(asOf, 'needed')).toBe(first);
  });

  test('is the whole year before where term dates do not say how far ten school weeks reach', () => {
    expect(from('2026-10-01', 'needed', nationalPolicy, null)).toBe('2025-09-01');
    expect(from('2024-09-10', 'needed')).toBe('2023-09-01');
  });

  test('until the end of the next school year is from 1 September of the year before', () => {
    expect(from('2026-08-31', 'next-year')).toBe('2024-09-01');
    expect(from('2026-09-01', 'next-year')).toBe('2025-09-01');
  });

  test('as long as the policy says is its three years, and where it says nothing, as the next year', () => {
    expect(from('2026-11-27', 'policy', walton)).toBe('2023-11-27');
    expect(from('2028-02-29', 'policy', walton)).toBe('2025-02-28');
    expect(from('2026-11-27', 'policy')).toBe('2025-09-01');
  });

  test('is never longer than the policy says', () => {
    const retention = { years: 1, clause: 'retention' };
    const short = { ...walton, stated: { ...walton.stated, retention } };
    for (const keepFor of ['needed', 'next-year', 'policy'] as const)
      expect(from('2026-11-27', keepFor, short) >= '2025-11-27').toBe(true);
  });
});

test.each([
  ['2027-11-29', '2026-11-27', null, 'ahead'],
  ['2027-11-28', '2026-11-27', null, null],
  ['2025-11-25', '2026-11-27', null, 'back'],
  ['2026-11-27', '2026-11-27', '2028-01-03', 'back'],
  ['2026-11-27', null, null, null],
] as const)(
  'on %s, with marks to %s and notes to %s, the clock is in doubt: %s',
  (today, mark, noted, doubt) => {
    const date = (text: string | null) => (text === null ? null : day(text));
    expect(clockDoubt(day(today), { lastMark: date(mark), lastNoted: date(noted) })).toBe(doubt);
  },
);

describe('tidying', () => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase();
  });
  afterEach(async () => {
    database.close();
    await eraseDatabase();
  });

  const question = (today: string, more: Partial<TidyQuestion> = {}): TidyQuestion => ({
    ...{ keepFor: 'needed', calendar, policy: nationalPolicy, at: ms(today), today: day(today) },
    ...more,
  });
  const see = (date: string, pupil: string, code: string, origin = SITE, at = ms(date)) =>
    addSeen(database, origin, { date: day(date), session: 'AM', marks: [{ pupil, code }] }, at);
  const importDay = async (dates: readonly string[], pupil: string, code: string, at: number) => {
    const packed = pack(dates.map((date) => ({ date: day(date), session: 'AM' as const, code })));
    if (!packed.ok) throw new Error('not packed');
    const { id } = await beginImport(database, { origin: SITE, file: 'm.csv', savedAt: at });
    const strips = [...packed.value].map(([year, bytes]) => ({ pupil, year, bytes: toBase64(bytes) }));
    await stagePart(database, { id, part: 0, strips });
    return commitImport(database, id, at);
  };
  const dates = async (pupil: string, origin = SITE) =>
    (await marksOf(database, origin, pupil)).map(({ date }) => date);

  test('erases what is older, and nothing that is not; says so, and notes it without a name', async () => {
    for (const date of ['2024-11-04', '2025-06-02', '2025-09-02', '2026-08-31', '2026-09-01', '2026-11-27'])
      await see(date, 'p-1', '/');
    await see('2025-03-03', 'p-2', 'U');
    const plan = await planTidy(database, question('2026-11-27'));
    expect(plan).toMatchObject({ keptFrom: '2026-09-01', gone: { pupils: 2, sessions: 5 }, last: null });
    expect(await dates('p-1')).toHaveLength(6);
    const after = await tidy(database, question('2026-11-27'));
    expect(after).toMatchObject({
      gone: { pupils: 0, sessions: 0 },
      last: { at: ms('2026-11-27'), keptFrom: '2026-09-01', pupils: 2, sessions: 5 },
    });
    expect(await dates('p-1')).toEqual(['2026-09-01', '2026-11-27']);
    expect(await dates('p-2')).toEqual([]);
    const noted = (await openLog(database, SITE, { from: 0, to: 255 })).flatMap(({ entries }) => entries);
    expect(noted.every(({ kind, pupil }) => kind === 'tidied' && pupil === null)).toBe(true);
    expect(noted.reduce((sum, each) => sum + ('sessions' in each ? each.sessions : 0), 0)).toBe(5);
  });

  test('leaves every count of the day as it was', async () => {
    const monday = toDay(day('2026-10-01'));
    for (let back = 0; back < 500; back += 3) {
      const date = monday - back;
      if (weekday(date) < 5) await see(fromDay(date), 'p-1', back % 2 ? 'U' : '/');
    }
    const ask = { pupils: ['p-1'], date: day('2026-10-01'), session: 'PM' } as const;
    const rules = { calendar, policy: nationalPolicy };
    const before = await countsFor(database, SITE, ask, rules);
    expect((await tidy(database, question('2026-10-01'))).last?.sessions).toBeGreaterThan(50);
    expect(await countsFor(database, SITE, ask, rules)).toEqual(before);
  });

  test('takes what was noted of marks that go, imports that are older, and what would put old marks back', async () => {
    await importDay(['2025-10-01', '2026-11-25'], 'p-1', 'U', ms('2025-10-02'));
    await see('2025-10-01', 'p-1', '/');
    await see('2026-11-25', 'p-1', '/');
    const { id } = await importDay(['2025-10-01', '2026-11-25'], 'p-1', 'I', ms('2026-11-26'));
    expect(await logOf(database, SITE, 'p-1')).toHaveLength(4);
    await tidy(database, question('2026-11-27'));
    const left = await logOf(database, SITE, 'p-1');
    expect(left.map((entry) => 'date' in entry && entry.date)).toEqual(['2026-11-25', '2026-11-25']);
    expect(await listImports(database)).toMatchObject([{ id, canUndo: true }]);
    expect(await undoImport(database, id)).toEqual({ pupils: 1, marks: 1 });
    expect(await dates('p-1')).toEqual(['2026-11-25']);
  });

  test('erases nothing when the clock is a year ahead or back, until somebody says that it is right', async () => {
    await see('2025-09-02', 'p-1', '/');
    await see('2026-07-14', 'p-1', '/');
    const ahead = await tidy(database, question('2027-09-10'));
    expect(ahead).toMatchObject({ doubt: 'ahead', lastMark: '2026-07-14', last: null });
    expect(await tidy(database, question('2024-09-10'))).toMatchObject({ doubt: 'back' });
    expect(await dates('p-1')).toHaveLength(2);
    await tidy(database, question('2027-09-10', { dateIsRight: true }));
    expect(await dates('p-1')).toEqual([]);
  });

  test('never goes by a later day than the latest mark, so a clock a little ahead erases nothing', async () => {
    await see('2025-09-02', 'p-1', '/');
    await see('2026-07-14', 'p-1', '/');
    // 1 September has come on the clock, and with it another year to date.
    expect((await tidy(database, question('2026-09-10'))).keptFrom).toBe('2025-09-01');
    expect(await dates('p-1')).toHaveLength(2);
    // The practice register's made-up marks say nothing of the day.
    await see('2026-09-10', 'p-1', '/', PRACTICE_ORIGIN);
    await tidy(database, question('2026-09-10'));
    expect(await dates('p-1')).toHaveLength(2);
  });

  test('leaves what cannot be read as it is', async () => {
    await see('2025-03-03', 'p-1', '/');
    await see('2026-11-27', 'p-2', '/');
    const shard = await database.vault.shardOf(SITE, 'p-1');
    await database.pupils.put(new Uint8Array(40), [SITE, shard]);
    await tidy(database, question('2026-11-27'));
    expect(await database.pupils.get([SITE, shard])).toEqual(new Uint8Array(40));
    await expect(marksOf(database, SITE, 'p-1')).rejects.toThrow('cannot be read');
  });

  test('does what a plain filter of a list does, whatever the marks', async () => {
    const someDay = fc.integer({ min: toDay(day('2023-08-28')), max: toDay(day('2026-11-27')) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), someDay), { maxLength: 30 }),
        someDay,
        async (marks, today) => {
          await database.pupils.clear();
          const weekdays = marks.filter(([, date]) => weekday(date) < 5);
          for (const [pupil, date] of weekdays) await see(fromDay(date), pupil, '/');
          const asked = question(fromDay(today), { dateIsRight: true, keepFor: 'next-year' });
          const { keptFrom: first } = await tidy(database, asked);
          for (const pupil of ['a', 'b', 'c']) {
            const expected = weekdays.filter(([of]) => of === pupil).map(([, date]) => fromDay(date));
            expect(await dates(pupil)).toEqual([...new Set(expected)].filter((date) => date >= first).sort());
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
