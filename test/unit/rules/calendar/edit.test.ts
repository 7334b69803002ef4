import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarInput, schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS, toDay } from '../../../../rules/calendar/dates.ts';
import {
  closeBankHolidays,
  closeSessions,
  mergeYears,
  openSessions,
  statesOf,
} from '../../../../rules/calendar/edit.ts';

const date = (text: string) => text as IsoDate;
const run = (from: string, to = from) => ({ from: date(from), to: date(to) });
const calendar: CalendarInput = {
  terms: [run('2026-09-01', '2026-10-23'), run('2026-11-02', '2026-12-18')],
  closures: [{ ...run('2026-09-01', '2026-09-02'), sessions: 'both', reason: 'INSET' }],
};
const sessions = (input: CalendarInput) => {
  const { meets, schoolDays } = schoolCalendar(input);
  return schoolDays.flatMap((day) =>
    SESSIONS.filter((half) => meets(day, half)).map((half) => `${fromDay(day)} ${half}`),
  );
};

describe('closing and opening', () => {
  test('an afternoon closes alone, with its reason', () => {
    const state = statesOf(closeSessions(calendar, date('2026-12-18'), 'PM', { reason: 'Early close' }));
    expect(state(toDay(date('2026-12-18')), 'AM').kind).toBe('open');
    expect(state(toDay(date('2026-12-18')), 'PM')).toEqual({ kind: 'closed', reason: 'Early close' });
    expect(state(toDay(date('2026-10-28')), 'AM')).toEqual({ kind: 'outside' });
  });
  test('one day of a longer closure opens, and the rest stays', () => {
    const opened = openSessions(calendar, date('2026-09-01'), 'both');
    expect(opened.closures).toEqual([{ ...run('2026-09-02'), sessions: 'both', reason: 'INSET' }]);
    const half = openSessions(calendar, date('2026-09-02'), 'AM');
    expect(half.closures).toEqual([
      { ...run('2026-09-01'), sessions: 'both', reason: 'INSET' },
      { ...run('2026-09-02'), sessions: 'PM', reason: 'INSET' },
    ]);
  });
  test('a Monday after a term’s last Friday joins the term', () => {
    expect(openSessions(calendar, date('2026-12-21'), 'both').terms[1]).toEqual(
      run('2026-11-02', '2026-12-21'),
    );
  });
  test('whatever is pressed, one session changes and no other', () => {
    const day = fc
      .integer({ min: toDay(date('2026-08-24')), max: toDay(date('2027-01-08')) })
      .filter((n) => (n + 3) % 7 < 5);
    const press = fc.tuple(day, fc.constantFrom(...SESSIONS), fc.boolean());
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
        let now = calendar;
        const expected = new Set(sessions(now));
        for (const [at, half, open] of presses) {
          const on = fromDay(at);
          now = open ? openSessions(now, on, half) : closeSessions(now, on, half, { reason: 'INSET' });
          if (open) expected.add(`${on} ${half}`);
          else expected.delete(`${on} ${half}`);
        }
        expect(sessions(now)).toEqual([...expected].sort());
      }),
    );
  });
});

test('bank holidays in a term close by name, once', () => {
  const summer = { terms: [run('2027-04-12', '2027-05-28')], closures: [] };
  const closed = closeBankHolidays(summer);
  expect(closed.closures).toEqual([
    { ...run('2027-05-03'), sessions: 'both', reason: 'Early May bank holiday' },
  ]);
  expect(closeBankHolidays(closed)).toEqual(closed);
});

describe('dates taken in', () => {
  const incoming: CalendarInput = { terms: [run('2026-09-03', '2026-12-18')], closures: [] };
  const before: CalendarInput = {
    terms: [run('2026-04-13', '2026-07-20'), ...calendar.terms],
    closures: calendar.closures,
  };
  test('replace the terms of their academic year and of no other', () => {
    expect(mergeYears(before, incoming, true).terms).toEqual([
      run('2026-04-13', '2026-07-20'),
      run('2026-09-03', '2026-12-18'),
    ]);
  });
  test('keep the closures already there, or not, as asked', () => {
    expect(mergeYears(before, incoming, true).closures).toEqual(calendar.closures);
    expect(mergeYears(before, incoming, false).closures).toEqual([]);
  });
});
