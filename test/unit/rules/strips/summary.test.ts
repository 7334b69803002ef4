import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarInput, schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import {
  fromDay,
  type IsoDate,
  mondayOf,
  type Session,
  toDay,
  weekday,
} from '../../../../rules/calendar/dates.ts';
import { history } from '../../../../rules/history/history.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import type { Policy } from '../../../../rules/policy/policy.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import type { Pupil } from '../../../../rules/pupil/pupil.ts';
import { CODE_BYTES, NO_MARK } from '../../../../rules/strips/code-bytes.ts';
import { planSummary } from '../../../../rules/strips/plan.ts';
import { pack, placeOf, type Strip } from '../../../../rules/strips/strips.ts';
import { summarise } from '../../../../rules/strips/summary.ts';
import { twoYears } from '../history/counting.ts';

const date = (text: string) => text as IsoDate;
/** Three academic years, the change of the code set in the middle of the first summer. */
const FIRST = toDay(date('2023-09-01'));
const LAST = toDay(date('2026-08-31'));

function packed(marks: readonly Mark[]): Map<number, Strip> {
  const strips = pack(marks);
  if (!strips.ok) throw new Error(strips.problem);
  return strips.value;
}

/** What a summary says, taken from the full history. */
function slow(calendar: CalendarInput, policy: Policy, asOf: IsoDate, pupil: Pupil, marks: readonly Mark[]) {
  const { unauthorised, coverage, firstMet, attendance } = history({
    policy,
    asOf,
    calendar: schoolCalendar(calendar),
    pupil,
    marks,
  });
  const { attended, authorised, notPossible, possible, rate, unmarked } = attendance;
  return {
    total: unauthorised.total,
    settled: unauthorised.settled,
    byCode: unauthorised.byCode,
    ...coverage,
    firstMet,
    year: {
      attended,
      authorised,
      unauthorised: attendance.unauthorised,
      notPossible,
      possible,
      rate,
      unmarked,
    },
  };
}

const day = fc.integer({ min: FIRST, max: LAST });
const run = (longest: number) =>
  fc
    .tuple(day, fc.integer({ min: 0, max: longest }))
    .map(([from, length]) => ({ from: fromDay(from), to: fromDay(from + length) }));
const calendars: fc.Arbitrary<CalendarInput> = fc.record({
  terms: fc.array(run(250), { minLength: 1, maxLength: 6 }),
  closures: fc.array(
    fc
      .tuple(run(20), fc.constantFrom<Session | 'both'>('AM', 'PM', 'both'))
      .map(([days, sessions]) => ({ ...days, sessions })),
    { maxLength: 8 },
  ),
});
const markOn = (days: fc.Arbitrary<number>) =>
  fc.record({
    date: days.map((each) => fromDay(weekday(each) > 4 ? each - 2 : each)),
    session: fc.constantFrom<Session>('AM', 'PM'),
    code: fc.oneof(fc.constantFrom('G', 'N', 'O', 'U'), fc.constantFrom(...CODE_BYTES)),
  });
/** Marks all over the years; a bunch of them together, so that a threshold is met; and about one a week, on its edge. */
const marks = fc
  .tuple(
    fc.array(markOn(day), { maxLength: 150 }),
    day,
    fc.integer({ min: 3, max: 90 }),
    fc.integer({ min: 0, max: 40 }),
  )
  .chain(([anywhere, from, length, weeks]) =>
    fc.array(markOn(fc.integer({ min: from, max: from + length })), { maxLength: 100 }).map((bunch) => [
      ...anywhere,
      ...bunch,
      ...Array.from({ length: weeks }, (_, i): Mark => {
        const monday = mondayOf(from) + 7 * i;
        return { date: fromDay(monday), session: 'AM', code: 'O' };
      }),
    ]),
  );
const pupils: fc.Arbitrary<Pupil> = fc.record({
  startDate: fc.option(day.map(fromDay), { nil: undefined, freq: 2 }),
  leavingDate: fc.option(day.map(fromDay), { nil: undefined, freq: 2 }),
});
const policies = fc
  .record({ sessions: fc.integer({ min: 1, max: 12 }), schoolWeeks: fc.integer({ min: 1, max: 12 }) })
  .map((numbers): Policy => ({ ...nationalPolicy, threshold: { ...nationalPolicy.threshold, ...numbers } }));
const anyPolicy = fc.oneof(fc.constant(nationalPolicy), policies);

describe('a summary from bytes', () => {
  test('is the full history’s, for any calendar, threshold, day, pupil and marks', () => {
    fc.assert(
      fc.property(
        calendars,
        anyPolicy,
        day.map(fromDay),
        pupils,
        marks,
        (calendar, policy, asOf, pupil, list) => {
          const plan = planSummary({ calendar: schoolCalendar(calendar), threshold: policy.threshold, asOf });
          expect(summarise(plan, packed(list), pupil)).toEqual(slow(calendar, policy, asOf, pupil, list));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('after one mark is the history’s with that mark in', () => {
    const mark = markOn(day);
    fc.assert(
      fc.property(calendars, marks, mark, day.map(fromDay), (calendar, list, added, asOf) => {
        const plan = planSummary({
          calendar: schoolCalendar(calendar),
          threshold: nationalPolicy.threshold,
          asOf,
        });
        const place = placeOf(added.date, added.session);
        const room = { ...added, code: '/' };
        const strips = packed([...list, room]);
        summarise(plan, strips);
        const strip = place && strips.get(place.year);
        if (!strip) throw new Error('no place for the mark');
        strip[place.index] = CODE_BYTES.indexOf(added.code) + 1;
        const now = summarise(plan, strips);
        expect(now).toEqual(slow(calendar, nationalPolicy, asOf, {}, [...list, added]));
      }),
      { numRuns: 100 },
    );
  });

  const plan = planSummary({
    calendar: schoolCalendar(twoYears),
    threshold: nationalPolicy.threshold,
    asOf: date('2026-11-20'),
  });

  test('of a pupil with no strip at all is nothing known, not nothing expected', () => {
    const summary = summarise(plan, new Map());
    expect(summary).toMatchObject({ total: 0, known: 0, expected: 98, firstMet: null });
    expect(summary.year).toMatchObject({ possible: 0, rate: null });
  });

  // The ten school weeks up to that of 16 November begin on 7 September: 26 October is half-term. A week’s ninth session is
  // Friday morning.
  test.each([
    ['2026-09-10', { date: '2026-11-20', session: 'AM' }],
    ['2026-09-04', null],
  ])('of nine sessions in one week and one on %s: the threshold was met at %o', (tenth, firstMet) => {
    const nine = ['16', '17', '18', '19', '20'].flatMap((on) => [
      { date: date(`2026-11-${on}`), session: 'AM' as const, code: 'O' },
      { date: date(`2026-11-${on}`), session: 'PM' as const, code: 'O' },
    ]);
    const kept: Mark[] = [{ date: date(tenth), session: 'AM', code: 'O' }, ...nine.slice(0, 9)];
    expect(summarise(plan, packed(kept)).firstMet).toEqual(firstMet);
  });

  test('takes a byte that is no code for no mark', () => {
    const strip = new Uint8Array(540).fill(255);
    const before = summarise(plan, new Map([[2026, new Uint8Array(540).fill(NO_MARK)]]));
    expect(summarise(plan, new Map([[2026, strip]]))).toEqual(before);
  });
});
