import { expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { type IsoDate, toDay } from '../../../../rules/calendar/dates.ts';
import { closedFor } from '../../../../rules/calendar/for-year.ts';
import { history } from '../../../../rules/history/history.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';

const date = (text: string) => text as IsoDate;
const run = (from: string, to = from) => ({ from: date(from), to: date(to) });

/** Two school weeks of October 2026, of which Year 10 is away in the second. */
const calendar = schoolCalendar({
  terms: [run('2026-10-05', '2026-10-16')],
  closures: [
    { ...run('2026-10-12', '2026-10-16'), sessions: 'both', reason: 'Work experience', yearGroups: [10] },
  ],
});
const marks = [
  { date: date('2026-10-06'), session: 'AM' as const, code: 'U' },
  { date: date('2026-10-13'), session: 'AM' as const, code: 'U' },
];
const ask = (yearGroup?: string) =>
  history({ policy: nationalPolicy, asOf: date('2026-10-16'), calendar, marks, pupil: { yearGroup } });
const noted = (yearGroup?: string) => ask(yearGroup).notes.map(({ code }) => code);

test('the school meets, and the week is a school week for everybody', () => {
  expect(calendar.meets(toDay(date('2026-10-13')), 'AM')).toBe(true);
  expect(closedFor(calendar, toDay(date('2026-10-13')), 'AM')).toEqual([10]);
  expect(ask('Year 10').window.weeks).toEqual(['2026-10-05', '2026-10-12']);
});
test('for a pupil of that year the sessions are none: not expected, and a mark on them not counted', () => {
  const { unauthorised, coverage } = ask('10');
  expect(unauthorised.total).toBe(1);
  expect(coverage).toEqual({ known: 1, expected: 10 });
  expect(noted('10')).toContain('not-a-school-session');
  expect(noted('10')).not.toContain('year-group-closure');
});
test('for a pupil of another year nothing changes', () => {
  const { unauthorised, coverage } = ask('Year 9');
  expect(unauthorised.total).toBe(2);
  expect(coverage).toEqual({ known: 2, expected: 20 });
  expect(noted('Year 9')).not.toContain('year-group-closure');
});
test('for a pupil whose year is not known they are taken as held, so gaps are gaps, and it is noted', () => {
  expect(ask().coverage).toEqual({ known: 2, expected: 20 });
  expect(noted()).toContain('year-group-closure');
  expect(noted()).toContain('partial-history');
});
test('in which year group somebody was in an earlier academic year is not guessed', () => {
  const earlier = schoolCalendar({
    terms: [run('2026-07-06', '2026-07-17'), run('2026-09-07', '2026-09-11')],
    closures: [{ ...run('2026-07-13'), sessions: 'both', yearGroups: [10] }],
  });
  const told = history({
    ...{ policy: nationalPolicy, asOf: date('2026-09-11'), calendar: earlier },
    ...{ marks: [], pupil: { yearGroup: '10' } },
  });
  expect(told.coverage.expected).toBe(30);
  expect(told.notes.map(({ code }) => code)).toContain('year-group-closure');
});
