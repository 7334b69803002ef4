import { describe, expect, test } from 'vitest';
import {
  schoolCalendar,
  schoolDayAfter,
  schoolDaysBetween,
  span,
  windowWeeks,
} from '../../../../rules/calendar/calendar.ts';
import {
  academicYearStart,
  fromDay,
  type IsoDate,
  parseIsoDate,
  toDay,
} from '../../../../rules/calendar/dates.ts';

const date = (text: string) => text as IsoDate;

describe('dates', () => {
  test.each([
    '2026-02-30',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '2025-02-29',
    'tomorrow',
    '',
    '2026/11/20',
    '2026-11-20 ',
  ])('“%s” is not a date', (text) => expect(parseIsoDate(text)).toBeNull());
  test.each([
    ['2026-08-31', '2025-09-01'],
    ['2026-09-01', '2026-09-01'],
    ['2026-12-31', '2026-09-01'],
    ['2026-01-01', '2025-09-01'],
  ])('%s is in the academic year from %s', (day, from) => expect(academicYearStart(date(day))).toBe(from));
  test('a year is written in four digits, however long ago', () => {
    expect(fromDay(toDay(date('0987-06-05')))).toBe('0987-06-05');
  });
  test('a leap day is a date', () => expect(parseIsoDate('2024-02-29')).toBe('2024-02-29'));
});

describe('sessions', () => {
  const calendar = schoolCalendar({
    terms: [{ from: date('2026-11-02'), to: date('2026-11-22') }],
    closures: [
      { from: date('2026-11-13'), to: date('2026-11-13'), sessions: 'both', reason: 'INSET' },
      { from: date('2026-11-20'), to: date('2026-11-20'), sessions: 'PM' },
    ],
  });
  const meets = (day: string, session: 'AM' | 'PM') => calendar.meets(toDay(date(day)), session);

  test('are every AM and PM, Monday to Friday, inside a term', () => {
    expect(meets('2026-11-02', 'AM')).toBe(true);
    expect(meets('2026-11-06', 'PM')).toBe(true);
    expect(meets('2026-11-07', 'AM')).toBe(false);
    expect(meets('2026-10-30', 'AM')).toBe(false);
  });
  test('less the closures, whole days or half', () => {
    expect(meets('2026-11-13', 'AM')).toBe(false);
    expect(meets('2026-11-20', 'AM')).toBe(true);
    expect(meets('2026-11-20', 'PM')).toBe(false);
  });
  test('the five school days after Monday 9 November skip the INSET day', () => {
    const nth = (n: number) => {
      const day = schoolDayAfter(calendar, toDay(date('2026-11-09')), n);
      return day === null ? null : fromDay(day);
    };
    expect([1, 2, 3, 4, 5].map(nth)).toEqual([
      '2026-11-10',
      '2026-11-11',
      '2026-11-12',
      '2026-11-16',
      '2026-11-17',
    ]);
    expect(nth(50)).toBeNull();
    expect(schoolDaysBetween(calendar, toDay(date('2026-11-09')), toDay(date('2026-11-15')))).toBe(3);
  });
  test('a day closed in two halves is closed', () => {
    const halves = schoolCalendar({
      terms: [{ from: date('2026-11-02'), to: date('2026-11-02') }],
      closures: [
        { from: date('2026-11-02'), to: date('2026-11-02'), sessions: 'AM' },
        { from: date('2026-11-02'), to: date('2026-11-02'), sessions: 'PM' },
      ],
    });
    expect(halves.weeks).toEqual([]);
  });
  test('terms may be given in any order', () => {
    const terms = [
      { from: date('2026-11-02'), to: date('2026-11-03') },
      { from: date('2026-09-02'), to: date('2026-09-04') },
    ];
    const mixed = schoolCalendar({ terms, closures: [] });
    expect(mixed.schoolDays.map(fromDay)).toEqual([
      '2026-09-02',
      '2026-09-03',
      '2026-09-04',
      '2026-11-02',
      '2026-11-03',
    ]);
    expect(mixed.weeks.map(fromDay)).toEqual(['2026-08-31', '2026-11-02']);
    expect(span(mixed)).toEqual({ first: '2026-09-02', last: '2026-11-03' });
  });
  test('a calendar with no session spans nothing', () => {
    expect(span(schoolCalendar({ terms: [], closures: [] }))).toBeNull();
  });
  test('a school week has at least one session, and counts from its Monday', () => {
    const oneSession = schoolCalendar({
      terms: [
        { from: date('2026-12-14'), to: date('2026-12-18') },
        { from: date('2026-12-24'), to: date('2026-12-24') },
      ],
      closures: [{ from: date('2026-12-24'), to: date('2026-12-24'), sessions: 'PM' }],
    });
    expect(oneSession.weeks.map(fromDay)).toEqual(['2026-12-14', '2026-12-21']);
    expect(windowWeeks(oneSession, toDay(date('2026-12-21')), 10).map(fromDay)).toEqual([
      '2026-12-14',
      '2026-12-21',
    ]);
    expect(windowWeeks(oneSession, toDay(date('2026-12-20')), 10).map(fromDay)).toEqual(['2026-12-14']);
  });
});
