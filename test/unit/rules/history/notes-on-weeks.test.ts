import { describe, expect, test } from 'vitest';
import { count, mark, twoYears } from './counting.ts';
import { but, friday, inSchool, message, pupil } from './noted.ts';

/** Both sessions of each day from Monday to Friday. */
const week = (monday: number, month: string, code: string) =>
  [0, 1, 2, 3, 4].flatMap((n) => {
    const day = `2026-${month}-${String(monday + n).padStart(2, '0')}`;
    return [`${day} AM ${code}`, `${day} PM ${code}`];
  });

describe('a week of nothing but Y4', () => {
  const cancelled = (...marks: string[]) => message(friday(but(...marks)), 'cancelled-week');
  test('stays a school week, and that is said', () => {
    expect(cancelled(...week(2, '11', 'Y4'))).toBe(
      'Every mark of one week is Y4. It is counted as a school week; guidance does not say.',
    );
    expect(friday(but(...week(2, '11', 'Y4'))).window.from).toBe('2026-09-07');
  });
  test('two of them', () => {
    expect(cancelled(...week(2, '11', 'Y4'), ...week(5, '10', 'Y4'))).toContain(
      'Every mark of 2 weeks is Y4',
    );
  });
  test.each(['2026-11-02 AM /', '2026-11-04 PM Y3', '2026-11-04 AM ?', '2026-11-06 PM O'])(
    'not with one other mark in it: %s',
    (other) => expect(cancelled(...week(2, '11', 'Y4'), other)).toBeUndefined(),
  );
  test('not a week without a mark', () => {
    const marks = inSchool().filter((one) => one.date < '2026-11-02' || one.date > '2026-11-06');
    expect(message(friday(marks), 'cancelled-week')).toBeUndefined();
  });
});

describe('a period counted day by day, where that alone would reach ten (docs/rules.md, W2)', () => {
  const NINE = [...week(2, '11', 'O').slice(0, 9)];
  const edge = (asOf: string, ...marks: string[]) =>
    message(
      count(twoYears, asOf, [...inSchool('2026-09-02', asOf), ...marks.map(mark)], { pupil }),
      'day-anchored-edge',
    );
  test('from the day after the same day of the eleventh week back', () => {
    expect(edge('2026-11-19', '2026-09-04 AM O', ...NINE)).toContain(
      'Counted day by day from 4 September 2026 the total would be 10.',
    );
    expect(edge('2026-11-18', '2026-09-03 AM O', '2026-09-04 PM U', ...NINE)).toContain(
      'from 3 September 2026 the total would be 11.',
    );
  });
  test('not a day sooner, nor with one session too few', () => {
    expect(edge('2026-11-19', '2026-09-03 AM O', ...NINE)).toBeUndefined();
    expect(edge('2026-11-19', '2026-09-04 AM O', ...NINE.slice(1))).toBeUndefined();
    expect(edge('2026-11-19', '2026-09-04 AM I', ...NINE)).toBeUndefined();
  });
  test('not where ten are counted by weeks already', () => {
    expect(friday(but('2026-09-04 AM O', ...week(2, '11', 'O'))).notes).toEqual([]);
  });
  test('not in a holiday, nor in the tenth week of a calendar, which has no eleventh', () => {
    expect(edge('2026-10-29', '2026-07-16 AM O', ...week(5, '10', 'O').slice(0, 9))).toBeUndefined();
    const marks = inSchool('2025-09-03', '2025-11-10');
    expect(count(twoYears, '2025-11-10', marks).notes).toEqual([]);
  });
});
