import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schoolTime } from '../../../../rules/calendar/clock.ts';

describe('the clock is the platform’s own for London', () => {
  const london = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const shown = (instant: number) => {
    const { date, minute: at } = schoolTime(instant);
    return `${date}, ${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  };
  const FIRST = Date.UTC(2000, 0, 1);
  const LAST = Date.UTC(2101, 0, 1) - 1;

  test('at any instant from 2000 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (instant) => {
        expect(shown(instant)).toBe(london.format(instant));
      }),
      { numRuns: 5000 },
    );
  });

  test('in the minutes about every clock change from 2000 to 2100', () => {
    const hour = 3_600_000;
    const offset = (instant: number) => Date.parse(`${london.format(instant).replace(', ', 'T')}Z`) - instant;
    const changes: number[] = [];
    for (let instant = FIRST; instant <= LAST; instant += 24 * hour) {
      if (offset(instant) === offset(instant + 24 * hour)) continue;
      let change = instant;
      while (offset(change) === offset(instant)) change += hour;
      changes.push(change);
    }
    expect(changes).toHaveLength(2 * 101);
    for (const change of changes)
      for (const near of [-hour, -60_000, -1, 0, 60_000, hour - 1, hour])
        expect(shown(change + near)).toBe(london.format(change + near));
  });
});
