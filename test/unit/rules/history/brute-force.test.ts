import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarInput } from '../../../../rules/calendar/calendar.ts';
import { fromDay, toDay } from '../../../../rules/calendar/dates.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import { count, date, slowCount } from './counting.ts';

const FIRST = toDay(date('2025-08-25'));
const day = (from = 0, to = 420) => fc.integer({ min: from, max: to }).map((n) => fromDay(FIRST + n));
const period = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 50 }))
  .map(([start, length]) => ({ from: fromDay(FIRST + start), to: fromDay(FIRST + start + length) }));
const closure = fc
  .tuple(
    period,
    fc.integer({ min: 0, max: 4 }),
    fc.constantFrom('AM' as const, 'PM' as const, 'both' as const),
  )
  .map(([{ from }, length, sessions]) => ({ from, to: fromDay(toDay(from) + length), sessions }));
const calendar: fc.Arbitrary<CalendarInput> = fc.record({
  terms: fc.array(period, { maxLength: 8 }),
  closures: fc.array(closure, { maxLength: 12 }),
});
const mark: fc.Arbitrary<Mark> = fc.record({
  date: day(),
  session: fc.constantFrom('AM' as const, 'PM' as const),
  code: fc.constantFrom('/', '\\', 'L', 'G', 'N', 'O', 'U', 'I', 'X', 'Y1', '#'),
});

test('random calendars and marks agree with a counter written from the words of the rule', () => {
  fc.assert(
    fc.property(calendar, fc.array(mark, { maxLength: 300 }), day(), (input, marks, asOf) => {
      const result = count(input, asOf, marks);
      const slow = slowCount(input, asOf, marks);
      expect({
        weeks: result.window.weeks,
        total: result.unauthorised.total,
        settled: result.unauthorised.settled,
        ...result.coverage,
      }).toEqual(slow);
    }),
    { numRuns: 400 },
  );
});

test('the order of marks of different sessions changes nothing', () => {
  fc.assert(
    fc.property(
      calendar,
      fc.uniqueArray(mark, { maxLength: 100, selector: (one) => `${one.date} ${one.session}` }),
      day(),
      (input, marks, asOf) => {
        expect(count(input, asOf, [...marks].reverse())).toEqual(count(input, asOf, marks));
      },
    ),
    { numRuns: 100 },
  );
});

test('the first session at which ten was reached is the first at which the slow counter reaches ten', () => {
  fc.assert(
    fc.property(calendar, fc.array(mark, { minLength: 100, maxLength: 300 }), day(), (input, marks, asOf) => {
      const { firstMet } = count(input, asOf, marks);
      const standing = [...new Map(marks.map((one) => [`${one.date} ${one.session}`, one]))].sort(
        ([a], [b]) => (a < b ? -1 : 1),
      );
      const reached = standing.find(([key, one]) => {
        if (one.date > asOf) return false;
        const upTo = standing.filter(([other]) => other <= key).map(([, other]) => other);
        return slowCount(input, one.date, upTo).total >= 10;
      });
      expect(firstMet).toEqual(reached ? { date: reached[1].date, session: reached[1].session } : null);
    }),
    { numRuns: 25 },
  );
});
