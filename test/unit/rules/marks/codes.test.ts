import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { checkMark } from '../../../../rules/marks/check.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import { ask, autumn, rulesOf } from './asked.ts';

describe('codes', () => {
  test.each([
    ['H', ['C', 'G']],
    ['J', ['J1']],
    ['Y', ['Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7']],
    ['F', ['C', 'G']],
  ])('%s was withdrawn, and what replaced it is suggested', (code, suggest) => {
    expect(ask('england-2024', code)).toMatchObject([{ rule: 'withdrawn-code', suggest }]);
  });
  test('a mark of July 2024 is judged by what held that day', () => {
    expect(rulesOf(ask('england-2024', 'H', { date: '2024-07-10' }))).toBe('');
    expect(rulesOf(ask('england-2024', 'J1', { date: '2024-07-10' }))).toBe('not-yet-code');
    expect(ask('england-2024', 'F', { date: '2024-07-10' })).toMatchObject([
      { rule: 'withdrawn-code', suggest: ['H'] },
    ]);
  });
  test('a policy that still lists it is quoted', () => {
    expect(rulesOf(ask('walton-oak', 'H'))).toBe('withdrawn-code policy-note');
    expect(rulesOf(ask('seagrave', 'J'))).toBe('withdrawn-code policy-note');
    expect(rulesOf(ask('great-hockham', 'H'))).toBe('withdrawn-code');
  });
  test.each([
    ['ZZ', []],
    ['$', []],
    ['', []],
    ['-', []],
    ['0', ['O']],
    ['i', ['I']],
    ['Ο', ['O']],
  ])('“%s” is not a code as written', (code, suggest) => {
    expect(ask('england-2024', code)).toMatchObject([{ rule: 'unknown-code', suggest }]);
  });
  test('a look-alike is still checked as what it looks like', () => {
    expect(rulesOf(ask('walton-oak', 'l', { at: '09:24' }))).toBe('unknown-code entry-after-close');
  });
  test('/ is for the morning and \\ for the afternoon', () => {
    expect(ask('walton-oak', '\\', { arrived: '08:45' })).toMatchObject([
      { rule: 'wrong-session', suggest: ['/'] },
    ]);
    expect(ask('walton-oak', '/', { session: 'PM', arrived: '12:45' })).toMatchObject([
      { rule: 'wrong-session', suggest: ['\\'] },
    ]);
  });
  test('the calendar has no session then', () => {
    expect(rulesOf(ask('walton-oak', 'I', { date: '2026-11-13', calendar: autumn }))).toBe(
      'not-a-school-session',
    );
    expect(rulesOf(ask('walton-oak', 'I', { date: '2026-11-14', calendar: autumn }))).toBe(
      'not-a-school-session',
    );
    expect(rulesOf(ask('walton-oak', 'I', { date: '2026-11-12', calendar: autumn }))).toBe('');
    expect(rulesOf(ask('walton-oak', '#', { date: '2026-11-13', calendar: autumn }))).toBe('');
  });
});

describe('N of Monday 9 November 2026, with INSET on Friday 13: five school days are 10, 11, 12, 16, 17', () => {
  const n = (on: string) =>
    ask('england-2024', 'N', { date: '2026-11-09', at: `${on}T10:00:00Z`, calendar: autumn });
  test.each([
    ['2026-11-09', ''],
    ['2026-11-10', ''],
    ['2026-11-12', 'n-unsettled'],
    ['2026-11-15', 'n-unsettled'],
    ['2026-11-17', 'n-unsettled'],
    ['2026-11-18', 'n-overdue'],
    ['2026-12-01', 'n-overdue'],
  ])('on %s: %s', (on, expected) => expect(rulesOf(n(on))).toBe(expected));
  test('overdue suggests O', () => expect(n('2026-11-18')[0]?.suggest).toEqual(['O']));
  test('a Friday N before half-term is not overdue in the holiday', () => {
    const friday = (on: string) =>
      rulesOf(ask('england-2024', 'N', { date: '2026-10-23', at: `${on}T10:00:00Z`, calendar: autumn }));
    expect(friday('2026-11-01')).toBe('');
    expect(friday('2026-11-06')).toBe('n-unsettled');
    expect(friday('2026-11-07')).toBe('n-overdue');
  });
  test('an arrival after the session does not settle it, and one in it does not move the deadline', () => {
    const late = (arrived: string, on: string) =>
      rulesOf(
        ask('leading-futures', 'N', {
          date: '2026-11-09',
          at: `${on}T10:00:00Z`,
          calendar: autumn,
          arrived,
        }).filter(({ rule }) => rule !== 'policy-note'),
      );
    expect(late('12:30', '2026-11-18')).toBe('n-overdue');
    expect(late('12:30', '2026-11-10')).toBe('');
    expect(late('10:00', '2026-11-17')).toBe('n-unsettled');
    expect(late('10:00', '2026-11-18')).toBe('n-unsettled n-overdue');
  });
  test('a policy that gives it longer is noted, and five school days hold', () => {
    const policy = { ...nationalPolicy, unsettled: { schoolDays: 10, clause: null } };
    const entry = { date: '2026-11-09' as IsoDate, session: 'AM' as const, code: 'N', calendar: autumn };
    const on = (date: string) =>
      rulesOf(checkMark({ ...entry, entered: { date: date as IsoDate, minute: 600 } }, policy));
    expect([on('2026-11-17'), on('2026-11-18')]).toEqual(['n-unsettled', 'n-overdue']);
  });
  test('with no calendar weekdays are counted, and that is said', () => {
    const [found] = ask('england-2024', 'N', { date: '2026-11-09', at: '2026-11-17T10:00:00Z' });
    expect(found?.rule).toBe('n-overdue');
    expect(found?.message).toContain('no term dates');
  });
  test('a policy that words it otherwise is quoted', () => {
    const found = ask('john-f-kennedy', 'N', {
      date: '2026-11-09',
      at: '2026-11-18T10:00:00Z',
      calendar: autumn,
    });
    expect(rulesOf(found)).toBe('n-overdue policy-note');
    expect(found[1]?.clause.policy).toContain('after a week');
  });
});

describe('age', () => {
  const born = (dateOfBirth: string) => ({ pupil: { dateOfBirth: dateOfBirth as IsoDate } });
  test.each([
    ['X', born('2018-01-01'), 'age-check'],
    ['X', born('2023-01-01'), ''],
    ['X', {}, ''],
    ['C2', born('2023-01-01'), 'age-check'],
    ['C2', born('2018-01-01'), ''],
    ['S', { pupil: { yearGroup: 'Year 9' } }, 'age-check'],
    ['S', { pupil: { yearGroup: 'Year 10' } }, ''],
    ['S', born('2018-01-01'), 'age-check'],
    ['S', {}, ''],
  ])('%s for %j: %s', (code, asked, expected) => {
    expect(rulesOf(ask('england-2024', code, asked))).toBe(expected);
  });
});

describe('remote education is never attendance', () => {
  test.each([
    ['B', 'Online maths tuition', 'remote-not-attended'],
    ['B', 'working at home, packs sent', 'remote-not-attended'],
    ['V', 'virtual visit', 'remote-not-attended'],
    ['B', 'Taster day at college', ''],
    ['/', 'went home at 2pm, unwell', ''],
    ['I', 'remote learning set', ''],
  ])('%s with “%s”: %s', (code, note, expected) => {
    expect(rulesOf(ask('walton-oak', code, { note, arrived: '08:00' }))).toBe(expected);
  });
  test('John F Kennedy’s policy says otherwise, and is quoted', () => {
    const found = ask('john-f-kennedy', 'B', { note: 'remote lessons' });
    expect(rulesOf(found)).toBe('remote-not-attended policy-note');
    expect(found[1]?.clause.policy).toContain('educated off site');
  });
});

describe('an amendment keeps reason, name and role', () => {
  const change = (amendment?: object) =>
    ask('walton-oak', 'I', {
      at: '2026-11-25T10:00:00Z',
      previousCode: 'O',
      ...(amendment ? { amendment } : {}),
    });
  test('complete', () =>
    expect(rulesOf(change({ reason: 'doctor rang', by: 'A Person', role: 'office' }))).toBe(''));
  test.each([
    [undefined, 'the reason, the name and the role'],
    [{ reason: 'doctor rang' }, 'the name and the role'],
    [{ reason: ' ', by: 'A Person', role: 'office' }, 'the reason'],
  ])('%j lacks %s', (amendment, missing) => {
    const [found] = change(amendment);
    expect(found?.rule).toBe('amendment-incomplete');
    expect(found?.message).toContain(missing);
  });
  test('a blank before it is no amendment', () => {
    expect(rulesOf(ask('walton-oak', 'I', { previousCode: '-' }))).toBe('');
  });
});
