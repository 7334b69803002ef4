import { describe, expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { fromDay } from '../../../../rules/calendar/dates.ts';
import { type History, history } from '../../../../rules/history/history.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import type { Note } from '../../../../rules/history/notes.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import { count, date, mark, twoYears, weeksOf } from './counting.ts';

/** The ten weeks to Friday 20 November 2026 begin on Monday 7 September; the eleventh back began on 31 August. */
const FRIDAY = '2026-11-20';
/** Of compulsory school age since 2016. */
const pupil = { dateOfBirth: date('2011-02-10') };

/** Every session of `twoYears` from one day to another, in school. */
const inSchool = (from = '2026-09-02', to = FRIDAY) =>
  schoolCalendar(twoYears)
    .schoolDays.map(fromDay)
    .filter((day) => day >= from && day <= to)
    .flatMap((day) => [mark(`${day} AM /`), mark(`${day} PM \\`)]);
/** In school but for these marks. */
const but = (...marks: string[]) => [...inSchool(), ...marks.map(mark)];
/** Both sessions of each day from Monday to Friday. */
const week = (monday: number, month: string, code: string) =>
  [0, 1, 2, 3, 4].flatMap((n) => {
    const day = `2026-${month}-${String(monday + n).padStart(2, '0')}`;
    return [`${day} AM ${code}`, `${day} PM ${code}`];
  });

const friday = (marks: readonly Mark[]) => count(twoYears, FRIDAY, marks, { pupil });
const message = (result: History, code: Note['code']) =>
  result.notes.find((note) => note.code === code)?.message;

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
