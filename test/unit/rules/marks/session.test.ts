import { describe, expect, test } from 'vitest';
import { LAW } from '../../../../rules/marks/law.ts';
import { ask, autumn, QUOTES, rulesOf } from './asked.ts';

const early = (code: string, asked: object) =>
  ask('walton-oak', code, asked).filter(({ rule }) => rule === 'future-session');

describe('a session that has not begun', () => {
  test('on the day before', () => {
    expect(ask('walton-oak', '/', { at: '2026-11-19T15:00:00Z' })).toStrictEqual([
      {
        rule: 'future-session',
        level: 'check',
        message: 'The morning session has not begun, so nobody can yet be present.',
        suggest: [],
        clause: { policy: QUOTES.waltonClose, law: LAW.sessions },
      },
    ]);
  });
  test.each([
    ['08:29', ['check']],
    ['08:30', ['note']],
    ['08:49', ['note']],
    ['08:50', []],
    ['08:51', []],
  ])('Walton Oak takes its register at 8:50: / entered at %s', (at, levels) => {
    expect(early('/', { at }).map(({ level }) => level)).toEqual(levels);
  });
  test.each([
    ['AM', '/', 'The morning session has not begun, so nobody can yet be present.'],
    ['AM', 'L', 'The morning session has not begun, so nobody can yet be late.'],
    ['AM', 'U', 'The morning session has not begun, so nobody can yet be late.'],
    ['PM', '\\', 'The afternoon session has not begun, so nobody can yet be present.'],
  ] as const)('%s, %s', (session, code, message) => {
    expect(early(code, { session, at: '08:40' }).map((found) => found.message)).toEqual([message]);
  });
  test.each([
    ['of an absence', 'I', { at: '08:40' }],
    ['of a mark that stood before', '/', { at: '08:40', standing: true }],
    ['of a pupil seen to arrive', '/', { at: '08:40', arrived: '08:35' }],
    ['of a day gone by, however early it is', '/', { at: '2026-11-23T07:00:00Z' }],
  ])('nothing is said %s', (_, code, asked) => {
    expect(ask('walton-oak', code, asked)).toEqual([]);
  });
  test('with no taking time, only a later day has not begun', () => {
    expect(rulesOf(ask('england-2024', '/', { at: '00:01' }))).toBe('close-unknown');
    expect(rulesOf(ask('england-2024', '/', { at: '2026-11-19T15:00:00Z' }))).toBe('future-session');
    expect(rulesOf(ask('england-2024', '/', { at: '2026-11-19T15:00:00Z', arrived: '08:00' }))).toBe(
      'future-session close-unknown',
    );
  });
});

test('a day the term dates do not have', () => {
  expect(ask('walton-oak', 'I', { date: '2026-11-13', session: 'PM', calendar: autumn })).toStrictEqual([
    {
      rule: 'not-a-school-session',
      level: 'check',
      message: 'The term dates have no afternoon session on this day.',
      suggest: ['#'],
      clause: { law: LAW.closure },
    },
  ]);
  expect(ask('walton-oak', 'I', { date: '2026-11-13' })).toEqual([]);
});
