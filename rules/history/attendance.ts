import { countUpTo, type SchoolCalendar } from '../calendar/calendar.ts';
import {
  academicYearStart,
  earlier,
  fromDay,
  type IsoDate,
  later,
  SESSIONS,
  toDay,
} from '../calendar/dates.ts';
import { isAttended } from '../codes/codes.ts';
import type { StatisticalClass } from '../codes/table.ts';
import type { Band } from '../policy/policy.ts';
import type { CountedMark } from './marks.ts';

/** Sessions by statistical class. `possible` is attended, authorised and unauthorised together. */
export interface Totals {
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly notPossible: number;
  readonly possible: number;
  /** `attended / possible`; null when no session was possible, which is neither 0% nor 100%. */
  readonly rate: number | null;
}

/** A pupil's attendance over an academic year, or the part of it on roll. */
export interface Attendance extends Totals {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** School sessions with no mark: not possible until coded. */
  readonly unmarked: number;
  /** Missed 10% or more of possible sessions, on exact counts (DfE). */
  readonly persistent: boolean;
  /** Missed 50% or more. */
  readonly severe: boolean;
  readonly band: { readonly id: string; readonly label: string } | null;
}

/** The figure of the year that a session of this class adds to. */
export function figureOf(
  statisticalClass: StatisticalClass,
): 'attended' | 'authorised' | 'unauthorised' | 'notPossible' {
  if (isAttended(statisticalClass)) return 'attended';
  if (statisticalClass === 'authorised' || statisticalClass === 'unauthorised') return statisticalClass;
  return 'notPossible';
}

/** Adds up sessions by class. */
export function totals(classes: Iterable<readonly [StatisticalClass, number]>): Totals {
  const sum = { attended: 0, authorised: 0, unauthorised: 0, notPossible: 0 };
  for (const [statisticalClass, sessions] of classes) sum[figureOf(statisticalClass)] += sessions;
  const possible = sum.attended + sum.authorised + sum.unauthorised;
  return { ...sum, possible, rate: possible === 0 ? null : sum.attended / possible };
}

/**
 * Attendance from the first session of the academic year, or the pupil's first day on roll, to `asOf`. `marks` are
 * those inside the pupil's time on roll, at school sessions, up to `asOf`.
 */
export function attendance(
  calendar: SchoolCalendar,
  marks: readonly CountedMark[],
  asOf: IsoDate,
  roll: { readonly from: IsoDate | null; readonly until: IsoDate | null },
  bands: readonly Band[],
): Attendance {
  const yearStart = academicYearStart(asOf);
  const firstDay = calendar.schoolDays[countUpTo(calendar.schoolDays, toDay(yearStart) - 1)];
  const first = firstDay === undefined ? yearStart : fromDay(firstDay);
  const from = later(first, roll.from);
  const inYear = marks.filter((mark) => mark.date >= from);
  const known = inYear.flatMap(({ reading }) => (reading.kind === 'code' ? [reading.entry.class] : []));
  const sum = totals(known.map((statisticalClass) => [statisticalClass, 1]));
  const missed = sum.authorised + sum.unauthorised;
  return {
    from,
    to: asOf,
    ...sum,
    unmarked: sessionsBetween(calendar, from, earlier(asOf, roll.until)) - known.length,
    persistent: sum.possible > 0 && missed * 10 >= sum.possible,
    severe: sum.possible > 0 && missed * 2 >= sum.possible,
    band: bandOf(sum, bands),
  };
}

/** The first band whose test holds; null when none does or nothing was possible. */
export function bandOf(sum: Totals, bands: readonly Band[]): Attendance['band'] {
  if (sum.possible === 0) return null;
  const missed = sum.possible - sum.attended;
  const band = bands.find(({ test }) => {
    const share = test.percent * sum.possible;
    if (test.kind === 'missed-at-least') return missed * 100 >= share;
    return test.kind === 'attended-at-least' ? sum.attended * 100 >= share : sum.attended * 100 < share;
  });
  return band ? { id: band.id, label: band.label } : null;
}

/** School sessions from one date to another, both included. */
export function sessionsBetween(calendar: SchoolCalendar, from: IsoDate, to: IsoDate): number {
  let sessions = 0;
  for (let day = toDay(from), last = toDay(to); day <= last; day++)
    for (const session of SESSIONS) if (calendar.meets(day, session)) sessions++;
  return sessions;
}
