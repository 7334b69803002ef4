import { describe, expect, test } from 'vitest';
import { BANK_HOLIDAYS, bankHolidaysIn } from '../../../../rules/calendar/bank-holidays.ts';
import { fromDay, type IsoDate, toDay, weekday } from '../../../../rules/calendar/dates.ts';
import { bankHolidaysBetween } from '../../../../scripts/bank-holidays-of.ts';

const date = (year: number, month: number, day: number) =>
  toDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate);

/** Easter Sunday (Butcher’s form of the Gregorian computus, as in the Book of Common Prayer’s tables). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return date(year, Math.floor(n / 31), (n % 31) + 1);
}

const monday = (day: number) => day + ((7 - weekday(day)) % 7);

/**
 * Banking and Financial Dealings Act 1971, s1 and Schedule 1 for England: Easter Monday, the last Mondays of May and August,
 * 26 December if it is not a Sunday, and 27 December in a year in which 25 or 26 December is a Sunday. By proclamation under
 * s1(3): New Year’s Day or the weekday after, the first Monday of May, and 28 December where 25 or 26 is a Saturday.
 * Christmas Day and Good Friday by common law.
 */
function byStatute(year: number): readonly string[] {
  const newYear = date(year, 1, 1);
  const december = (day: number) => date(year, 12, day);
  const sunday = (day: number) => weekday(december(day)) === 6;
  const saturday = (day: number) => weekday(december(day)) === 5;
  return [
    weekday(newYear) > 4 ? monday(newYear) : newYear,
    easter(year) - 2,
    easter(year) + 1,
    monday(date(year, 5, 1)),
    date(year, 5, 31) - weekday(date(year, 5, 31)),
    date(year, 8, 31) - weekday(date(year, 8, 31)),
    december(25),
    ...(sunday(26) ? [] : [december(26)]),
    ...(sunday(25) || sunday(26) ? [december(27)] : []),
    ...(saturday(25) || saturday(26) ? [december(28)] : []),
  ]
    .filter((day) => weekday(day) < 5)
    .map(fromDay)
    .sort();
}

/** Single days by Royal Proclamation, as published in the London Gazette: what takes a day away, and what adds one. */
const PROCLAIMED: Readonly<Record<number, { not: readonly string[]; but: readonly string[] }>> = {
  2020: { not: ['2020-05-04'], but: ['2020-05-08'] },
  2022: { not: ['2022-05-30'], but: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { not: [], but: ['2023-05-08'] },
};

describe('bank holidays of England', () => {
  test.each(Array.from({ length: 18 }, (_, i) => 2018 + i))(
    '%i is as the Act and the proclamations have it',
    (year) => {
      const { not = [], but = [] } = PROCLAIMED[year] ?? {};
      const expected = [...byStatute(year).filter((day) => !not.includes(day)), ...but].sort();
      const ours = bankHolidaysIn(`${year}-01-01` as IsoDate, `${year}-12-31` as IsoDate);
      expect(ours.map((holiday) => holiday.date)).toEqual(expected);
    },
  );
  test('Easter is found where it is known to be', () => {
    // 20 April 2025, 5 April 2026, 28 March 2027, 16 April 2028.
    expect([2025, 2026, 2027, 2028].map((year) => fromDay(easter(year)))).toEqual([
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
    ]);
  });
  test('are those of the package they are from', () => {
    expect(BANK_HOLIDAYS.map(({ date, name }) => [date, name])).toEqual(bankHolidaysBetween(2018, 2035));
  });
});
