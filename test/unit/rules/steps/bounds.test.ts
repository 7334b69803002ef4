import { describe, expect, test } from 'vitest';
import { type CalendarInput, schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { date, mark, twoYears } from '../history/counting.ts';
import { autumn, days, logged, metric } from './asking.ts';

const from = (day: string) =>
  schoolCalendar({ terms: [{ from: date(day), to: date('2026-12-18') }], closures: [] });
const closed = (...closures: CalendarInput['closures']) => schoolCalendar({ ...twoYears, closures });
const none = schoolCalendar({ terms: [], closures: [] });

describe('a day that the pupil was due in for in part', () => {
  const absent = (...but: Parameters<typeof autumn>[1][]) => {
    const marks = autumn('2026-11-11', ...but);
    return [
      metric('consecutive-days-absent', '2026-11-10', marks),
      metric('days-absent', '2026-11-10', marks),
    ];
  };
  test('is a day absent when the rest of it was missed', () => {
    expect(absent([mark('2026-11-10 AM I'), mark('2026-11-10 PM Y4')])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
  test('and none when no session of it was: Y4 and # are no absence', () => {
    expect(absent(days('2026-11-10', '2026-11-10', 'Y4'))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const around = [days('2026-11-06', '2026-11-10', 'I'), days('2026-11-09', '2026-11-09', '#')];
    expect(absent(...around)).toEqual([
      [2, 2],
      [2, 2],
    ]);
  });
  test('so is a morning missed where the school has no afternoon', () => {
    const calendar = closed({ from: date('2026-11-10'), to: date('2026-11-10'), sessions: 'PM' });
    const marks = autumn('2026-11-10', [mark('2026-11-10 AM I')]);
    expect(metric('days-absent', '2026-11-11', marks, { calendar })).toEqual([1, 1]);
  });
});

describe('marks missing', () => {
  const half = [...autumn('2026-11-10'), mark('2026-11-10 AM O')];
  test('of a past day leave it open; of the day itself they are not missing yet', () => {
    expect(metric('days-absent', '2026-11-11', half)).toEqual([0, 1]);
    expect(metric('days-absent', '2026-11-10', half)).toEqual([1, 1]);
    expect(metric('days-absent', '2026-11-10', autumn('2026-11-10'))).toEqual([0, 0]);
  });
  test('may each be illness, or lateness', () => {
    const ill = autumn('2026-11-10', days('2026-11-09', '2026-11-09', 'I'));
    expect(metric('illness-days', '2026-11-10', ill)).toEqual([1, 1]);
    expect(metric('illness-days', '2026-11-11', ill)).toEqual([1, 2]);
    const late = [...days('2026-06-01', '2026-07-21'), ...autumn('2026-11-10', [mark('2026-11-09 AM L')])];
    expect(metric('late-marks', '2026-11-10', late)).toEqual([1, 1]);
    expect(metric('late-marks', '2026-11-11', late)).toEqual([1, 3]);
  });
  test('of a Friday are missing on the Saturday', () => {
    const marks = [...days('2026-06-01', '2026-07-21'), ...autumn('2026-11-20')];
    expect(metric('unauthorised-in-window', '2026-11-20', marks)).toEqual([0, 0]);
    expect(metric('unauthorised-in-window', '2026-11-21', marks)).toEqual([0, 2]);
  });
});

describe('how far back is known', () => {
  const november = days('2026-11-02', '2026-11-03', 'O');
  const read = (name: Parameters<typeof metric>[0], calendar: ReturnType<typeof from>, startDate?: string) =>
    metric(name, '2026-11-03', november, {
      calendar,
      ...(startDate ? { pupil: { startDate: date(startDate) } } : {}),
    });
  test('term dates that begin in September hold the school year; later ones only for who joined since', () => {
    const first = [mark('2026-09-01 AM I'), mark('2026-09-01 PM I')];
    expect(metric('days-absent', '2026-09-01', first, { calendar: from('2026-09-01') })).toEqual([1, 1]);
    // From 30 September to 30 October 23 school days have no marks.
    expect(read('days-absent', from('2026-09-30'))).toEqual([2, 25]);
    expect(read('days-absent', from('2026-10-01'))).toEqual([2, null]);
    expect(read('days-absent', from('2026-11-02'))).toEqual([2, null]);
    expect(read('days-absent', from('2026-11-02'), '2026-11-02')).toEqual([2, 2]);
    expect(read('days-absent', from('2026-11-02'), '2026-10-30')).toEqual([2, null]);
  });
  test('a run and a window that reach the first of the term dates are lower bounds, but for who joined that day', () => {
    for (const name of ['consecutive-days-without-leave', 'late-marks', 'unauthorised-in-window'] as const) {
      const least = { 'consecutive-days-without-leave': 2, 'late-marks': 0, 'unauthorised-in-window': 4 }[
        name
      ];
      expect(read(name, from('2026-11-02'))).toEqual([least, null]);
      expect(read(name, from('2026-11-02'), '2026-11-02')).toEqual([least, least]);
    }
  });
  test('with no term dates nothing has an upper bound', () => {
    for (const name of ['days-absent', 'illness-days', 'late-marks', 'unauthorised-in-window'] as const)
      expect(read(name, none)).toEqual([0, null]);
    expect(read('consecutive-days-absent', none)).toEqual([0, null]);
    expect(read('absent-sessions-today', none)).toEqual([0, 0]);
  });
  test('nothing counts after the pupil has left', () => {
    const marks = autumn('2026-11-11', days('2026-11-09', '2026-11-10', 'O'));
    const pupil = { leavingDate: date('2026-11-09') };
    expect(metric('days-absent', '2026-11-11', marks, { pupil })).toEqual([1, 1]);
  });
  test('an N is as old as it is on the last day of the term dates', () => {
    const marks = autumn('2026-12-19', [mark('2026-12-17 AM N')]);
    expect(metric('oldest-n-days', '2026-12-18', marks)).toEqual([1, 1]);
    expect(metric('oldest-n-days', '2026-12-19', marks)).toEqual([1, null]);
  });
  test('the window begins on its Monday', () => {
    // Ten school weeks to 16 November, half-term left out, begin with that of 7 September.
    const late = [mark('2026-09-04 AM L'), mark('2026-09-07 AM L'), mark('2026-11-16 PM L')];
    expect(metric('late-marks', '2026-11-16', autumn('2026-11-17', late))).toEqual([2, 2]);
  });
});

describe('days in a row', () => {
  const without = (code: string) =>
    metric(
      'consecutive-days-without-leave',
      '2026-11-10',
      autumn('2026-11-11', days('2026-11-10', '2026-11-10', code)),
    );
  test.each([
    ['G', [1, 1]],
    ['N', [1, 1]],
    ['O', [1, 1]],
    ['U', [0, 0]],
    ['I', [0, 0]],
  ])('%s is without leave, or is not', (code, days) => {
    expect(without(code)).toEqual(days);
  });
  const after = (asOf: string, ...but: Parameters<typeof autumn>[1][]) =>
    metric('days-after-authorised-absence', asOf, autumn('2026-11-12', ...but));
  const away = days('2026-11-10', '2026-11-11', 'O');
  test.each([
    ['leave in the morning, O in the afternoon', 'C', 'O', [2, 2]],
    ['leave in the morning, closed in the afternoon', 'C', 'Y4', [2, 2]],
    ['leave in the morning, back in the afternoon', 'C', '\\', [0, 0]],
    ['here in the morning, ill in the afternoon', '/', 'I', [0, 0]],
  ])('after %s', (_, am, pm, days) => {
    expect(after('2026-11-11', away, [mark(`2026-11-09 AM ${am}`), mark(`2026-11-09 PM ${pm}`)])).toEqual(
      days,
    );
  });
  test('after an authorised absence only full days count', () => {
    const marks = autumn(
      '2026-11-10',
      days('2026-11-06', '2026-11-06', 'C'),
      days('2026-11-09', '2026-11-09', 'O'),
    );
    const half = [...marks, mark('2026-11-10 AM O')];
    expect(metric('days-after-authorised-absence', '2026-11-10', half)).toEqual([1, 1]);
  });
  test('who was away from the first day on roll follows no authorised absence', () => {
    const pupil = { startDate: date('2026-11-10') };
    expect(metric('days-after-authorised-absence', '2026-11-11', away, { pupil })).toEqual([0, 0]);
  });
  const sinceCall = (asOf: string, marks: ReturnType<typeof autumn>, ...events: string[]) =>
    metric('days-absent-since-last', asOf, marks, { step: { id: 'call' }, events: logged(...events) });
  test('since a step was last done, whatever else was done since', () => {
    const marks = autumn('2026-11-12', days('2026-11-09', '2026-11-11', 'I'));
    expect(sinceCall('2026-11-11', marks, 'call 2026-11-09', 'visit 2026-11-11')).toEqual([2, 2]);
    expect(sinceCall('2026-11-11', marks)).toEqual([3, 3]);
    expect(sinceCall('2026-11-11', autumn('2026-11-12'), 'call 2026-11-09')).toEqual([0, 0]);
  });
});
