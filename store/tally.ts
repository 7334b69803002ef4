import { type SchoolCalendar, windowWeeks } from '../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS, type Session, toDay } from '../rules/calendar/dates.ts';
import { isUnauthorised } from '../rules/codes/codes.ts';
import type { CountWithout } from '../rules/history/count.ts';
import { byteOf, CODE_BYTES, NO_MARK } from '../rules/strips/code-bytes.ts';
import { type AcademicYear, byteAt, type Place, placeOf, type Strip } from '../rules/strips/strips.ts';

/** A place to look for a mark. Where `expected` is false, a session without one is not missing: it is still to come. */
export interface WindowPlace extends Place {
  readonly expected: boolean;
}

/** Where a count looks, and how many school weeks of the window the term dates reach back to. */
export interface Window {
  readonly places: readonly WindowPlace[];
  readonly schoolWeeks: number;
}

/** A register: the session being marked, which a count leaves out. */
export interface Register {
  readonly date: IsoDate;
  readonly session: Session;
}

const UNAUTHORISED = Uint8Array.of(0, ...CODE_BYTES.map((code) => (isUnauthorised(code) ? 1 : 0)));
const UNSETTLED = byteOf('N');

/**
 * The school sessions of the window as at the register's date (the latest `schoolWeeks` school weeks begun by then), up to
 * that date, without the session being marked. Of an AM register's own day the PM counts only once it has a mark.
 * Null when no school week has begun: there is no window to count in.
 */
export function windowPlaces(
  calendar: SchoolCalendar,
  schoolWeeks: number,
  register: Register,
): Window | null {
  const today = toDay(register.date);
  const weeks = windowWeeks(calendar, today, schoolWeeks);
  if (weeks.length === 0) return null;
  const places: WindowPlace[] = [];
  for (const monday of weeks)
    for (let day = monday; day < monday + 7 && day <= today; day++)
      for (const session of SESSIONS) {
        const place = placeOf(fromDay(day), session);
        const beingMarked = day === today && session === register.session;
        if (!place || beingMarked || !calendar.meets(day, session)) continue;
        places.push({ ...place, expected: day < today || session === 'AM' });
      }
  return { places, schoolWeeks: weeks.length };
}

/** The count of one pupil over the window's places; `strips` are the pupil's, by academic year. */
export function tally(
  { places, schoolWeeks }: Window,
  strips: ReadonlyMap<AcademicYear, Strip>,
): Omit<CountWithout, 'notApplicable'> {
  let total = 0;
  let unsettled = 0;
  let known = 0;
  let expected = 0;
  for (const { year, index, expected: due } of places) {
    const strip = strips.get(year);
    const byte = strip ? byteAt(strip, index) : NO_MARK;
    if (byte === NO_MARK) {
      if (due) expected++;
      continue;
    }
    known++;
    expected++;
    if (UNAUTHORISED[byte] === 1) total++;
    if (byte === UNSETTLED) unsettled++;
  }
  return { total, settled: total - unsettled, known, expected, schoolWeeks };
}
