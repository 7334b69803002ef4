import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreedDay, datesIn, isoDay, orderIn, relativeDay } from '../../../sites/day.ts';

const day = (text: string, today: string | null = null) => agreedDay(datesIn(text, { today }));

describe('the day a text names', () => {
  test.each([
    'Friday 20 November 2026',
    'Fri 20th Nov 2026',
    '20 November 2026',
    'November 20, 2026',
    'Friday, November 20th, 2026',
    'Nov/20/2026',
    '20-Nov-2026',
    '20/11/2026',
    '20.11.2026',
    '20/11/2026.',
    '20/11/26',
    '20.11.26',
    '20 Nov 26',
    '20-Nov-26',
    '2026-11-20',
    '2026/11/20',
    '2026-11-20T08:50',
    '2026-11-20T00:00:00.000Z',
    '11/20/2026',
    'Register 10B, 20/11/2026, AM',
    '20/11/2026 (Fri)',
    '20 November 2026, Friday',
    '10B1 - 20 November 2026',
    'Class 3 - Friday 20 November 2026',
    'Period 3 – 20/11/2026',
    'Registration 08:50 - 20 November 2026',
    'Friday 20 November 2026 (20/11/2026)',
  ])('%s', (text) => {
    expect(day(text)).toBe('2026-11-20');
  });

  test.each(['5 Sept 2026', '5 Sep. 2026', 'Sat 5th of September 2026', 'Sept 5, 2026'])('%s', (text) => {
    expect(day(text)).toBe('2026-09-05');
  });

  test('day and month that could be either way round are not guessed', () => {
    expect(day('05/11/2026')).toBeNull();
    expect(day('05/11/26')).toBeNull();
  });

  test('a weekday beside it settles which is which', () => {
    expect(day('Thursday 05/11/2026')).toBe('2026-11-05');
    expect(day('Monday 05/11/2026')).toBe('2026-05-11');
    expect(day('05/11/2026 Thu')).toBe('2026-11-05');
  });

  test('so does another date', () => {
    expect(day('05/11/2026, 5 November 2026')).toBe('2026-11-05');
  });

  test('two figures with dashes may be the year first', () => {
    expect(day('20-11-26')).toBeNull();
    expect(day('20-11-26', '2026-11-23')).toBe('2026-11-20');
  });

  test('a weekday that does not fit makes the date doubtful', () => {
    expect(day('Monday 20 November 2026')).toBeNull();
    expect(day('20 November 2026, Monday')).toBeNull();
  });

  test.each([
    '20 November 2026 to 27 November 2026',
    '16–20 November 2026',
    '16th - 20th November 2026',
    'Mon 16 – Fri 20 November 2026',
    '16 November – 20 November 2026',
    'November 16 - November 20, 2026',
    '16/11 - 20/11/2026',
    '16 and 20 November 2026',
  ])('a range is none: %s', (text) => {
    expect(day(text, '2026-11-20')).toBeNull();
  });

  test.each([
    '',
    '10B',
    '31/02/2026',
    '30 February 2026',
    '9:20',
    '1.2.3.2026',
    'Autumn 2026',
    'November 2026',
    '2026/27',
    'Class 3 March 2026',
    'Year 10 May 2026',
    '3 Marks 2026',
    '12 Maybe 2026',
    'Fri 20 Nov 28 pupils',
    '20 Nov 08:50',
    'you may 20',
    'A2026-11-20',
  ])('%j names no day', (text) => {
    expect(day(text)).toBeNull();
  });

  test('a time near midnight in UTC may be of the next day', () => {
    expect(day('2026-06-18T23:00:00.000Z')).toBeNull();
    expect(day('2026-06-18T23:00:00.000Z, 19 June 2026')).toBe('2026-06-19');
  });
});

describe('a date without a year', () => {
  test('is settled by its weekday, where the one year within half a year of today fits', () => {
    expect(day('Friday 20 November', '2026-11-20')).toBe('2026-11-20');
    expect(day('Nov 20, Fri', '2026-11-23')).toBe('2026-11-20');
    expect(day('Fri 1 Jan', '2027-01-04')).toBe('2027-01-01');
    expect(day('Thu 31 Dec', '2027-01-04')).toBe('2026-12-31');
  });

  test('is unknown where the weekday does not fit, today is not known, or no weekday is named', () => {
    expect(day('Thursday 20 November', '2026-11-20')).toBeNull();
    expect(day('Friday 20 November')).toBeNull();
    expect(day('20 November', '2026-11-20')).toBeNull();
  });

  test('must agree with a date that has one', () => {
    expect(day('Fri 20 Nov; 2026-11-20')).toBe('2026-11-20');
    expect(day('20 November; 2026-11-19')).toBeNull();
  });
});

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December',
]; // biome-ignore format: a list
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Every usual way of writing a date, from its parts. */
const WAYS: readonly ((d: Date) => string)[] = [
  (d) => `${d.getUTCDate()}/${d.getUTCMonth() + 1}/${d.getUTCFullYear()}`,
  (d) => `${two(d.getUTCMonth() + 1)}/${two(d.getUTCDate())}/${d.getUTCFullYear()}`,
  (d) => `${two(d.getUTCDate())}.${two(d.getUTCMonth() + 1)}.${d.getUTCFullYear()}`,
  (d) => `${two(d.getUTCDate())}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCFullYear() % 100)}`,
  (d) => `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${two(d.getUTCFullYear() % 100)}`,
  (d) => `${d.getUTCMonth() + 1}/${d.getUTCDate()}/${two(d.getUTCFullYear() % 100)}`,
  (d) => `${two(d.getUTCFullYear() % 100)}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`,
  (d) =>
    `${WEEKDAYS[d.getUTCDay()]?.slice(0, 3)} ${d.getUTCDate()}/${d.getUTCMonth() + 1}/${d.getUTCFullYear()}`,
  (d) => `${WEEKDAYS[d.getUTCDay()]} ${d.getUTCMonth() + 1}/${d.getUTCDate()}/${d.getUTCFullYear()}`,
  (d) => `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`,
  (d) => `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]?.slice(0, 3)} ${d.getUTCFullYear() % 100}`,
  (d) => `${MONTHS[d.getUTCMonth()]} ${d.getUTCDate()}, ${d.getUTCFullYear()}`,
  (d) => `${MONTHS[d.getUTCMonth()]?.slice(0, 3)}/${two(d.getUTCDate())}/${d.getUTCFullYear()}`,
  (d) => `${WEEKDAYS[d.getUTCDay()]} ${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`,
  (d) => `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`,
  (d) => d.toISOString().slice(0, 10),
  (d) => d.toISOString(),
];
const two = (n: number): string => String(n).padStart(2, '0');

const anyDay = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2035, 11, 31) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000));
const around = fc.constantFrom(
  ['', ''],
  ['Register 10B, ', ' AM'],
  ['Class 3 - ', ''],
  ['Period 2 · ', ' (Maths)'],
  ['Year 6 Maple ', ', 28 pupils'],
  ['Date: ', ' – 30 marked'],
);

test('a day written in any usual way is read as itself, or not at all', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.constantFrom(...WAYS),
      around,
      fc.boolean(),
      (date, way, [before, after], known) => {
        const iso = date.toISOString().slice(0, 10);
        expect([iso, null]).toContain(day(`${before}${way(date)}${after}`, known ? iso : null));
      },
    ),
    { numRuns: 3000 },
  );
});

test('a day with its month in words, or with a year of four figures first, is always read', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(WAYS.slice(9, 13).map((way) => day(way(date)))).toEqual([iso, iso, iso, iso]);
      expect(day(`Date ${iso}`)).toBe(iso);
    }),
  );
});

test('the order of day and month is told by the dates that have only one', () => {
  expect(orderIn(['05/11/2026', '13/11/2026'])).toBe('day-first');
  expect(orderIn(['11/13/2026'])).toBe('month-first');
  expect(orderIn(['11/13/2026', '13/11/2026'])).toBeNull();
  expect(orderIn(['05/11/2026'])).toBeNull();
  expect(agreedDay(datesIn('05/11/2026', { order: 'day-first' }))).toBe('2026-11-05');
  expect(agreedDay(datesIn('05/11/2026', { order: 'month-first' }))).toBe('2026-05-11');
});

describe('a day in a word', () => {
  test.each([
    ['Today', '2026-11-20'],
    ['today (Fri)', '2026-11-20'],
    ['Register for today', '2026-11-20'],
    ['Yesterday', '2026-11-19'],
    ['Attendance: tomorrow', '2026-11-21'],
    ['Today’s register', '2026-11-20'],
    ['Today AM, 10B', '2026-11-20'],
  ])('%s', (text, expected) => {
    expect(relativeDay(text, '2026-11-20')).toEqual([expected]);
    expect(relativeDay(text, null)).toEqual([]);
  });

  test.each([
    'Today is World Book Day',
    'Today’s notices',
    'The selected date is not today',
    'Absent yesterday',
    'Todays',
    '',
  ])('%j is none', (text) => {
    expect(relativeDay(text, '2026-11-20')).toBeNull();
  });
});

test('numbers that are no day', () => {
  expect(isoDay(2026, 2, 29)).toBeNull();
  expect(isoDay(2024, 2, 29)).toBe('2024-02-29');
  expect(isoDay(Number.NaN, 1, 1)).toBeNull();
});
