import { describe, expect, test } from 'vitest';
import { countWith } from '../../../../rules/history/count.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import { count, date, mark, twoYears } from './counting.ts';

const DAYS = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-09'];
/** `n` unauthorised sessions from 2 November on, the last `unsettled` of them N. */
const absences = (n: number, unsettled = 0) =>
  Array.from({ length: n }, (_, i) =>
    mark(`${DAYS[Math.floor(i / 2)]} ${i % 2 ? 'PM' : 'AM'} ${i >= n - unsettled ? 'N' : 'O'}`),
  );

describe('status', () => {
  test.each([
    [7, 0, 'below'],
    [8, 0, 'near'],
    [9, 0, 'near'],
    [9, 5, 'near'],
    [10, 0, 'met'],
    [10, 1, 'met-if-unsettled-stand'],
    [11, 1, 'met'],
    [12, 12, 'met-if-unsettled-stand'],
  ])('%i sessions, %i of them N: %s', (n, unsettled, status) => {
    expect(count(twoYears, '2026-11-10', absences(n, unsettled)).status).toBe(status);
  });
  test('not applicable to a pupil known not to be of compulsory school age', () => {
    const result = count(twoYears, '2026-11-10', absences(10), {
      pupil: { dateOfBirth: date('2023-01-01') },
    });
    expect(result.status).toBe('not-applicable');
    expect(result.unauthorised.total).toBe(10);
  });
  test('not applicable in a provision’s register', () => {
    const result = count(twoYears, '2026-11-10', absences(10), { policy: 'leading-futures' });
    expect(result.status).toBe('not-applicable');
    expect(result.notes.find(({ code }) => code === 'provision-register')?.clause).toContain(
      'home school register',
    );
  });
  test('“more than 10” in a policy does not move the national threshold', () => {
    expect(count(twoYears, '2026-11-10', absences(10), { policy: 'seagrave' }).status).toBe('met');
  });
});

describe('when it was first met', () => {
  test('at the session that made it ten, not at the end of its day', () => {
    expect(count(twoYears, '2026-11-20', absences(10)).firstMet).toEqual({
      date: '2026-11-06',
      session: 'PM',
    });
    expect(count(twoYears, '2026-11-20', absences(11)).firstMet).toEqual({
      date: '2026-11-06',
      session: 'PM',
    });
    expect(count(twoYears, '2026-11-20', absences(9)).firstMet).toBeNull();
  });
  test('not by ten sessions in eleven school weeks, but by ten in ten', () => {
    const nine = absences(9).map((one, i) => (i === 8 ? mark('2026-11-16 AM O') : one));
    expect(count(twoYears, '2026-11-20', [mark('2026-09-04 PM O'), ...nine]).firstMet).toBeNull();
    expect(count(twoYears, '2026-11-20', [mark('2026-09-07 AM O'), ...nine]).firstMet).toEqual({
      date: '2026-11-16',
      session: 'AM',
    });
  });
  test('not by sessions attended', () => {
    const attended = absences(12).map((one) => ({ ...one, code: '/' }));
    expect(count(twoYears, '2026-11-20', attended).firstMet).toBeNull();
  });
  test('even where those sessions have since left the window', () => {
    const summer = Array.from({ length: 10 }, (_, i) =>
      mark(`2026-06-0${1 + Math.floor(i / 2)} ${i % 2 ? 'PM' : 'AM'} G`),
    );
    const result = count(twoYears, '2026-11-20', summer);
    expect(result.unauthorised.total).toBe(0);
    expect(result.firstMet).toEqual({ date: '2026-06-05', session: 'PM' });
  });
  test('DfE: 6 in week 1, then 1 a week for 4 weeks is met in week 5', () => {
    const marks = [
      ...[
        '2026-09-07 AM',
        '2026-09-07 PM',
        '2026-09-08 AM',
        '2026-09-08 PM',
        '2026-09-09 AM',
        '2026-09-09 PM',
      ],
      ...['2026-09-14 AM', '2026-09-21 AM', '2026-09-28 AM', '2026-10-05 AM'],
    ].map((session) => mark(`${session} O`));
    expect(count(twoYears, '2026-10-09', marks).firstMet).toEqual({ date: '2026-10-05', session: 'AM' });
  });
});

describe('what leaves the window', () => {
  test('on the Monday of the tenth school week after', () => {
    const marks = ['2026-09-04 AM O', '2026-09-07 AM O', '2026-09-08 PM U'].map(mark);
    const result = count(twoYears, '2026-10-09', marks);
    expect(result.leaving).toEqual([
      { on: '2026-11-16', sessions: 1 },
      { on: '2026-11-23', sessions: 2 },
    ]);
    for (const { on } of result.leaving) {
      const left = result.leaving.filter((one) => one.on <= on).reduce((sum, one) => sum + one.sessions, 0);
      expect(count(twoYears, on, marks).unauthorised.total).toBe(3 - left);
    }
  });
  test('nothing is said where the calendar ends first', () => {
    expect(count(twoYears, '2026-12-18', [mark('2026-12-18 AM O')]).leaving).toEqual([]);
  });
});

describe('the mark on the screen, added without a message', () => {
  const base = { total: 9, settled: 8, known: 90, expected: 90, schoolWeeks: 10, notApplicable: null };
  const threshold = nationalPolicy.threshold;
  test.each([
    ['U', { kind: 'exact', total: 10, settled: 9, status: 'met-if-unsettled-stand' }],
    ['N', { kind: 'exact', total: 10, settled: 8, status: 'met-if-unsettled-stand' }],
    ['L', { kind: 'exact', total: 9, settled: 8, status: 'near' }],
    [null, { kind: 'exact', total: 9, settled: 8, status: 'near' }],
  ])('%s', (code, expected) => expect(countWith(base, code, threshold)).toEqual(expected));
  test('no threshold is claimed for a pupil it does not apply to', () => {
    expect(countWith({ ...base, notApplicable: 'Not of compulsory school age' }, 'U', threshold)).toEqual({
      kind: 'exact',
      total: 10,
      settled: 9,
      status: 'not-applicable',
    });
  });
  test('where no earlier session was expected, no mark is missing', () => {
    expect(countWith({ ...base, total: 0, settled: 0, known: 0, expected: 0 }, 'U', threshold)).toEqual({
      kind: 'exact',
      total: 1,
      settled: 1,
      status: 'below',
    });
  });
  test('gaps make it a lower bound, and no history makes it no count', () => {
    expect(countWith({ ...base, known: 62, expected: 94 }, null, threshold)).toMatchObject({
      kind: 'at-least',
      total: 9,
    });
    expect(countWith({ ...base, schoolWeeks: 6 }, null, threshold).kind).toBe('at-least');
    expect(countWith({ ...base, known: 0 }, 'U', threshold).kind).toBe('not-counted');
    expect(countWith(undefined, 'U', threshold)).toEqual({
      kind: 'not-counted',
      why: 'No earlier marks on this device',
    });
  });
});
