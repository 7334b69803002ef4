import { describe, expect, test } from 'vitest';
import type { ClockTime } from '../../../../rules/calendar/clock.ts';
import { LAW } from '../../../../rules/marks/law.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import { AFTER_CLOSE, ask, MISSED, QUOTES, rulesOf } from './asked.ts';

describe('an arrival and the mark it has: what is said, suggested and quoted', () => {
  const walton = (law: string) => ({ policy: QUOTES.waltonClose, law });
  test.each([
    [
      'U',
      '08:49',
      {
        rule: 'late-before-close',
        level: 'warn',
        message: 'Arrived 8:49, before the register was taken. Use /.',
        suggest: ['/', 'L'],
        clause: walton(LAW.late),
      },
    ],
    [
      'U',
      '09:19',
      {
        rule: 'late-before-close',
        level: 'warn',
        message: 'Arrived 9:19, while the register was open. Use L.',
        suggest: ['L'],
        clause: walton(LAW.late),
      },
    ],
    [
      'U',
      '13:01',
      {
        rule: 'late-after-session',
        level: 'warn',
        message: 'The morning session ended at 13:00. Arrived 13:01: U needs an arrival before that.',
        suggest: MISSED,
        clause: walton(LAW.afterClose),
      },
    ],
    [
      'L',
      '09:21',
      {
        rule: 'late-after-close',
        level: 'warn',
        message: 'Register closed at 9:20. Arrived 9:21. Use U, or another absence code if the reason fits.',
        suggest: AFTER_CLOSE,
        clause: walton(LAW.afterClose),
      },
    ],
    [
      '/',
      '13:01',
      {
        rule: 'late-after-close',
        level: 'warn',
        message: 'Arrived 13:01, after the morning session had ended. Use the absence code that fits; not U.',
        suggest: MISSED,
        clause: walton(LAW.afterClose),
      },
    ],
    [
      '/',
      '08:51',
      {
        rule: 'present-after-start',
        level: 'check',
        message: 'Register taken at 8:50. Arrived 8:51. Use L.',
        suggest: ['L'],
        clause: walton(LAW.present),
      },
    ],
    [
      'L',
      '08:49',
      {
        rule: 'late-before-start',
        level: 'check',
        message: 'Arrived 8:49, before the register was taken at 8:50. Use /.',
        suggest: ['/'],
        clause: walton(LAW.present),
      },
    ],
  ])('Walton Oak, %s, arrived %s', (code, arrived, finding) => {
    expect(ask('walton-oak', code, { arrived })).toStrictEqual([finding]);
  });

  test('in the afternoon the present mark is \\ and the session is the afternoon', () => {
    const afternoon = (code: string, arrived: string) =>
      ask('leading-futures', code, { session: 'PM', arrived });
    expect(afternoon('\\', '12:46')).toMatchObject([{ rule: 'present-after-start', suggest: ['L'] }]);
    expect(afternoon('L', '12:44')).toMatchObject([{ rule: 'late-before-start', suggest: ['\\'] }]);
    expect(afternoon('U', '12:44')).toMatchObject([{ rule: 'late-before-close', suggest: ['\\', 'L'] }]);
    expect(afternoon('U', '15:46')[0]?.message).toBe(
      'The afternoon session ended at 15:45. Arrived 15:46: U needs an arrival before that.',
    );
  });
});

describe('nothing is said', () => {
  test.each(['/', 'L', 'U'])('of %s where it fits the arrival', (code) => {
    const arrived = { '/': '08:49', L: '08:51', U: '09:21' }[code] as string;
    expect(ask('walton-oak', code, { arrived })).toEqual([]);
  });
  test.each(['I', 'B', 'M'])('of %s, whenever the pupil came', (code) => {
    for (const arrived of ['08:00', '08:50', '09:20', '09:30', '14:00'])
      expect(ask('walton-oak', code, { arrived })).toEqual([]);
  });
});

describe('a policy with a close and no taking time', () => {
  const policy = {
    ...nationalPolicy,
    times: {
      ...nationalPolicy.times,
      AM: { ...nationalPolicy.times.AM, closes: '09:20' as ClockTime },
    },
  };
  test.each([
    ['/', '09:00', ''],
    ['L', '07:00', ''],
    ['U', '09:19', 'late-before-close'],
    ['L', '09:21', 'late-after-close'],
  ])('%s, arrived %s', (code, arrived, expected) => {
    expect(rulesOf(ask(policy, code, { arrived }))).toBe(expected);
  });
});
