import { describe, expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { builtInPolicies } from '../../../../rules/policy/profiles.ts';
import { METRICS } from '../../../../rules/steps/metrics.ts';
import { compare } from '../../../../rules/steps/reading.ts';
import { METRIC_NAMES } from '../../../../rules/steps/step.ts';
import { date, mark, twoYears } from '../history/counting.ts';
import { autumn, days, logged, metric } from './asking.ts';

describe('school days in a row', () => {
  const absent = (asOf: string, ...but: Parameters<typeof autumn>[1][]) =>
    metric('consecutive-days-absent', asOf, autumn(asOf, ...but));
  test('across half-term, and over an INSET day', () => {
    expect(absent('2026-11-03', days('2026-10-22', '2026-11-03', 'I'))).toEqual([4, 4]);
    expect(absent('2026-11-16', days('2026-11-12', '2026-11-16', 'I'))).toEqual([2, 2]);
  });
  test('the day itself counts from its first mark, and stands as yesterday until then', () => {
    const before = days('2026-11-09', '2026-11-10', 'O');
    expect(absent('2026-11-11', before)).toEqual([2, 2]);
    expect(absent('2026-11-11', before, [mark('2026-11-11 AM O')])).toEqual([3, 3]);
    expect(absent('2026-11-11', before, [mark('2026-11-11 AM /')])).toEqual([0, 0]);
  });
  test('a morning missed and an afternoon attended is no day absent; nor is one of U, who came', () => {
    expect(absent('2026-11-10', [mark('2026-11-10 AM O'), mark('2026-11-10 PM \\')])).toEqual([0, 0]);
    expect(absent('2026-11-10', [mark('2026-11-10 AM U'), mark('2026-11-10 PM O')])).toEqual([0, 0]);
  });
  test('days on which the pupil was not due in are passed over', () => {
    const marks = [...days('2026-11-09', '2026-11-11', 'O'), ...days('2026-11-10', '2026-11-10', 'Y4')];
    expect(absent('2026-11-11', marks)).toEqual([2, 2]);
  });
  test('a missing mark before the run leaves it a lower bound', () => {
    const marks = [...days('2026-09-02', '2026-11-05'), ...days('2026-11-09', '2026-11-10', 'O')];
    expect(metric('consecutive-days-absent', '2026-11-10', marks)).toEqual([2, null]);
    expect(metric('consecutive-days-absent', '2026-11-10', marks.slice(0, -4))).toEqual([0, null]);
    const joined = { pupil: { startDate: date('2026-11-09') } };
    expect(metric('consecutive-days-absent', '2026-11-10', marks, joined)).toEqual([2, 2]);
  });
  test('U belongs to the attendance return, and only full days do', () => {
    const marks = autumn('2026-11-10', days('2026-11-09', '2026-11-09', 'U'), [mark('2026-11-10 AM O')]);
    expect(metric('consecutive-days-unauthorised', '2026-11-10', marks)).toEqual([1, 1]);
    expect(metric('consecutive-days-without-leave', '2026-11-10', marks)).toEqual([0, 0]);
    const full = [...marks, mark('2026-11-10 PM N')];
    expect(metric('consecutive-days-unauthorised', '2026-11-10', full)).toEqual([2, 2]);
  });
});

describe('unexplained', () => {
  const marks = autumn(
    '2026-11-12',
    days('2026-11-10', '2026-11-11', 'O'),
    days('2026-11-12', '2026-11-12', 'N'),
  );
  const read = (events?: ReturnType<typeof logged>) =>
    metric('consecutive-days-unexplained', '2026-11-12', marks, { events });
  test('with a log, N and O for which no reason is logged', () => {
    expect(read([])).toEqual([3, 3]);
    expect(read(logged('reason-given 2026-11-10'))).toEqual([2, 2]);
    expect(read(logged('reason-given 2026-11-12'))).toEqual([0, 0]);
    expect(read(logged('parent-contact 2026-11-11'))).toEqual([3, 3]);
  });
  test('with none, O may stand for a reason that was given', () => {
    expect(read()).toEqual([1, 3]);
  });
  test('contact with a parent ends days without contact', () => {
    const contact = (events: ReturnType<typeof logged>) =>
      metric('consecutive-days-without-contact', '2026-11-12', marks, { events });
    expect(contact(logged('parent-contact 2026-11-11'))).toEqual([1, 1]);
    expect(contact([])).toEqual([3, 3]);
  });
});

describe('after an authorised absence', () => {
  const following = (...but: Parameters<typeof autumn>[1][]) =>
    metric('days-after-authorised-absence', '2026-11-12', autumn('2026-11-13', ...but));
  test('days away without leave that follow it with no return between', () => {
    const leave = days('2026-11-02', '2026-11-06', 'C');
    expect(following(leave, days('2026-11-09', '2026-11-12', 'O'))).toEqual([4, 4]);
    expect(following(leave, days('2026-11-10', '2026-11-12', 'O'))).toEqual([0, 0]);
    expect(following(days('2026-11-09', '2026-11-12', 'O'))).toEqual([0, 0]);
  });
  test('unknown where the marks before it are missing', () => {
    expect(
      metric('days-after-authorised-absence', '2026-11-12', days('2026-11-09', '2026-11-12', 'O')),
    ).toEqual([0, null]);
  });
});

describe('over the school year', () => {
  test('days absent, in a row or not', () => {
    const marks = autumn(
      '2026-11-12',
      days('2026-09-07', '2026-09-07', 'I'),
      days('2026-10-01', '2026-10-01', 'O'),
      [mark('2026-10-08 AM M')],
    );
    expect(metric('days-absent', '2026-11-11', marks)).toEqual([2, 2]);
    expect(metric('days-absent', '2026-11-12', [...marks, mark('2026-11-12 AM N')])).toEqual([3, 3]);
    expect(metric('days-absent', '2026-09-03', days('2026-09-03', '2026-09-03', 'I'))).toEqual([1, 2]);
  });
  test('illness in sessions, two to a day', () => {
    const marks = autumn('2026-09-15', days('2026-09-07', '2026-09-09', 'I'), [mark('2026-09-11 AM I')]);
    expect(metric('illness-days', '2026-09-14', marks)).toEqual([3.5, 3.5]);
  });
  test('attendance on exact counts, and between bounds where marks are missing', () => {
    const marks = autumn('2026-09-09', days('2026-09-08', '2026-09-08', 'O'));
    expect(metric('attendance-percent', '2026-09-08', marks)).toEqual([80, 80]);
    expect(metric('absence-percent', '2026-09-08', marks)).toEqual([20, 20]);
    expect(metric('attendance-percent', '2026-09-09', marks)).toEqual([80, 80]);
    expect(metric('attendance-percent', '2026-09-10', marks)).toEqual([(100 * 8) / 12, (100 * 10) / 12]);
    expect(metric('attendance-percent', '2026-09-02', [])).toBe('unknown');
  });
  test('the oldest N in school days, INSET left out', () => {
    const marks = autumn(
      '2026-11-18',
      days('2026-11-09', '2026-11-09', 'N'),
      days('2026-11-11', '2026-11-11', 'N'),
    );
    expect(metric('oldest-n-days', '2026-11-16', marks)).toEqual([4, 4]);
    expect(metric('oldest-n-days', '2026-11-17', marks)).toEqual([5, 5]);
    expect(metric('oldest-n-days', '2026-11-17', autumn('2026-11-18'))).toEqual([0, 0]);
    const ends = schoolCalendar({ ...twoYears, terms: twoYears.terms.slice(0, -1) });
    expect(metric('oldest-n-days', '2026-11-17', [mark('2026-10-22 AM N')], { calendar: ends })).toEqual([
      1,
      null,
    ]);
  });
});

describe('in the window of the count', () => {
  test('N and missing marks may be among the unauthorised', () => {
    const marks = autumn(
      '2026-11-06',
      days('2026-11-02', '2026-11-03', 'O'),
      days('2026-11-04', '2026-11-04', 'N'),
    );
    const whole = [...days('2026-06-01', '2026-07-21'), ...marks];
    expect(metric('unauthorised-in-window', '2026-11-05', whole)).toEqual([4, 6]);
    expect(metric('unauthorised-in-window', '2026-11-06', whole)).toEqual([4, 6]);
    expect(metric('unauthorised-in-window', '2026-11-09', whole)).toEqual([4, 8]);
  });
  test('L', () => {
    const marks = [...days('2026-06-01', '2026-07-21'), ...autumn('2026-11-06'), mark('2026-11-03 AM L')];
    expect(metric('late-marks', '2026-11-05', [...marks, mark('2026-06-02 AM L')])).toEqual([1, 1]);
  });
});

describe('since a logged event', () => {
  const since = { step: { since: ['letter'] } };
  const weeks = (asOf: string, on: string) =>
    metric('weeks-since', asOf, [], { ...since, events: logged(`letter ${on}`) });
  test('weeks of seven days', () => {
    expect(weeks('2026-11-15', '2026-11-02')).toEqual([1, 1]);
    expect(weeks('2026-11-16', '2026-11-02')).toEqual([2, 2]);
  });
  test('a half-term between them is left out', () => {
    expect(weeks('2026-11-04', '2026-10-14')).toEqual([2, 2]);
    expect(weeks('2026-11-03', '2026-10-14')).toEqual([1, 1]);
  });
  test('from the latest of them; with no log unknown, and with none in it nothing', () => {
    const events = logged('letter 2026-11-09', 'letter 2026-11-02');
    expect(metric('weeks-since', '2026-11-16', [], { ...since, events })).toEqual([1, 1]);
    expect(metric('weeks-since', '2026-11-16', [], since)).toBe('unknown');
    expect(metric('weeks-since', '2026-11-16', [], { ...since, events: [] })).toBe('none');
    expect(metric('weeks-since', '2026-11-16', [], { ...since, events: logged('letter 2026-11-17') })).toBe(
      'none',
    );
  });
  test('outside the term dates they are not known', () => {
    expect(weeks('2027-01-04', '2026-12-14')).toEqual([0, 3]);
  });
  test('minutes, as far as the times of day are known', () => {
    const minutes = (at: string | undefined, call: string) =>
      metric('minutes-since', '2026-11-16', [], { ...since, ...(at ? { at } : {}), events: logged(call) });
    expect(minutes('10:00', 'letter 2026-11-16 09:31')).toEqual([29, 29]);
    expect(minutes('10:00', 'letter 2026-11-16')).toEqual([0, 600]);
    expect(minutes(undefined, 'letter 2026-11-16 09:31')).toEqual([0, 869]);
  });
  test('the change in attendance, on exact counts', () => {
    const change = (...but: Parameters<typeof autumn>[1][]) =>
      metric(
        'attendance-change-since',
        '2026-09-15',
        autumn('2026-09-16', days('2026-09-08', '2026-09-08', 'O'), ...but),
        {
          ...since,
          events: logged('letter 2026-09-08'),
        },
      );
    expect(change()).toEqual([10, 10]);
    expect(change(days('2026-09-09', '2026-09-09', 'O'))).toEqual([0, 0]);
  });
});

test('no figure compares as true or false where it is unknown or not begun', () => {
  expect(compare({ kind: 'unknown', why: '' }, { is: 'at-least', value: 0 })).toBe('unknown');
  expect(compare({ kind: 'none', says: '' }, { is: 'at-most', value: 0 })).toBe('no');
  const between = { kind: 'amount', least: 3, most: 5, of: 1, says: '' } as const;
  const at = (is: Parameters<typeof compare>[1]['is']) =>
    [2, 3, 4, 5, 6].map((value) => compare(between, { is, value }));
  expect(at('at-least')).toEqual(['yes', 'yes', 'unknown', 'unknown', 'no']);
  expect(at('more-than')).toEqual(['yes', 'unknown', 'unknown', 'no', 'no']);
  expect(at('below')).toEqual(['no', 'no', 'unknown', 'unknown', 'yes']);
  expect(at('at-most')).toEqual(['no', 'unknown', 'unknown', 'yes', 'yes']);
});

test('every metric has its words, and every step its clause', () => {
  expect(Object.keys(METRICS).sort()).toEqual([...METRIC_NAMES].sort());
  for (const policy of builtInPolicies) {
    const ids = policy.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { clause, law, others = [] } of policy.steps) {
      expect(clause === null ? law : policy.clauses[clause]).toBeDefined();
      expect(others.filter((key) => !Object.hasOwn(policy.clauses, key))).toEqual([]);
    }
  }
});
