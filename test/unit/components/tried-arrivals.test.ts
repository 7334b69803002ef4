import { expect, test } from 'vitest';
import { triedArrivals } from '../../../components/late/tried-arrivals.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';

const of = { date: '2026-11-20' as IsoDate, session: 'AM' } as const;
const logged = [
  { pupil: 'p-1', arrived: 560, reason: '' },
  { pupil: 'p-2', arrived: 570, reason: 'bus' },
];

test('what is tried stands over what is logged, in its own session alone, in order of arrival', () => {
  const tried = triedArrivals();
  tried.log(of, { pupil: 'p-3', arrived: 565, reason: '' });
  tried.log(of, { pupil: 'p-1', arrived: 580, reason: '' });
  expect(tried.over(of, logged).map(({ pupil, arrived }) => [pupil, arrived])).toEqual([
    ['p-3', 565],
    ['p-2', 570],
    ['p-1', 580],
  ]);
  expect(tried.over({ ...of, session: 'PM' }, logged)).toEqual(logged);
});

test('taken back, nothing is logged of the pupil, and logging it again undoes that', () => {
  const tried = triedArrivals();
  tried.remove(of, 'p-2');
  expect(tried.over(of, logged).map(({ pupil }) => pupil)).toEqual(['p-1']);
  tried.log(of, { pupil: 'p-2', arrived: 570, reason: 'bus' });
  expect(tried.over(of, logged)).toEqual(logged);
});
