import fc from 'fast-check';
import type { CalendarInput } from '../../../../rules/calendar/calendar.ts';
import { fromDay, SESSIONS, toDay } from '../../../../rules/calendar/dates.ts';
import type { History } from '../../../../rules/history/history.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import type { Pupil } from '../../../../rules/pupil/pupil.ts';
import { count, date, twoYears } from './counting.ts';
import { slowHistory } from './slow.ts';

const FIRST = toDay(date('2025-08-25'));

/** A day of a span that holds one whole academic year and the starts of two. */
export const day = fc.integer({ min: 0, max: 420 }).map((n) => fromDay(FIRST + n));

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

/** Up to eight terms, which may overlap, and up to twelve closures, which may lie outside them. */
const anyCalendar: fc.Arbitrary<CalendarInput> = fc.record({
  terms: fc.array(period, { maxLength: 8, size: 'max' }),
  closures: fc.array(closure, { maxLength: 12, size: 'max' }),
});

/** Two years as schools have them, with closures anywhere. */
const schoolYears: fc.Arbitrary<CalendarInput> = fc.record({
  terms: fc.constant(twoYears.terms),
  closures: fc.array(closure, { maxLength: 12, size: 'max' }),
});

export const calendar = fc.oneof(anyCalendar, schoolYears);

const CODES = ['/', '\\', 'L', 'G', 'N', 'O', 'U', 'I', 'C1', 'B', 'D', 'X', 'Y1', 'Z', '#', 'H', 'J', '-'];

/** One mark of one session: any code, the unauthorised ones oftener. */
export const mark: fc.Arbitrary<Mark> = fc.record({
  date: day,
  session: fc.constantFrom('AM' as const, 'PM' as const),
  code: fc.oneof(fc.constantFrom('G', 'N', 'O', 'U'), fc.constantFrom(...CODES)),
});

/** The same code for some days on end: how ten is reached. */
const spell = fc
  .record({ first: day, length: fc.integer({ min: 1, max: 12 }), code: fc.constantFrom(...CODES) })
  .map(({ first, length, code }) =>
    Array.from({ length }, (_, i) => fromDay(toDay(first) + i)).flatMap((date) =>
      SESSIONS.map((session): Mark => ({ date, session, code })),
    ),
  );

/** A history: single marks and spells of them, in any order, later ones correcting earlier ones. */
const history = (most: number): fc.Arbitrary<Mark[]> =>
  fc
    .tuple(
      fc.array(mark, { maxLength: most, size: 'max' }),
      fc.array(spell, { maxLength: most / 10, size: 'max' }),
    )
    .map(([single, spells]) => [...spells.flat(), ...single]);

/** The same with one mark a session, so that no order matters. */
export const marks = (most: number): fc.Arbitrary<Mark[]> =>
  history(most).map((list) => [
    ...new Map(list.map((one) => [`${one.date} ${one.session}`, one] as const)).values(),
  ]);

/** A pupil on roll all the time, or from or until some day. */
export const pupil: fc.Arbitrary<Pupil> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: day.map((startDate) => ({ startDate })) },
  { weight: 1, arbitrary: day.map((leavingDate) => ({ leavingDate })) },
);

/** A whole question: a school’s calendar, a pupil, their marks in any order and with corrections, and a day. */
export const question = fc.record({
  calendar,
  pupil,
  marks: history(200),
  asOf: day,
});

/** One of them. */
export type Question = typeof question extends fc.Arbitrary<infer One> ? One : never;

/** What the engine and the slow counter say of one question, in one shape. */
export function both(one: Question): { readonly ours: object; readonly slow: object } {
  const marked = one.marks.map((each) => ({ ...each, code: each.code === '-' ? '' : each.code }));
  const slow = slowHistory(one.calendar, one.asOf, marked, one.pupil);
  return { ours: inShort(count(one.calendar, one.asOf, one.marks, { pupil: one.pupil })), slow };
}

function inShort({ window, unauthorised, coverage, firstMet, leaving, attendance }: History): object {
  const { attended, authorised, possible, notPossible, unmarked, persistent, severe } = attendance;
  return {
    weeks: window.weeks,
    total: unauthorised.total,
    settled: unauthorised.settled,
    ...coverage,
    firstMet: firstMet && `${firstMet.date} ${firstMet.session}`,
    leaving,
    attended,
    authorised,
    unauthorised: attendance.unauthorised,
    possible,
    notPossible,
    unmarked,
    persistent,
    severe,
  };
}
