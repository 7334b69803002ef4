import { describe, expect, test } from 'vitest';
import { fromDay, type IsoDate, mondayOf, toDay } from '../../../../rules/calendar/dates.ts';
import { count, date, mark, twoYears, weeksOf } from './counting.ts';
import worked from './week-cases.json' with { type: 'json' };

const calendar = weeksOf(worked.schoolWeeks.filter(({ sessions }) => sessions > 0));
const marksOf = (one: (typeof worked.cases)[number]) =>
  one.marks.flatMap(({ date: day, unauthorisedSessions }) =>
    ['AM', 'PM'].slice(0, unauthorisedSessions).map((session) => mark(`${day} ${session} O`)),
  );

describe.each(worked.cases)('$id $title', (one) => {
  const result = count(calendar, one.evaluateOn, marksOf(one));
  test('counts by school weeks', () => {
    expect(result.unauthorised.total).toBe(one.schoolWeeks.count);
    expect(result.window.from).toBe(one.schoolWeeks.from);
  });
});

describe('a period anchored to the day rather than the week', () => {
  const edge = (id: string) => {
    const one = worked.cases.find((each) => each.id === id);
    if (!one) throw new Error(id);
    return count(calendar, one.evaluateOn, marksOf(one)).notes.find(
      ({ code }) => code === 'day-anchored-edge',
    );
  };
  test('is said where it alone would reach ten', () => {
    expect(edge('D-05')?.message).toMatch(/from 11 September 2026 the total would be 10/);
  });
  test.each(['D-03', 'D-04', 'D-07', 'D-09', 'D-10'])('and nowhere else: %s', (id) =>
    expect(edge(id)).toBeUndefined(),
  );
});

describe('the wrong methods give other answers, so the cases can tell them apart', () => {
  const inDays = (one: (typeof worked.cases)[number], from: IsoDate) =>
    marksOf(one).filter(({ date: day }) => day >= from && day <= one.evaluateOn).length;
  const tenCalendarWeeks = (one: (typeof worked.cases)[number]) =>
    inDays(one, fromDay(mondayOf(toDay(date(one.evaluateOn))) - 63));
  const fullWeeks = worked.schoolWeeks.filter(({ sessions }) => sessions === 10).map(({ monday }) => monday);
  const tenFullWeeks = (one: (typeof worked.cases)[number]) => {
    const current = fromDay(mondayOf(toDay(date(one.evaluateOn))));
    return inDays(one, date(fullWeeks.filter((monday) => monday <= current).slice(-10)[0] ?? current));
  };

  test('ten calendar weeks, holidays not skipped', () => {
    expect(worked.cases.map(tenCalendarWeeks)).toEqual(worked.cases.map((one) => one.calendarWeeks.count));
    const wrong = worked.cases.filter((one) => tenCalendarWeeks(one) !== one.schoolWeeks.count);
    expect(wrong.map(({ id }) => id)).toEqual(['D-02', 'D-06', 'D-08']);
  });
  test('full weeks only', () => {
    expect(worked.cases.map(tenFullWeeks)).toEqual(worked.cases.map((one) => one.fullWeeksOnly.count));
    expect(
      worked.cases.filter((one) => tenFullWeeks(one) !== one.schoolWeeks.count).map(({ id }) => id),
    ).toEqual(['D-07']);
  });
});

describe('the window', () => {
  const weeks = (asOf: string) => count(twoYears, asOf, []).window;
  test('the week in progress counts as soon as its Monday is reached', () => {
    expect(weeks('2026-11-16').weeks.at(-1)).toBe('2026-11-16');
    expect(weeks('2026-11-15').weeks.at(-1)).toBe('2026-11-09');
  });
  test('skips half-term', () => {
    expect(weeks('2026-11-20').weeks).toEqual([
      '2026-09-07',
      '2026-09-14',
      '2026-09-21',
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ]);
  });
  test('reaches across the summer holiday and across Christmas', () => {
    expect(weeks('2026-09-11').from).toBe('2026-06-01');
    expect(weeks('2026-01-09').from).toBe('2025-10-13');
  });
  test('in a holiday it is the last ten school weeks before it', () => {
    expect(weeks('2026-08-12')).toEqual({ ...weeks('2026-07-26'), to: '2026-08-12' });
    expect(weeks('2026-10-28').weeks.at(-1)).toBe('2026-10-19');
  });
});

describe('what counts', () => {
  const marks = [
    '2026-11-16 AM O',
    '2026-11-16 PM N',
    '2026-11-17 AM U',
    '2026-11-17 PM G',
    '2026-11-18 AM I',
  ].map(mark);
  test('G, N, O and U, with N provisional', () => {
    const { unauthorised } = count(twoYears, '2026-11-18', marks);
    expect(unauthorised).toMatchObject({ total: 4, settled: 3, byCode: { G: 1, N: 1, O: 1, U: 1 } });
    expect(unauthorised.sessions[1]).toEqual({ date: '2026-11-16', session: 'PM', code: 'N' });
  });
  test('not marks after the day asked about', () => {
    expect(count(twoYears, '2026-11-16', marks).unauthorised.total).toBe(2);
  });
  test('a later entry for the same session replaces an earlier one', () => {
    expect(count(twoYears, '2026-11-18', [...marks, mark('2026-11-16 AM I')]).unauthorised.total).toBe(3);
    expect(count(twoYears, '2026-11-18', [mark('2026-11-16 AM I'), ...marks]).unauthorised.total).toBe(4);
  });
  test('a blank entry takes an earlier one away', () => {
    const { unauthorised, coverage } = count(twoYears, '2026-11-18', [...marks, mark('2026-11-16 AM')]);
    expect([unauthorised.total, coverage.known]).toEqual([3, 4]);
  });
  test('in any order, and listed as they happened', () => {
    const { sessions } = count(twoYears, '2026-11-18', [...marks].reverse()).unauthorised;
    expect(sessions.map((one) => `${one.date} ${one.session} ${one.code}`)).toEqual([
      '2026-11-16 AM O',
      '2026-11-16 PM N',
      '2026-11-17 AM U',
      '2026-11-17 PM G',
    ]);
  });
  test('a start before the window and a leaving day ahead leave the sessions expected as they are', () => {
    const pupil = { startDate: date('2020-09-01'), leavingDate: date('2027-07-20') };
    const { coverage } = count(twoYears, '2026-11-18', marks, { pupil });
    expect(coverage).toEqual(count(twoYears, '2026-11-18', marks).coverage);
  });
  test('not marks on days with no session, and that is said', () => {
    const result = count(twoYears, '2026-11-18', [
      ...marks,
      mark('2026-11-13 AM O'),
      mark('2026-11-14 AM O'),
    ]);
    expect(result.unauthorised.total).toBe(4);
    expect(result.notes.map(({ code }) => code)).toContain('not-a-school-session');
  });
  test('a # on a closed day is where it should be', () => {
    const { notes } = count(twoYears, '2026-11-18', [mark('2026-11-13 AM #'), mark('2026-10-28 PM #')]);
    expect(notes.map(({ code }) => code)).not.toContain('not-a-school-session');
  });
  test('not marks before the start or after leaving, and that is said', () => {
    const pupil = { startDate: date('2026-11-17'), leavingDate: date('2026-11-17') };
    const result = count(twoYears, '2026-11-18', marks, { pupil });
    expect(result.unauthorised.total).toBe(2);
    expect(result.coverage).toEqual({ known: 2, expected: 2 });
    expect(result.notes.map(({ code }) => code)).toContain('outside-roll');
  });
  test('a pupil who joined in these weeks may have sessions at an earlier school', () => {
    const codes = (startDate: string) =>
      count(twoYears, '2026-11-18', marks, { pupil: { startDate: date(startDate) } }).notes.map(
        ({ code }) => code,
      );
    expect(codes('2026-09-08')).toContain('joined-in-window');
    expect(codes('2026-09-07')).not.toContain('joined-in-window');
  });
  test('an unknown code is no mark, and the count is a lower bound', () => {
    const result = count(twoYears, '2026-11-18', [...marks, mark('2026-11-18 PM ?')]);
    expect(result.coverage.known).toBe(5);
    expect(result.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['unknown-code', 'partial-history']),
    );
  });
});
