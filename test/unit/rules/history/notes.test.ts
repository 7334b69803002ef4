import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../../rules/history/marks.ts';
import { count, date, mark, twoYears, weeksOf } from './counting.ts';
import { but, FRIDAY, friday, inSchool, message, pupil } from './noted.ts';

describe('nothing is said', () => {
  test('of a full register of a pupil of compulsory school age', () => {
    const result = friday(inSchool());
    expect(result.notes).toEqual([]);
    expect(result.coverage).toEqual({ known: 98, expected: 98 });
  });
  test('where the age is known only by the year group, or not at all', () => {
    const marks = but('2026-11-19 AM O');
    expect(count(twoYears, FRIDAY, marks, { pupil: { yearGroup: 'Year 6' } }).notes).toEqual([]);
    expect(count(twoYears, FRIDAY, marks).notes).toEqual([]);
  });
  test('of illness, of settled absence, or of a code in force', () => {
    expect(friday(but('2026-11-19 AM I', '2026-11-19 PM O', '2026-11-20 AM C1')).notes).toEqual([]);
  });
});

describe('how much of the window is known', () => {
  test('a session without a mark makes the count a lower bound, with the figures', () => {
    const marks = inSchool().filter((one) => one.date !== '2026-11-10');
    expect(message(friday(marks), 'partial-history')).toContain('lower bound: 96 of 98 sessions');
  });
  test('one session is not “sessions”', () => {
    const calendar = weeksOf([{ monday: '2026-11-02', sessions: 1 }]);
    const result = count(calendar, '2026-11-02', []);
    expect(message(result, 'partial-history')).toContain('0 of 1 session in');
    expect(message(result, 'short-calendar')).toContain('only 1 school week by');
  });
  test('a calendar of nine school weeks is short, one of ten is not', () => {
    expect(message(count(twoYears, '2025-11-09', []), 'short-calendar')).toBe(
      'The calendar has only 9 school weeks by this day, so the window is shorter than 10.',
    );
    expect(message(count(twoYears, '2025-11-10', []), 'short-calendar')).toBeUndefined();
  });
  test('before the calendar begins there is no window and no count', () => {
    const result = count(twoYears, '2025-08-20', [mark('2025-08-19 AM O')]);
    expect(result.window).toEqual({ from: null, to: '2025-08-20', weeks: [] });
    expect(result.coverage).toEqual({ known: 0, expected: 0 });
    expect(result.unauthorised.total).toBe(0);
    expect(message(result, 'short-calendar')).toContain('only 0 school weeks');
  });
});

describe('marks left out', () => {
  test('on days without a session: one, and several, whatever they say', () => {
    expect(message(friday(but('2026-11-13 AM O')), 'not-a-school-session')).toBe(
      'Not counted: 1 mark on days when the calendar has no session.',
    );
    const several = friday(but('2026-11-13 AM O', '2026-11-14 PM ?', '2026-10-28 AM /', '2026-10-29 AM #'));
    expect(message(several, 'not-a-school-session')).toContain('3 marks');
  });
  test('a blank on such a day is no mark, even in place of one', () => {
    expect(friday(but('2026-11-13 AM', '2026-11-14 AM O', '2026-11-14 AM -')).notes).toEqual([]);
  });
  test('before the start and after leaving, both days themselves counted', () => {
    const roll = { ...pupil, startDate: date('2026-09-04'), leavingDate: date('2026-11-19') };
    const outside = (marks: readonly Mark[]) =>
      message(count(twoYears, FRIDAY, marks, { pupil: roll }), 'outside-roll');
    expect(outside(inSchool('2026-09-03'))).toBe(
      'Not counted: 4 marks from before the pupil’s start or after leaving.',
    );
    expect(outside([...inSchool('2026-09-04', '2026-11-19'), mark('2026-11-20 AM /')])).toContain(
      '1 mark from',
    );
    expect(outside(inSchool('2026-09-04', '2026-11-19'))).toBeUndefined();
  });
});

describe('what was written', () => {
  test('what is no code is named, once', () => {
    const result = friday(but('2026-11-18 AM ?', '2026-11-18 PM %', '2026-11-19 AM ?'));
    expect(message(result, 'unknown-code')).toBe('Not attendance codes, so treated as no mark: ?, %.');
    expect(result.notes.map(({ code }) => code)).toEqual(['partial-history', 'unknown-code']);
  });
  test('withdrawn codes are named, and nothing else beside them', () => {
    const result = friday(but('2026-11-18 AM H', '2026-11-18 PM J', '2026-11-19 AM I', '2026-11-19 PM H'));
    expect(result.notes).toEqual([
      {
        code: 'withdrawn-code',
        message: 'Withdrawn codes, counted as they were when they were withdrawn: H, J.',
      },
    ]);
  });
  test('a code of August 2024 in a register of June is counted as it is now', () => {
    const calendar = weeksOf([{ monday: '2024-06-03', sessions: 4 }]);
    const marks = ['2024-06-03 AM /', '2024-06-03 PM Y4', '2024-06-04 AM C1'].map(mark);
    const result = count(calendar, '2024-06-04', marks);
    expect(message(result, 'not-yet-code')).toBe(
      'Codes from before they were in force, counted as they are now: Y4, C1.',
    );
    expect(message(result, 'withdrawn-code')).toBeUndefined();
    expect(result.attendance).toMatchObject({ attended: 1, authorised: 1, notPossible: 1 });
  });
  test('a sub-code is read as the code it belongs to, and that is said', () => {
    expect(friday(but('2026-11-18 AM I01', '2026-11-18 PM I')).notes).toEqual([
      { code: 'look-alike', message: 'Read as a code they resemble or belong to: “I01” as I.' },
    ]);
  });
});
