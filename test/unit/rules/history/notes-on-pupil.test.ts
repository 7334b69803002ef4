import { describe, expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { history } from '../../../../rules/history/history.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import { count, date, mark, twoYears, weeksOf } from './counting.ts';
import { but, FRIDAY, friday, inSchool, message, pupil } from './noted.ts';

describe('the pupil', () => {
  test('who joined after the first Monday of the window may have sessions elsewhere', () => {
    const joined = (startDate: string) =>
      message(
        count(twoYears, FRIDAY, inSchool(startDate), { pupil: { ...pupil, startDate: date(startDate) } }),
        'joined-in-window',
      );
    expect(joined('2026-09-08')).toBe(
      'The pupil joined on 8 September 2026. Sessions at an earlier school in these weeks are not here.',
    );
    expect(joined('2026-09-07')).toBeUndefined();
  });
  test('who is not of compulsory school age on the day: no threshold, and only that is said', () => {
    const young = { dateOfBirth: date('2021-09-15') };
    expect(count(twoYears, FRIDAY, but('2026-11-19 AM O'), { pupil: young }).notes).toEqual([
      {
        code: 'not-compulsory-age',
        message: 'The pupil is not of compulsory school age on this day, so no threshold applies.',
      },
    ]);
  });

  describe('who reached that age in the window, on 31 March (W10)', () => {
    const spring = weeksOf([
      { monday: '2026-03-23', sessions: 10 },
      { monday: '2026-03-30', sessions: 10 },
    ]);
    const early = (...marks: string[]) =>
      message(
        count(spring, '2026-04-02', marks.map(mark), { pupil: { dateOfBirth: date('2021-03-31') } }),
        'before-compulsory-age',
      );
    test('is told apart from the day before', () => {
      expect(early('2026-03-30 PM O', '2026-03-31 AM O')).toBe(
        'Of these, 1 session fell before the pupil reached compulsory school age.',
      );
      expect(early('2026-03-27 PM O', '2026-03-30 PM U', '2026-03-31 AM O')).toContain('2 sessions fell');
    });
    test('has nothing said of the day itself, nor of illness before it', () => {
      expect(early('2026-03-30 PM I', '2026-03-31 AM O')).toBeUndefined();
    });
  });

  test('whose absence has no reason yet, in the window only', () => {
    const unsettled = (...marks: string[]) => message(friday(but(...marks)), 'unsettled');
    expect(unsettled('2026-11-19 AM N', '2026-11-19 PM O', '2026-09-04 AM N')).toBe(
      'Of these, 1 session coded N may still change.',
    );
    expect(unsettled('2026-11-19 AM N', '2026-11-19 PM N')).toContain('2 sessions coded N');
    expect(unsettled('2026-11-19 PM O', '2026-09-04 AM N')).toBeUndefined();
  });
  test('in a provision’s register: absences are the home school’s', () => {
    const provision = count(twoYears, FRIDAY, inSchool(), { pupil, policy: 'leading-futures' });
    expect(message(provision, 'provision-register')).toContain('counted in the home school’s');
    expect(provision.notes.map(({ code }) => code)).toEqual(['provision-register']);
  });
  test('in a provision’s register whose policy has no such words: no clause is given', () => {
    const policy = { ...nationalPolicy, register: 'provision' as const };
    const { notes } = history({
      policy,
      asOf: date(FRIDAY),
      calendar: schoolCalendar(twoYears),
      marks: inSchool(),
    });
    expect(notes.map(({ code }) => code)).toEqual(['provision-register']);
    expect(notes[0]).not.toHaveProperty('clause');
  });
});
