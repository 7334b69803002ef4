import {
  academicYearStart,
  type Day,
  fromDay,
  type IsoDate,
  mondayOf,
  type Session,
  toDay,
  weekday,
} from '../calendar/dates.ts';
import type { Mark } from '../history/marks.ts';
import { byteOf, codeOf, NO_MARK } from './code-bytes.ts';

/**
 * One pupil's marks of one academic year (1 September to 31 August), a byte a session: two a day, five days a week, from
 * the Monday of the week that 1 September is in. As long as its last mark needs; a place past its end has no mark.
 */
export type Strip = Uint8Array<ArrayBuffer>;

/** An academic year by its September: 2025 is 2025/26. */
export type AcademicYear = number;

/** Where a session is kept. */
export interface Place {
  readonly year: AcademicYear;
  /** Index of the session's byte in that year's strip. */
  readonly index: number;
}

/** Why a mark could not be packed, or a strip not read. */
export type StripProblem = 'weekend' | 'unknown-code' | 'not-a-strip';

export type Packed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: StripProblem };

const PER_DAY = 2;
const PER_WEEK = 5 * PER_DAY;

/** A year touches at most 54 Monday-to-Sunday weeks, so no strip is longer. */
export const MAX_BYTES = 54 * PER_WEEK;

/** The academic year a date is in. */
export function yearOf(date: IsoDate): AcademicYear {
  return Number(academicYearStart(date).slice(0, 4));
}

/** 1 September of an academic year. */
export function firstDay(year: AcademicYear): Day {
  return toDay(`${String(year).padStart(4, '0')}-09-01` as IsoDate);
}

/** Where the mark of a session is kept; null for a Saturday or Sunday, which has no place. */
export function placeOf(date: IsoDate, session: Session): Place | null {
  const day = toDay(date);
  if (weekday(day) > 4) return null;
  const year = yearOf(date);
  return { year, index: indexIn(firstDay(year), day, session) };
}

/** Index of the byte of a weekday's session in the strip of the academic year that begins on `firstOfYear`. */
export function indexIn(firstOfYear: Day, day: Day, session: Session): number {
  const week = (mondayOf(day) - mondayOf(firstOfYear)) / 7;
  return week * PER_WEEK + weekday(day) * PER_DAY + (session === 'PM' ? 1 : 0);
}

/** The session kept at `index` of a year's strip: the inverse of {@link placeOf}. */
export function sessionAt(year: AcademicYear, index: number): { date: IsoDate; session: Session } {
  return { date: fromDay(dayAt(year, index)), session: sessionOf(index) };
}

/** Half of the day that the byte at `index` is of. */
export function sessionOf(index: number): Session {
  return index % PER_DAY === 0 ? 'AM' : 'PM';
}

/** The day of the session kept at `index` of a year's strip. */
export function dayAt(year: AcademicYear, index: number): Day {
  const week = Math.floor(index / PER_WEEK);
  return mondayOf(firstDay(year)) + week * 7 + Math.floor((index % PER_WEEK) / PER_DAY);
}

/** Whether a place lies in its own year: the first and the last week of a strip reach into the years beside it. */
export function isInYear({ year, index }: Place): boolean {
  const day = dayAt(year, index);
  return day >= firstDay(year) && day < firstDay(year + 1);
}

/** The byte kept for a session, {@link NO_MARK} past the strip's end. */
export function byteAt(strip: Strip, index: number): number {
  return strip[index] ?? NO_MARK;
}

/** Strips of one pupil by academic year; of two marks for one session the later in the list stands. */
export function pack(marks: Iterable<Mark>): Packed<Map<AcademicYear, Strip>> {
  const full = new Map<AcademicYear, Strip>();
  for (const { date, session, code } of marks) {
    const place = placeOf(date, session);
    if (!place) return { ok: false, problem: 'weekend' };
    const byte = byteOf(code);
    if (byte === undefined) return { ok: false, problem: 'unknown-code' };
    const strip = full.get(place.year) ?? new Uint8Array(MAX_BYTES);
    strip[place.index] = byte;
    full.set(place.year, strip);
  }
  return { ok: true, value: new Map([...full].map(([year, strip]) => [year, trim(strip)])) };
}

/** The marks of a strip in date order. */
export function unpack(year: AcademicYear, strip: Strip): Mark[] {
  const marks: Mark[] = [];
  strip.forEach((byte, index) => {
    const code = codeOf(byte);
    if (code !== undefined) marks.push({ ...sessionAt(year, index), code });
  });
  return marks;
}

/** Every mark of a pupil in date order, whatever order the years come in. */
export function listMarks(strips: Iterable<{ year: AcademicYear; bytes: Strip }>): Mark[] {
  return [...strips].sort((a, b) => a.year - b.year).flatMap(({ year, bytes }) => unpack(year, bytes));
}

/** `kept` with the marks of `incoming` over it; where `incoming` has none, what is kept stays. */
export function merge(kept: Strip, incoming: Strip): Strip {
  const merged = new Uint8Array(Math.max(kept.length, incoming.length));
  merged.set(kept);
  incoming.forEach((byte, index) => {
    if (byte !== NO_MARK) merged[index] = byte;
  });
  return merged;
}

/** The strip without the empty places after its last mark. */
export function trim(strip: Strip): Strip {
  let end = strip.length;
  while (end > 0 && strip[end - 1] === NO_MARK) end--;
  return strip.slice(0, end);
}

/** How many sessions have a mark. */
export function countMarks(strip: Strip): number {
  let marks = 0;
  for (const byte of strip) if (byte !== NO_MARK) marks++;
  return marks;
}
