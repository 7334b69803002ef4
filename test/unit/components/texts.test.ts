import { describe, expect, test } from 'vitest';
import { closeText } from '../../../components/texts.ts';
import { countName } from '../../../components/texts-counts.ts';
import type { Threshold } from '../../../rules/policy/policy.ts';
import { builtInPolicy } from '../../../rules/policy/profiles.ts';

const threshold: Threshold = { sessions: 10, schoolWeeks: 10, near: 8, clause: null };
const START = 'unauthorised sessions in the last 10 school weeks';

describe('a badge’s accessible name', () => {
  test('begins with the count, then says where it stands', () => {
    const name = countName({ kind: 'exact', total: 7, settled: 7, status: 'below' }, threshold, null);
    expect(name).toBe(`7 of 10 ${START}, below the threshold`);
  });
  test('says what is not settled', () => {
    const name = countName(
      { kind: 'exact', total: 10, settled: 8, status: 'met-if-unsettled-stand' },
      threshold,
      null,
    );
    expect(name).toBe(`10 of 10 ${START}, threshold met only if the unsettled sessions stand, 2 not settled`);
  });
  test('says that a count with gaps is a lower bound', () => {
    const count = {
      kind: 'at-least',
      total: 7,
      settled: 7,
      status: 'below',
      known: 62,
      expected: 94,
      schoolWeeks: 10,
    } as const;
    expect(countName(count, threshold, null)).toBe(
      `7 of 10 ${START}, below the threshold, at least: 62 of 94 sessions seen`,
    );
    expect(countName({ ...count, known: 40, expected: 40, schoolWeeks: 4 }, threshold, null)).toMatch(
      /at least: 40 of 40 sessions seen, and term dates for 4 of 10 school weeks$/,
    );
  });
  test('claims no threshold where none applies', () => {
    const count = { kind: 'exact', total: 7, settled: 7, status: 'not-applicable' } as const;
    expect(countName(count, threshold, 'a provision’s register')).toBe(
      `7 ${START}, no threshold applies: a provision’s register`,
    );
  });
  test('says why there is no count', () => {
    expect(countName({ kind: 'not-counted', why: 'No earlier marks on this device' }, threshold, null)).toBe(
      'No count: No earlier marks on this device',
    );
  });
});

describe('the close of the register', () => {
  const oak = builtInPolicy('walton-oak');
  const john = builtInPolicy('john-f-kennedy');
  if (!oak || !john) throw new Error('no such policy');
  const at = (minute: number, second = 0) => ({ minute: 9 * 60 + minute, second });
  test('counts down, in seconds at the end', () => {
    expect(closeText(oak.times.AM, 'AM', at(16))).toBe('Closes 9:20 · 4 min');
    expect(closeText(oak.times.AM, 'AM', at(18, 30))).toBe('Closes 9:20 · 1 min 30 s');
    expect(closeText(oak.times.AM, 'AM', at(21))).toBe('Closed 9:20');
  });
  test('reads the closing minute as the policy does', () => {
    expect(closeText(oak.times.AM, 'AM', at(20, 30))).toBe('Closes 9:20 · this minute');
    expect(closeText(john.times.AM, 'AM', at(20, 30))).toBe('Closed 9:20');
  });
  test('is not guessed where the policy has none', () => {
    expect(closeText(oak.times.PM, 'PM', at(20))).toBe('No PM close in this policy: lateness not checked');
  });
});
