import { describe, expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { mark } from '../history/counting.ts';
import { autumn, days, logged, metric } from './asking.ts';

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
    const calendar = schoolCalendar({ terms: [], closures: [] });
    expect(metric('weeks-since', '2026-11-16', [], { step, events, calendar })).toEqual([0, 2]);
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
