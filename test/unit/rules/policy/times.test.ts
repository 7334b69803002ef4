import { expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { checkMark } from '../../../../rules/marks/check.ts';
import { builtInPolicies } from '../../../../rules/policy/profiles.ts';
import { timesOn } from '../../../../rules/policy/times.ts';
import { faultless, sixth } from '../conflicts/sixth.ts';

const MONDAY = '2026-11-16' as IsoDate;
const FRIDAY = '2026-11-20' as IsoDate;

const policy = sixth({
  times: {
    AM: {
      ...faultless.times.AM,
      exceptions: [
        { weekdays: ['Friday'], yearGroups: [6], taken: '08:30', closes: '09:00' },
        { weekdays: ['Friday'], closes: '09:10', clause: 'other' },
        { yearGroups: [-1, 0], taken: '09:00', closes: '09:30' },
      ],
    },
    PM: faultless.times.PM,
  },
});

test.each([
  [MONDAY, undefined, '08:50 09:20 it'],
  [MONDAY, 'Year 6', '08:50 09:20 it'],
  [FRIDAY, undefined, '08:50 09:10 other'],
  [FRIDAY, 'Y5', '08:50 09:10 other'],
  [FRIDAY, '6', '08:30 09:00 it'],
  [MONDAY, 'R', '09:00 09:30 it'],
  [MONDAY, 'Nursery', '09:00 09:30 it'],
  [MONDAY, 'Kestrels', '08:50 09:20 it'],
])('on %s for %s: %s', (date, yearGroup, expected) => {
  const { taken, closes, clause } = timesOn(policy, 'AM', date, yearGroup);
  expect(`${taken} ${closes} ${clause}`).toBe(expected);
});

test('the afternoon has none, and no school of ours has one', () => {
  expect(timesOn(policy, 'PM', FRIDAY, '6')).toBe(policy.times.PM);
  for (const built of builtInPolicies) expect(timesOn(built, 'AM', FRIDAY, '6')).toBe(built.times.AM);
});

test('marks are checked against the times of their day', () => {
  const rules = (date: IsoDate) =>
    checkMark(
      { date, session: 'AM', code: 'L', entered: { date, minute: 15 * 60 }, arrived: 9 * 60 + 15 },
      policy,
    ).map(({ rule }) => rule);
  expect(rules(MONDAY)).toEqual([]);
  expect(rules(FRIDAY)).toEqual(['late-after-close']);
});
