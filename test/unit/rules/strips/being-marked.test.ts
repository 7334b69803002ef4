import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarInput, schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, type Session, toDay, weekday } from '../../../../rules/calendar/dates.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import type { Pupil } from '../../../../rules/pupil/pupil.ts';
import { CODE_BYTES } from '../../../../rules/strips/code-bytes.ts';
import { planSummary } from '../../../../rules/strips/plan.ts';
import { pack } from '../../../../rules/strips/strips.ts';
import { summarise } from '../../../../rules/strips/summary.ts';
import { slowCount } from './slow-count.ts';

const date = (text: string): IsoDate => text as IsoDate;
const FIRST = toDay(date('2025-06-02'));
const LAST = toDay(date('2026-02-27'));

function count(
  calendar: CalendarInput,
  day: string,
  session: Session,
  marks: readonly Mark[],
  pupil: Pupil = {},
) {
  const plan = planSummary({
    calendar: schoolCalendar(calendar),
    threshold: { sessions: 10, schoolWeeks: 10 },
    asOf: date(day),
    beingMarked: session,
  });
  const strips = pack(marks);
  if (!strips.ok) throw new Error(strips.problem);
  const { total, settled, known, expected } = summarise(plan, strips.value, pupil);
  return { total, settled, known, expected, schoolWeeks: plan.schoolWeeks };
}

const day = fc.integer({ min: FIRST, max: LAST });
const run = fc
  .tuple(day, fc.integer({ min: 0, max: 60 }))
  .map(([from, length]) => ({ from: fromDay(from), to: fromDay(from + length) }));
const shortRun = fc
  .tuple(day, fc.integer({ min: 0, max: 4 }))
  .map(([from, length]) => ({ from: fromDay(from), to: fromDay(from + length) }));
const calendars = fc.record({
  terms: fc.array(run, { minLength: 1, maxLength: 4 }),
  closures: fc.array(
    fc
      .tuple(shortRun, fc.constantFrom<Session | 'both'>('AM', 'PM', 'both'))
      .map(([days, sessions]) => ({ ...days, sessions })),
    { maxLength: 5 },
  ),
});
const marks = fc.array(
  fc.record({
    date: day.map((each) => fromDay(weekday(each) > 4 ? each - 2 : each)),
    session: fc.constantFrom<Session>('AM', 'PM'),
    code: fc.oneof(fc.constantFrom('G', 'N', 'O', 'U'), fc.constantFrom(...CODE_BYTES)),
  }),
  { maxLength: 150 },
);

describe('a ten-week count with the session being marked left out', () => {
  test('agrees with a slow count over lists, for any calendar, marks and register', () => {
    fc.assert(
      fc.property(
        calendars,
        marks,
        day.map(fromDay),
        fc.constantFrom<Session>('AM', 'PM'),
        (calendar, list, on, session) => {
          expect(count(calendar, on, session, list)).toMatchObject(
            slowCount(calendar, 10, { date: on, session }, list),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  const autumn: CalendarInput = {
    terms: [{ from: date('2025-09-01'), to: date('2025-09-05') }],
    closures: [{ from: date('2025-09-02'), to: date('2025-09-02'), sessions: 'PM' }],
  };
  const mark = (on: string, session: Session, code: string): Mark => ({
    date: date(on),
    session,
    code,
  });

  test('leaves out the session being marked, and the afternoon to come', () => {
    const kept = [
      mark('2025-09-01', 'AM', 'U'),
      mark('2025-09-01', 'PM', 'N'),
      mark('2025-09-03', 'AM', 'O'),
    ];
    // Monday AM and PM, Tuesday AM: Tuesday PM is closed, Wednesday AM is being marked, Wednesday PM is to come.
    expect(count(autumn, '2025-09-03', 'AM', kept)).toEqual({
      total: 2,
      settled: 1,
      known: 2,
      expected: 3,
      schoolWeeks: 1,
    });
  });

  test('counts the afternoon of the day once it has a mark, though the morning is being marked', () => {
    const kept = [mark('2025-09-03', 'PM', 'G')];
    expect(count(autumn, '2025-09-03', 'AM', kept)).toEqual({
      total: 1,
      settled: 1,
      known: 1,
      expected: 4,
      schoolWeeks: 1,
    });
  });

  test('expects the morning when the afternoon is being marked', () => {
    expect(count(autumn, '2025-09-03', 'PM', [])).toEqual({
      total: 0,
      settled: 0,
      known: 0,
      expected: 4,
      schoolWeeks: 1,
    });
  });

  test.each<[Pupil, number]>([
    [{ leavingDate: date('2025-09-02') }, 3],
    [{ leavingDate: date('2025-09-03') }, 3],
    [{ startDate: date('2025-09-03') }, 0],
    [{ startDate: date('2025-09-04') }, 0],
  ])('knows no afternoon to come outside the time on roll: %o', (pupil, expected) => {
    expect(count(autumn, '2025-09-03', 'AM', [], pupil).expected).toBe(expected);
  });

  test('passes over marks on closed sessions and after the register’s day', () => {
    const kept = [mark('2025-09-02', 'PM', 'O'), mark('2025-09-04', 'AM', 'O')];
    expect(count(autumn, '2025-09-03', 'AM', kept)).toEqual({
      total: 0,
      settled: 0,
      known: 0,
      expected: 3,
      schoolWeeks: 1,
    });
  });

  test('has no window before the first school week', () => {
    expect(count(autumn, '2025-08-29', 'AM', []).schoolWeeks).toBe(0);
  });

  test('reaches back over the summer into the academic year before', () => {
    const calendar: CalendarInput = {
      terms: [
        { from: date('2025-06-02'), to: date('2025-07-18') },
        { from: date('2025-09-01'), to: date('2025-10-24') },
      ],
      closures: [],
    };
    // On Monday 22 September the fourth week of autumn has begun: six of summer's seven weeks are in the window.
    const kept = [
      mark('2025-06-06', 'AM', 'O'),
      mark('2025-06-09', 'AM', 'O'),
      mark('2025-09-19', 'PM', 'U'),
    ];
    expect(count(calendar, '2025-09-22', 'AM', kept)).toEqual({
      total: 2,
      settled: 2,
      known: 2,
      expected: 6 * 10 + 3 * 10,
      schoolWeeks: 10,
    });
  });
});
