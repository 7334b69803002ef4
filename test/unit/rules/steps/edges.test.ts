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

describe('on the day', () => {
  const school = 'john-f-kennedy'; // closes at 9:20 and 13:45
  const absent = (at: string | undefined, marks: ReturnType<typeof autumn>, asOf = '2026-11-10') =>
    metric('absent-sessions-today', asOf, marks, { policy: school, ...(at ? { at } : {}) });
  const am = autumn('2026-11-10', [mark('2026-11-10 AM I')]);
  test('a register of another day has closed when that day is past, and not when it is to come', () => {
    const both = autumn('2026-11-10', days('2026-11-10', '2026-11-10', 'I'));
    expect(absent('2026-11-11 08:00', both)).toEqual([2, 2]);
    expect(absent('2026-11-09 16:00', both)).toEqual([0, 0]);
  });
  test('a day with no school has no absence, whatever the day before had', () => {
    expect(
      absent('15:00', autumn('2026-11-21', days('2026-11-20', '2026-11-20', 'I')), '2026-11-21'),
    ).toEqual([0, 0]);
  });
  test('with no clock, no mark says nothing', () => {
    expect(absent(undefined, autumn('2026-11-10'))).toEqual([0, 0]);
    expect(absent(undefined, am)).toEqual([0, 1]);
  });
  test('where the policy gives no close, a session counts once it is marked', () => {
    const walton = { policy: 'walton-oak', at: '15:00' };
    expect(metric('absent-sessions-today', '2026-11-10', am, walton)).toEqual([1, 1]);
    const both = [...am, mark('2026-11-10 PM I')];
    expect(metric('absent-sessions-today', '2026-11-10', both, walton)).toEqual([2, 2]);
  });
  const unexplained = (code: string, events?: ReturnType<typeof logged>) =>
    metric(
      'unexplained-sessions-today',
      '2026-11-10',
      autumn('2026-11-10', [mark(`2026-11-10 AM ${code}`)]),
      {
        policy: school,
        at: '10:00',
        events,
      },
    );
  test('N has no reason; O has none where a log says so; other codes are one', () => {
    expect(unexplained('N')).toEqual([1, 1]);
    expect(unexplained('O')).toEqual([0, 1]);
    expect(unexplained('O', [])).toEqual([1, 1]);
    expect(unexplained('I', [])).toEqual([0, 0]);
    expect(unexplained('N', logged('reason-given 2026-11-10'))).toEqual([0, 0]);
    expect(unexplained('N', logged('reason-given 2026-11-09'))).toEqual([1, 1]);
  });
  test('the morning alone', () => {
    const marks = autumn('2026-11-10', [mark('2026-11-10 AM /'), mark('2026-11-10 PM N')]);
    const asked = { policy: school, at: '15:00' };
    expect(metric('unexplained-this-morning', '2026-11-10', marks, asked)).toEqual([0, 0]);
    expect(metric('unexplained-sessions-today', '2026-11-10', marks, asked)).toEqual([1, 1]);
  });
});

describe('since a logged event', () => {
  const since = (name: Parameters<typeof metric>[0], asOf: string, at: string, ...events: string[]) =>
    metric(name, asOf, [], { at, step: { since: ['letter'] }, events: logged(...events) });
  test('the latest of a day by its time, and of two days by its day', () => {
    const twice = ['letter 2026-11-16 10:00', 'letter 2026-11-16 09:31'];
    expect(since('minutes-since', '2026-11-16', '10:30', ...twice)).toEqual([30, 30]);
    const days = ['letter 2026-11-16 09:00', 'letter 2026-11-12 15:00'];
    expect(since('minutes-since', '2026-11-16', '10:00', ...days)).toEqual([60, 60]);
  });
  test('minutes go on over midnight', () => {
    expect(since('minutes-since', '2026-11-17', '01:00', 'letter 2026-11-16 23:00')).toEqual([120, 120]);
  });
  test('weeks before the term dates, or with none, are not known', () => {
    // 21 to 31 August lie before the first of the term dates, 1 to 10 September in school weeks.
    expect(since('weeks-since', '2025-09-10', '09:00', 'letter 2025-08-20')).toEqual([1, 3]);
    const step = { since: ['letter'] };
    const events = logged('letter 2026-11-02');
    expect(metric('weeks-since', '2026-11-16', [], { step, events, calendar: none })).toEqual([0, 2]);
  });
  const change = (asOf: string, on: string, marks: ReturnType<typeof autumn>) =>
    metric('attendance-change-since', asOf, marks, {
      step: { since: ['letter'] },
      events: logged(`letter ${on}`),
    });
  test('a change lies between its bounds, whatever the missing marks were', () => {
    // Here from Wednesday to Friday, no marks on Monday, away on Tuesday, the day of the letter, and here on Wednesday.
    const marks = autumn('2026-09-10', days('2026-09-08', '2026-09-08', 'O'));
    const known = marks.filter(({ date }) => date !== '2026-09-07');
    const [least, most] = change('2026-09-09', '2026-09-08', known) as [number, number];
    // Monday here: from 8 of 10 to 10 of 12. Monday away: from 6 of 10 to 8 of 12.
    const [here, away] = [100 * (10 / 12 - 8 / 10), 100 * (8 / 12 - 6 / 10)];
    expect(least).toBeLessThan(here);
    expect(most).toBeGreaterThan(away);
    // Marks that went missing after the letter: from 6 of 8 to 8 of 12 or to 10 of 12.
    const later = [...days('2026-09-02', '2026-09-04'), ...days('2026-09-07', '2026-09-07', 'O')];
    const bounds = change('2026-09-09', '2026-09-07', [...later, ...days('2026-09-09', '2026-09-09')]);
    expect(bounds).toEqual([expect.closeTo(-100 / 12, 9), expect.closeTo(100 / 12, 9)]);
  });
  test('and not known where nothing was possible yet, then or now', () => {
    expect(change('2026-09-08', '2026-09-04', days('2026-09-07', '2026-09-08'))).toBe('unknown');
    expect(change('2026-09-02', '2026-07-20', days('2026-06-01', '2026-07-21'))).toBe('unknown');
  });
});
