import { describe, expect, test } from 'vitest';
import type { CalendarInput } from '../../../../rules/calendar/calendar.ts';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { odditiesOf } from '../../../../rules/calendar/oddities.ts';
import { summariseYears } from '../../../../rules/calendar/year.ts';

const run = (from: string, to = from) => ({ from: from as IsoDate, to: to as IsoDate });
const off = (day: string, reason: string) => ({ ...run(day), sessions: 'both' as const, reason });

/** A usual year: terms of 39, 35, 30, 24, 35 and 33 weekdays, 196, less five INSET days and a bank holiday. */
const whole: CalendarInput = {
  terms: [
    run('2026-09-01', '2026-10-23'),
    run('2026-11-02', '2026-12-18'),
    run('2027-01-04', '2027-02-12'),
    run('2027-02-22', '2027-03-25'),
    run('2027-04-12', '2027-05-28'),
    run('2027-06-07', '2027-07-21'),
  ],
  closures: [
    ...['2026-09-01', '2026-09-02', '2026-11-02', '2027-01-04', '2027-06-07'].map((day) => off(day, 'INSET')),
    off('2027-05-03', 'Early May bank holiday'),
  ],
};
const kinds = (calendar: CalendarInput, today = '2026-11-27') =>
  odditiesOf(calendar, today as IsoDate, 10).map(({ kind }) => kind);
const withTerms = (...terms: CalendarInput['terms']) => ({ terms, closures: [] });

describe('a year in figures', () => {
  test('days are those with a session, half days halves, and INSET days stand apart', () => {
    expect(summariseYears(whole)).toEqual([
      { year: 2026, weeks: 8 + 7 + 6 + 5 + 7 + 7, days: 190, insetDays: 5 },
    ]);
    const half = { ...run('2026-12-18'), sessions: 'PM' as const, reason: 'Early close' };
    expect(summariseYears({ ...whole, closures: [...whole.closures, half] })[0]?.days).toBe(189.5);
  });
  test('a closure of some year groups takes no day from the school', () => {
    const some = { ...off('2027-07-05', 'INSET'), yearGroups: [10] };
    expect(summariseYears({ ...whole, closures: [...whole.closures, some] })[0]).toMatchObject({
      days: 190,
      insetDays: 5,
    });
  });
});

describe('what looks odd', () => {
  test('nothing about a usual year, when it reaches back far enough', () =>
    expect(kinds(whole, '2027-01-20')).toEqual([]));
  test('a term at a weekend', () =>
    expect(kinds(withTerms(run('2026-08-30', '2026-10-24')))).toEqual(
      expect.arrayContaining(['weekend', 'weekend']),
    ));
  test('terms that overlap, and terms with no week between', () => {
    expect(kinds(withTerms(run('2026-09-01', '2026-10-23'), run('2026-10-20', '2026-12-18')))).toContain(
      'overlap',
    );
    expect(kinds(withTerms(run('2026-09-01', '2026-10-23'), run('2026-10-26', '2026-12-18')))).toContain(
      'no-gap',
    );
    expect(kinds(withTerms(run('2026-09-01', '2026-10-23'), run('2026-11-02', '2026-12-18')))).not.toContain(
      'no-gap',
    );
  });
  test('a term with no half term', () =>
    expect(kinds(withTerms(run('2026-09-01', '2026-12-18')))).toContain('long-run'));
  test('a year of too few days, and of too many', () => {
    expect(kinds(withTerms(run('2026-09-01', '2026-10-23')))).toContain('few-days');
    expect(kinds(withTerms(run('2026-09-01', '2027-07-21')))).toContain('many-days');
  });
  test('a bank holiday on which school is open', () =>
    expect(kinds({ ...whole, closures: whole.closures.slice(0, 5) }, '2027-01-20')).toEqual([
      'bank-holiday',
    ]));
  test('dates that reach back fewer than ten school weeks, or have ended', () => {
    expect(kinds(whole, '2026-10-01')).toEqual(['short']);
    expect(kinds(whole, '2027-08-01')).toEqual(['ended']);
  });
});
