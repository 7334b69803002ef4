import { describe, expect, test } from 'vitest';
import { bandOf, totals } from '../../../../rules/history/attendance.ts';
import { builtInPolicy } from '../../../../rules/policy/profiles.ts';
import { count, date, mark, twoYears } from './counting.ts';

describe('attendance over the academic year', () => {
  test('from the first session of the year to the day, an unmarked session being neither', () => {
    const marks = [
      '2026-09-02 AM /',
      '2026-09-02 PM \\',
      '2026-09-03 AM I',
      '2026-09-03 PM O',
      '2026-09-04 AM X',
    ].map(mark);
    expect(count(twoYears, '2026-09-04', [mark('2026-07-20 AM O'), ...marks]).attendance).toEqual({
      from: '2026-09-02',
      to: '2026-09-04',
      attended: 2,
      authorised: 1,
      unauthorised: 1,
      notPossible: 1,
      possible: 4,
      rate: 0.5,
      unmarked: 1,
      persistent: true,
      severe: true,
      band: { id: 'severe', label: 'Severe absence' },
    });
  });
  test('from the pupil’s start', () => {
    const { attendance } = count(twoYears, '2026-11-20', [mark('2026-11-19 AM /')], {
      pupil: { startDate: date('2026-11-19') },
    });
    expect(attendance).toMatchObject({ from: '2026-11-19', attended: 1, unmarked: 3 });
  });
  test('a start in an earlier year and a leaving day ahead change nothing', () => {
    const marks = [mark('2026-11-19 AM /')];
    const pupil = { startDate: date('2020-09-01'), leavingDate: date('2027-07-20') };
    expect(count(twoYears, '2026-11-20', marks, { pupil }).attendance).toEqual(
      count(twoYears, '2026-11-20', marks).attendance,
    );
  });
  test('to the day of leaving', () => {
    const pupil = { leavingDate: date('2026-09-03') };
    const { attendance } = count(twoYears, '2026-11-20', [mark('2026-09-02 AM /')], { pupil });
    expect(attendance).toMatchObject({ from: '2026-09-02', to: '2026-11-20', unmarked: 3 });
  });
  test('from 1 September where the calendar has no session yet in the year', () => {
    const lastYear = { ...twoYears, terms: twoYears.terms.slice(0, 6) };
    expect(count(lastYear, '2026-09-10', []).attendance).toMatchObject({ from: '2026-09-01', unmarked: 0 });
  });
  test('what is no code is no mark', () => {
    const marks = ['2026-09-02 AM /', '2026-09-02 PM ?'].map(mark);
    expect(count(twoYears, '2026-09-02', marks).attendance).toMatchObject({
      attended: 1,
      notPossible: 0,
      possible: 1,
      unmarked: 1,
    });
  });
  test.each([
    [1, 10, true, false],
    [1, 11, false, false],
    [5, 10, true, true],
    [5, 11, true, false],
    [0, 10, false, false],
  ])('%i of %i missed: persistent %s, severe %s', (absent, possible, persistent, severe) => {
    const days = ['2026-09-02', '2026-09-03', '2026-09-04', '2026-09-07', '2026-09-08', '2026-09-09'];
    const sessions = days.flatMap((day) => [`${day} AM`, `${day} PM`]).slice(0, possible);
    const marks = sessions.map((session, i) => mark(`${session} ${i < absent ? 'I' : '/'}`));
    expect(count(twoYears, '2026-09-09', marks).attendance).toMatchObject({ possible, persistent, severe });
  });
  test('no possible session gives no rate', () => {
    expect(count(twoYears, '2026-09-02', [mark('2026-09-02 AM D')]).attendance).toMatchObject({
      possible: 0,
      rate: null,
      persistent: false,
      severe: false,
      band: null,
    });
  });
  test('a code keeps the class of its own time, and a withdrawn one the class it had', () => {
    const marks = ['2026-09-02 AM H', '2026-09-02 PM J', '2026-09-03 AM J1'].map(mark);
    const result = count(twoYears, '2026-09-03', marks);
    expect(result.attendance).toMatchObject({ attended: 1, authorised: 2 });
    expect(result.notes.map(({ code }) => code)).toContain('withdrawn-code');
  });
});

describe('exact counts at the edges of 10% and 50%', () => {
  const england = builtInPolicy('england-2024')?.bands ?? [];
  const missed = (absent: number, possible: number) =>
    bandOf(
      totals([
        ['present', possible - absent],
        ['unauthorised', absent],
      ]),
      england,
    )?.id ?? null;
  test.each([
    [38, 380, 'persistent'],
    [37, 380, null],
    [190, 380, 'severe'],
    [189, 380, 'persistent'],
    [1, 10, 'persistent'],
    [0, 0, null],
  ])('%i of %i missed: %s', (absent, possible, band) => expect(missed(absent, possible)).toBe(band));
});

describe('the schools’ own bands', () => {
  const band = (policy: string, attended: number, possible: number) =>
    bandOf(
      totals([
        ['present', attended],
        ['authorised', possible - attended],
      ]),
      builtInPolicy(policy)?.bands ?? [],
    )?.label ?? null;
  test.each([
    ['great-hockham', 200, 200, 'Perfect'],
    ['great-hockham', 192, 200, 'Good'],
    ['great-hockham', 191, 200, 'Nearly there'],
    ['great-hockham', 189, 200, 'Need to improve'],
    ['great-hockham', 180, 200, 'Persistent absence'],
    ['great-hockham', 100, 200, 'Severely absent'],
    ['john-f-kennedy', 192, 200, 'At or above the 96% target'],
    ['john-f-kennedy', 190, 200, null],
    ['john-f-kennedy', 186, 200, null],
    ['john-f-kennedy', 185, 200, 'Cause for concern, below 93%'],
    ['john-f-kennedy', 180, 200, 'Persistent absence'],
    ['seagrave', 181, 200, null],
  ])('%s: %i of %i attended is %s', (policy, attended, possible, label) => {
    expect(band(policy, attended, possible)).toBe(label);
  });
});
