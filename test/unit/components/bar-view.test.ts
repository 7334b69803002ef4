import { expect, test } from 'vitest';
import { checkingBar } from '../../../components/register/bar-view.ts';
import type { ClockTime } from '../../../rules/calendar/clock.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import type { Policy } from '../../../rules/policy/policy.ts';
import { builtInPolicy } from '../../../rules/policy/profiles.ts';

const school = builtInPolicy('walton-oak') as Policy;
const lateFridays: Policy = {
  ...school,
  times: {
    ...school.times,
    AM: { ...school.times.AM, exceptions: [{ weekdays: ['Friday'], closes: '09:40' as ClockTime }] },
  },
};

const close = (policy: Policy, day: string) =>
  checkingBar({
    policy,
    occasion: { date: day as IsoDate, session: 'AM', assumed: 'nothing' },
    at: Date.parse(`${day}T09:00:00Z`),
    rows: [],
    away: [],
    all: 0,
    rowsInAll: null,
    place: null,
    shared: null,
    unplaced: 0,
    roomless: [],
    counts: 'none',
    inferred: false,
    training: false,
    said: '',
    spelt: null,
  }).close;

test('the bar’s closing time is that of the day, as the checks have it', () => {
  expect(close(lateFridays, '2026-11-20')).toContain('9:40');
  expect(close(lateFridays, '2026-11-19')).toContain('9:20');
  expect(close(school, '2026-11-20')).toContain('9:20');
});

test('the bar says that term dates were worked out from marks, where counts are made with them', () => {
  const bar = (inferred: boolean) =>
    checkingBar({
      ...{ policy: school, occasion: { date: '2026-11-20' as IsoDate, session: 'AM', assumed: 'nothing' } },
      ...{ at: Date.parse('2026-11-20T09:00:00Z'), rows: [], away: [], all: 0, rowsInAll: null, place: null },
      ...{
        shared: null,
        unplaced: 0,
        roomless: [],
        counts: 'shown',
        inferred,
        said: '',
        spelt: null,
        training: false,
      },
    });
  expect(bar(true).asides).toEqual(['Term dates are worked out from marks, not given']);
  expect(bar(false).asides).toEqual([]);
});
