import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tally } from '../../../../rules/batch/tally.ts';
import type { CalendarInput } from '../../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, mondayOf, toDay } from '../../../../rules/calendar/dates.ts';
import { countWith } from '../../../../rules/history/count.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import { count } from './counting.ts';
import { calendar, day, mark, marks, pupil } from './random.ts';
import { slowSessions } from './slow.ts';

const RUNS = { numRuns: 150 };
const key = (one: { date: string; session: string }) => `${one.date} ${one.session}`;
const without = (all: readonly Mark[], one: Mark) => all.filter((each) => key(each) !== key(one));

/** The same school, each day a term of its own, so that any day can be moved. */
function dayByDay(input: CalendarInput, move: (date: IsoDate) => IsoDate): CalendarInput {
  const held = slowSessions(input);
  const dates = [...new Set(held.map((session) => session.slice(0, 10) as IsoDate))];
  return {
    terms: dates.map((date) => ({ from: move(date), to: move(date) })),
    closures: dates.flatMap((date) =>
      (['AM', 'PM'] as const)
        .filter((session) => !held.includes(`${date} ${session}`))
        .map((sessions) => ({ from: move(date), to: move(date), sessions })),
    ),
  };
}

describe('what must not matter', () => {
  test('a holiday week put in anywhere: the same sessions count, and the count is met at the same one', () => {
    fc.assert(
      fc.property(calendar, marks(150), day, day, (input, list, asOf, from) => {
        const monday = mondayOf(toDay(from));
        const move = (date: IsoDate) => (toDay(date) < monday ? date : fromDay(toDay(date) + 7));
        const before = count(input, asOf, list);
        const after = count(
          dayByDay(input, move),
          move(asOf),
          list.map((one) => ({ ...one, date: move(one.date) })),
        );
        const moved = <TOne extends { date: IsoDate }>(one: TOne) => ({ ...one, date: move(one.date) });
        expect(after.unauthorised.sessions).toEqual(before.unauthorised.sessions.map(moved));
        expect([after.status, after.coverage]).toEqual([before.status, before.coverage]);
        expect(after.firstMet).toEqual(before.firstMet && moved(before.firstMet));
        expect(after.leaving).toEqual(before.leaving.map(({ on, ...rest }) => ({ on: move(on), ...rest })));
      }),
      RUNS,
    );
  });

  test('the order of marks of different sessions', () => {
    const shuffled = marks(100).chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(calendar, shuffled, day, pupil, (input, [list, mixed], asOf, child) => {
        expect(count(input, asOf, mixed, { pupil: child })).toEqual(
          count(input, asOf, list, { pupil: child }),
        );
      }),
      RUNS,
    );
  });

  test('how term dates are written: day by day, or a term twice', () => {
    fc.assert(
      fc.property(calendar, marks(100), day, (input, list, asOf) => {
        const whole = count(input, asOf, list);
        expect(
          count(
            dayByDay(input, (date) => date),
            asOf,
            list,
          ),
        ).toEqual(whole);
        expect(count({ ...input, terms: [...input.terms, ...input.terms] }, asOf, list)).toEqual(whole);
      }),
      RUNS,
    );
  });

  test('marks from before the window, for the total; marks after the day, for anything', () => {
    fc.assert(
      fc.property(calendar, marks(150), day, (input, list, asOf) => {
        const whole = count(input, asOf, list);
        const { from } = whole.window;
        const inside = list.filter(({ date }) => from !== null && date >= from);
        expect(count(input, asOf, inside).unauthorised).toEqual(whole.unauthorised);
        expect(
          count(
            input,
            asOf,
            list.filter(({ date }) => date <= asOf),
          ),
        ).toEqual(whole);
      }),
      RUNS,
    );
  });
});

describe('what follows from what', () => {
  test('what is said to leave on a Monday is what the count on that Monday lacks', () => {
    fc.assert(
      fc.property(calendar, marks(200), day, (input, list, asOf) => {
        const soFar = list.filter(({ date }) => date <= asOf);
        const { leaving, unauthorised } = count(input, asOf, soFar);
        let left = unauthorised.total;
        for (const { on, sessions } of leaving) {
          left -= sessions;
          expect(sessions).toBeGreaterThan(0);
          expect(count(input, on, soFar).unauthorised.total).toBe(left);
          expect(count(input, fromDay(toDay(on) - 1), soFar).unauthorised.total).toBe(left + sessions);
        }
      }),
      RUNS,
    );
  });

  test('the parts add up to the whole', () => {
    fc.assert(
      fc.property(calendar, marks(200), day, pupil, (input, list, asOf, child) => {
        const { attendance: year, unauthorised } = count(input, asOf, list, { pupil: child });
        const onRoll = slowSessions(input).filter((session) => {
          const date = session.slice(0, 10);
          return date >= year.from && date <= asOf && date <= (child.leavingDate ?? date);
        });
        expect(year.attended + year.authorised + year.unauthorised).toBe(year.possible);
        expect(year.possible + year.notPossible + year.unmarked).toBe(onRoll.length);
        const { G, N, O, U } = unauthorised.byCode;
        expect([G + N + O + U, G + O + U]).toEqual([unauthorised.total, unauthorised.settled]);
        expect(unauthorised.sessions.length).toBe(unauthorised.total);
      }),
      RUNS,
    );
  });

  test('a year’s figures are those of its codes, counted and added up', () => {
    fc.assert(
      fc.property(calendar, marks(200), day, (input, list, asOf) => {
        const year = count(input, asOf, list).attendance;
        const held = slowSessions(input);
        const counts: Record<string, number> = {};
        for (const one of list)
          if (one.date >= year.from && one.date <= asOf && held.includes(key(one)))
            counts[one.code] = (counts[one.code] ?? 0) + 1;
        const { notes: _, ...sums } = tally(counts, asOf);
        expect(year).toMatchObject(sums);
      }),
      RUNS,
    );
  });

  test('one U more raises the total by one or by nothing, and ten is not met later for it', () => {
    fc.assert(
      fc.property(calendar, marks(150), day, mark, (input, list, asOf, extra) => {
        const unmarked = without(list, extra);
        const before = count(input, asOf, unmarked);
        const after = count(input, asOf, [...unmarked, { ...extra, code: 'U' }]);
        expect([0, 1]).toContain(after.unauthorised.total - before.unauthorised.total);
        expect([0, 1]).toContain(after.coverage.known - before.coverage.known);
        expect(after.coverage.expected).toBe(before.coverage.expected);
        if (before.firstMet !== null) {
          expect(after.firstMet).not.toBeNull();
          if (after.firstMet) expect(key(after.firstMet) <= key(before.firstMet)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('through a week, with no new marks taken away, the total does not fall', () => {
    fc.assert(
      fc.property(calendar, marks(200), day, (input, list, asOf) => {
        const monday = mondayOf(toDay(asOf));
        const week = [0, 1, 2, 3, 4, 5, 6].map((n) => count(input, fromDay(monday + n), list));
        const totals = week.map(({ unauthorised }) => unauthorised.total);
        expect(totals).toEqual([...totals].sort((a, b) => a - b));
      }),
      RUNS,
    );
  });

  test('the mark on the screen, added to the count without it, is the count with it', () => {
    const code = fc.constantFrom('U', 'N', 'O', 'G', 'I', '/');
    fc.assert(
      fc.property(calendar, marks(200), day, code, (input, list, asOf, shown) => {
        const today: Mark = { date: asOf, session: 'PM', code: shown };
        fc.pre(slowSessions(input).includes(key(today)));
        const { unauthorised, coverage, window } = count(input, asOf, without(list, today));
        const base = {
          total: unauthorised.total,
          settled: unauthorised.settled,
          ...coverage,
          schoolWeeks: window.weeks.length,
          notApplicable: null,
        };
        fc.pre(base.known > 0);
        const whole = count(input, asOf, [...without(list, today), today]);
        expect(countWith(base, shown, nationalPolicy.threshold)).toMatchObject({
          total: whole.unauthorised.total,
          settled: whole.unauthorised.settled,
          status: whole.status,
        });
      }),
      RUNS,
    );
  });
});
