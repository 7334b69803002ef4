import { describe, expect, test } from 'vitest';
import { type ClockTime, toMinute } from '../../../../rules/calendar/clock.ts';
import type { IsoDate, Session } from '../../../../rules/calendar/dates.ts';
import { arrivalLine, lateness } from '../../../../rules/marks/lateness.ts';
import { builtInPolicy, nationalPolicy } from '../../../../rules/policy/profiles.ts';

const DATE = '2026-11-20' as IsoDate;
const at = (time: string) => toMinute(time as ClockTime);

function told(school: string, session: Session, time: string) {
  const policy = builtInPolicy(school);
  if (!policy) throw new Error(`no policy ${school}`);
  return lateness({ date: DATE, session, arrived: at(time) }, policy);
}

const NO_CLOSE = 'This policy gives no PM close, so lateness cannot be checked.';

// From the words of the five policies: when the register is taken, when it closes, and whether that minute is inside.
describe.each<[string, Session, string, number, string, string | null]>([
  // “Registers are taken at 8.50am”, “considered ‘closed’ at 9.20am”; afternoons “by 1.00 pm”, with no close.
  ['walton-oak', 'AM', '08:45', 0, '5 minutes before the register was taken at 8:50', '/'],
  ['walton-oak', 'AM', '08:50', 0, '0 minutes after the register was taken at 8:50', '/'],
  ['walton-oak', 'AM', '08:51', 1, '1 minute after the register was taken at 8:50', 'L'],
  ['walton-oak', 'AM', '09:20', 30, '30 minutes after the register was taken at 8:50', 'L'],
  ['walton-oak', 'AM', '09:24', 34, '34 minutes after the register was taken at 8:50', 'U'],
  ['walton-oak', 'PM', '13:20', 20, '20 minutes after the register was taken at 13:00', null],
  // “taken at 8.45 and will be kept open until 9.00”; “taken at 13.00”, with no close.
  ['seagrave', 'AM', '09:00', 15, '15 minutes after the register was taken at 8:45', 'L'],
  ['seagrave', 'AM', '09:24', 39, '39 minutes after the register was taken at 8:45', 'U'],
  ['seagrave', 'PM', '13:30', 30, '30 minutes after the register was taken at 13:00', null],
  // “in their classes by 8:50am”, closes 9:20 with “absence if they do not attend before this time”; 1:30pm to 1:45pm.
  ['john-f-kennedy', 'AM', '09:05', 15, '15 minutes after 8:50, when pupils are expected in class', 'L'],
  [
    ...(['john-f-kennedy', 'AM', '09:19', 29] as const),
    ...([
      '29 minutes after 8:50, when pupils are expected in class; by another clause, 9 minutes after 9:10',
      'L',
    ] as const),
  ],
  [
    ...(['john-f-kennedy', 'AM', '09:20', 30] as const),
    ...([
      '30 minutes after 8:50, when pupils are expected in class; by another clause, 10 minutes after 9:10',
      'U',
    ] as const),
  ],
  ['john-f-kennedy', 'PM', '13:44', 14, '14 minutes after the register was taken at 13:30', 'L'],
  ['john-f-kennedy', 'PM', '13:45', 15, '15 minutes after the register was taken at 13:30', 'U'],
  // “registers will be taken at 08.45am”, close 09.15, “anyone who arrives after this time … U”; 13.05 to 13.35, day ends 15.15.
  ['great-hockham', 'AM', '09:15', 30, '30 minutes after the register was taken at 8:45', 'L'],
  ['great-hockham', 'AM', '09:16', 31, '31 minutes after the register was taken at 8:45', 'U'],
  ['great-hockham', 'PM', '13:35', 30, '30 minutes after the register was taken at 13:05', 'L'],
  ['great-hockham', 'PM', '15:15', 130, '130 minutes after the register was taken at 13:05', 'U'],
  ['great-hockham', 'PM', '15:16', 131, '131 minutes after the register was taken at 13:05', null],
  // “kept open for 30 mins from the start time of the session”: 9.00 am and 12.45 pm; mornings end at noon.
  ['leading-futures', 'AM', '09:30', 30, '30 minutes after the start of the session at 9:00', 'L'],
  ['leading-futures', 'AM', '09:31', 31, '31 minutes after the start of the session at 9:00', 'U'],
  ['leading-futures', 'AM', '12:01', 181, '181 minutes after the start of the session at 9:00', null],
  ['leading-futures', 'PM', '12:45', 0, '0 minutes after the start of the session at 12:45', '\\'],
  ['leading-futures', 'PM', '13:16', 31, '31 minutes after the start of the session at 12:45', 'U'],
])('%s %s, arrived %s', (school, session, time, minutes, basis, code) => {
  test(`is ${minutes} minutes late, ${code ?? 'no code'}`, () => {
    expect(told(school, session, time)).toMatchObject({ minutes, basis, code });
  });
});

describe('why', () => {
  test.each([
    [
      'walton-oak',
      'AM',
      '09:24',
      'Register closed at 9:20. Arrived 9:24. Use U, or another absence code if the reason fits.',
    ],
    ['walton-oak', 'AM', '09:05', 'Register taken at 8:50. Arrived 9:05. Use L.'],
    ['walton-oak', 'AM', '08:45', 'Here by the time the register is taken is present.'],
    ['walton-oak', 'PM', '13:20', NO_CLOSE],
    ['seagrave', 'PM', '13:20', NO_CLOSE],
    [
      'great-hockham',
      'PM',
      '15:16',
      'The afternoon session ended at 15:15. Arrived 15:16: U needs an arrival before that.',
    ],
  ] as const)('%s %s %s', (school, session, time, why) => {
    expect(told(school, session, time).why).toBe(why);
  });

  test('the close minute is said as the policy reads it', () => {
    expect(told('walton-oak', 'AM', '09:20').why).toMatch(/9:20 is the minute .* as still late: L/);
    expect(told('john-f-kennedy', 'AM', '09:20').why).toMatch(/9:20 is the minute .* as already absent: U/);
  });

  test('two clauses that differ are both said', () => {
    expect(told('seagrave', 'AM', '09:24').why).toMatch(
      /by one, 9:24 is after close .*; by another, late \(L\)/,
    );
  });

  test('the policy’s own sentence stands behind it', () => {
    expect(told('walton-oak', 'AM', '09:24').clause.policy).toContain(
      '“All registers will be considered ‘closed’ at 9.20am.”',
    );
  });
});

test('a policy without times says so, and suggests nothing', () => {
  expect(lateness({ date: DATE, session: 'AM', arrived: at('09:24') }, nationalPolicy)).toMatchObject({
    ...{ minutes: null, since: null, code: null },
    basis: 'This policy does not say when the register is taken, so minutes late are not counted',
    why: 'This policy gives no AM close, so lateness cannot be checked.',
  });
});

describe('the line to copy', () => {
  test.each([
    ['seagrave', 'AM', '09:24', 'bus late', 'Arrived 9:24, 39 min after 8:45, U: bus late'],
    ['seagrave', 'AM', '09:24', '', 'Arrived 9:24, 39 min after 8:45, U'],
    ['seagrave', 'PM', '13:20', 'dentist', 'Arrived 13:20, 20 min after 13:00: dentist'],
    ['walton-oak', 'AM', '08:45', '', 'Arrived 8:45, in time, /'],
  ] as const)('%s %s %s', (school, session, time, reason, line) => {
    expect(arrivalLine(at(time), told(school, session, time), reason)).toBe(line);
  });

  test('says no more than is known', () => {
    const late = lateness({ date: DATE, session: 'AM', arrived: at('09:24') }, nationalPolicy);
    expect(arrivalLine(at('09:24'), late, 'bus late')).toBe('Arrived 9:24: bus late');
  });
});
