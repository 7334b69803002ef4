import { describe, expect, test } from 'vitest';
import { schoolCalendar, windowWeeks } from '../../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS, toDay, weekday } from '../../../../rules/calendar/dates.ts';
import { inferCalendar, type SessionTally } from '../../../../rules/calendar/inferred.ts';

const date = (text: string) => text as IsoDate;
const day = (text: string) => toDay(date(text));

/** A school of `of` pupils, each with a mark of every session from `from` to `to`, but for the days of `not`. */
function marked(from: string, to: string, of = 200, not: readonly string[] = []): SessionTally[] {
  const tallies: SessionTally[] = [];
  for (let at = day(from); at <= day(to); at++)
    if (weekday(at) < 5 && !not.includes(fromDay(at)))
      for (const session of SESSIONS) tallies.push({ date: fromDay(at), session, marked: of, closed: 0, of });
  return tallies;
}
const inferred = (tallies: readonly SessionTally[]) => {
  const found = inferCalendar(tallies);
  if (!found) throw new Error('nothing was inferred');
  return { ...found, school: schoolCalendar(found.calendar) };
};

const autumn = [...marked('2026-09-02', '2026-10-23'), ...marked('2026-11-02', '2026-11-27')];

describe('from the marks of a whole school', () => {
  test('a week of October without a mark is the half term, and no school week', () => {
    const { school, unknown, first, last } = inferred(autumn);
    expect({ first, last, unknown }).toEqual({ first: '2026-09-02', last: '2026-11-27', unknown: [] });
    expect(school.meets(day('2026-10-28'), 'AM')).toBe(false);
    expect(windowWeeks(school, day('2026-11-27'), 10).map(fromDay)[0]).toBe('2026-09-14');
  });
  test('a day without a mark is not called a closure: it is not known, and counted as a school day', () => {
    const { school, unknown } = inferred(marked('2026-09-02', '2026-10-23', 200, ['2026-09-18']));
    expect(unknown).toEqual(['2026-09-18']);
    expect(school.meets(day('2026-09-18'), 'AM')).toBe(true);
  });
  test('a bank holiday without a mark is closed by its name', () => {
    const { calendar, unknown } = inferred(marked('2027-04-12', '2027-05-21', 200, ['2027-05-03']));
    expect(calendar.closures).toMatchObject([{ from: '2027-05-03', reason: 'Early May bank holiday' }]);
    expect(unknown).toEqual([]);
  });
  test('a day marked # by the pupils is a closure', () => {
    const planned = SESSIONS.map((session) => ({
      date: date('2026-09-18'),
      session,
      marked: 0,
      closed: 200,
      of: 200,
    }));
    const { school } = inferred([...marked('2026-09-02', '2026-10-23', 200, ['2026-09-18']), ...planned]);
    expect(school.meets(day('2026-09-18'), 'PM')).toBe(false);
  });
  test('after the last mark every weekday is taken as a school day, for a lower bound', () => {
    const { school } = inferred(autumn);
    expect(school.meets(day('2026-12-25'), 'AM')).toBe(true);
    expect(school.meets(day('2026-09-01'), 'AM')).toBe(false);
  });
});

describe('on thin evidence', () => {
  test('a gap at a time of year when schools meet is not called a holiday', () => {
    const { unknown, school } = inferred([
      ...marked('2026-09-02', '2026-09-18'),
      ...marked('2026-09-28', '2026-10-23'),
    ]);
    expect(unknown).toHaveLength(5);
    expect(school.weeks.map(fromDay)).toContain('2026-09-21');
  });
  test('a gap between the marks of single classes is not called a holiday', () => {
    const one = (from: string, to: string) => marked(from, to).map((tally) => ({ ...tally, marked: 25 }));
    const { unknown } = inferred([...one('2026-09-02', '2026-10-23'), ...one('2026-11-02', '2026-11-27')]);
    expect(unknown).toHaveLength(5);
  });
  test('a few marks do not make a day a school day', () => {
    const slip = { date: date('2026-10-28'), session: 'AM' as const, marked: 2, closed: 0, of: 200 };
    expect(inferred([...autumn, slip]).unknown).toContain('2026-10-28');
    expect(inferCalendar([slip])).toBeNull();
    expect(inferCalendar([])).toBeNull();
  });
});
