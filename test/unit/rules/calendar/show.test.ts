import { expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { dayName, longDate, longDay, shortDate, shortDay } from '../../../../rules/calendar/show.ts';

test.each([
  ['2026-11-20', 'Friday', '20 November 2026', 'Friday 20 November', '20 Nov', 'Fri 20 Nov'],
  ['2026-09-08', 'Tuesday', '8 September 2026', 'Tuesday 8 September', '8 Sep', 'Tue 8 Sep'],
  ['2028-01-01', 'Saturday', '1 January 2028', 'Saturday 1 January', '1 Jan', 'Sat 1 Jan'],
])('%s as people write it', (text, ...expected) => {
  const date = text as IsoDate;
  expect([dayName(date), longDate(date), longDay(date), shortDate(date), shortDay(date)]).toEqual(expected);
});
