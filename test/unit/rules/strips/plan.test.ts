import { describe, expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, type Session } from '../../../../rules/calendar/dates.ts';
import { IN_WINDOW, IN_YEAR, planSummary, yearsOfWindow } from '../../../../rules/strips/plan.ts';
import { sessionAt } from '../../../../rules/strips/strips.ts';

const date = (text: string) => text as IsoDate;
const calendar = schoolCalendar({
  terms: [
    { from: date('2026-07-13'), to: date('2026-07-14') },
    { from: date('2026-07-20'), to: date('2026-07-20') },
    { from: date('2026-09-01'), to: date('2026-09-04') },
  ],
  closures: [{ from: date('2026-07-14'), to: date('2026-07-14'), sessions: 'PM' }],
});
const plan = (schoolWeeks: number, asOf: string, beingMarked?: Session) =>
  planSummary({ calendar, threshold: { sessions: 10, schoolWeeks }, asOf: date(asOf), beingMarked });

describe('on Wednesday 2 September, over two school weeks', () => {
  test('every session the school held is listed with its week and its place', () => {
    const { days, indexes, weeks } = plan(2, '2026-09-02');
    expect(days.map((day, i) => `${fromDay(day)} ${weeks[i]}`)).toEqual([
      ...['2026-07-13 0', '2026-07-13 0', '2026-07-14 0', '2026-07-20 1', '2026-07-20 1'],
      ...['2026-09-01 2', '2026-09-01 2', '2026-09-02 2', '2026-09-02 2'],
    ]);
    const places = [...indexes].map((index, i) => sessionAt(i < 5 ? 2025 : 2026, index));
    expect(places.map((place) => place.date)).toEqual(days.map(fromDay));
    expect(places.map((place) => place.session).join(' ')).toBe('AM PM AM AM PM AM PM AM PM');
  });

  test('the last week of July is in the window, and September alone in the year', () => {
    expect(plan(2, '2026-09-02')).toMatchObject({
      threshold: { sessions: 10, schoolWeeks: 2 },
      schoolWeeks: 2,
      stretches: [
        { year: 2025, counts: 0, from: 0, until: 3 },
        { year: 2025, counts: IN_WINDOW, from: 3, until: 5 },
        { year: 2026, counts: IN_YEAR | IN_WINDOW, from: 5, until: 9 },
      ],
      windowFrom: 3,
      yearFrom: 5,
      toCome: null,
    });
  });
});

test('only the years that the window reaches are asked for', () => {
  expect(yearsOfWindow(plan(1, '2026-09-02'))).toEqual([2026]);
  expect(yearsOfWindow(plan(2, '2026-09-02'))).toEqual([2025, 2026]);
  expect(yearsOfWindow(plan(2, '2026-07-20'))).toEqual([2025]);
  expect(yearsOfWindow(plan(2, '2026-07-01'))).toEqual([]);
});

test.each([
  ['2026-09-02', 'AM', 7],
  ['2026-09-02', 'PM', null],
  ['2026-07-14', 'AM', null],
] as const)('on %s, while %s is marked, the session to come is %s', (asOf, beingMarked, toCome) => {
  expect(plan(2, asOf, beingMarked).toCome).toBe(toCome);
});
