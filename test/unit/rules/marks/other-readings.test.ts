import { describe, expect, test } from 'vitest';
import type { ClockTime } from '../../../../rules/calendar/clock.ts';
import { LAW } from '../../../../rules/marks/law.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import { ask, QUOTES, rulesOf } from './asked.ts';

const differs = (one: string, minute: string, other: string) =>
  `The policy’s clauses differ: by one, ${minute} is ${one}; by another, ${other}. The first is applied.`;
const messageOf = (school: string, code: string, asked: object) =>
  ask(school, code, asked).find(({ rule }) => rule === 'policy-note')?.message;

describe('two clauses of one policy', () => {
  test('both are said, and the other one is quoted', () => {
    expect(ask('john-f-kennedy', 'L', { arrived: '09:05' })).toStrictEqual([
      {
        rule: 'policy-note',
        level: 'note',
        message: differs('late (L)', '9:05', 'in time'),
        suggest: [],
        clause: { policy: QUOTES.kennedyLate, law: LAW.open },
      },
    ]);
    expect(messageOf('seagrave', 'U', { arrived: '09:15' })).toBe(
      differs('after close (U, or another absence code)', '9:15', 'late (L)'),
    );
  });

  // John F Kennedy, afternoon: closes 13:45, that minute absent; by code U, absent after 14:00. Morning: late from 8:50, or 9:10.
  test.each([
    ['PM', '\\', '13:50', 'late-after-close policy-note'],
    ['PM', 'U', '13:50', 'policy-note'],
    ['PM', 'I', '13:50', ''],
    ['PM', 'L', '13:44', ''],
    ['PM', 'U', '13:45', 'boundary-minute policy-note'],
    ['PM', 'L', '14:00', 'late-after-close policy-note'],
    ['PM', 'L', '14:01', 'late-after-close'],
    ['AM', 'U', '09:05', 'late-before-close'],
    ['AM', '/', '09:05', 'present-after-start policy-note'],
    ['AM', 'L', '09:20', 'boundary-minute'],
    ['AM', 'L', '08:50', ''],
    ['AM', 'L', '08:51', 'policy-note'],
    ['AM', 'I', '09:05', ''],
  ] as const)('John F Kennedy, %s, %s, arrived %s: %s', (session, code, arrived, expected) => {
    expect(rulesOf(ask('john-f-kennedy', code, { session, arrived }))).toBe(expected);
  });

  test.each([
    ['/', '09:05', ''],
    ['L', '09:05', 'policy-note'],
    ['L', '2026-11-23T09:05:00Z', ''],
  ])('John F Kennedy, %s entered at %s, no arrival known: %s', (code, at, expected) => {
    expect(rulesOf(ask('john-f-kennedy', code, { at }))).toBe(expected);
  });

  test.each([
    ['09:00', 'boundary-minute'],
    ['09:01', 'late-after-close policy-note'],
    ['09:30', 'late-after-close policy-note'],
    ['09:31', 'late-after-close'],
  ])('Seagrave, L, arrived %s: %s', (arrived, expected) => {
    expect(rulesOf(ask('seagrave', 'L', { arrived }))).toBe(expected);
  });
});

test('a clause by which a pupil in time would be absent is told of, even of a present mark merely entered', () => {
  const { AM } = nationalPolicy.times;
  const time = (text: string) => text as ClockTime;
  const otherReadings = [{ closes: time('09:10'), clause: 'none' }];
  const policy = {
    ...nationalPolicy,
    times: { ...nationalPolicy.times, AM: { ...AM, closes: time('09:20'), otherReadings } },
  };
  expect(rulesOf(ask(policy, '/', { at: '09:15' }))).toBe('policy-note');
  expect(rulesOf(ask(policy, '/', { at: '09:10' }))).toBe('');
  expect(rulesOf(ask(policy, 'U', { arrived: '09:15' }))).toBe('late-before-close policy-note');
});
