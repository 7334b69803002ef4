import { type AcademicYear, firstDay, yearOf } from '../strips/strips.ts';
import { type CalendarInput, type Closure, type SchoolCalendar, schoolCalendar } from './calendar.ts';
import { type Day, fromDay, SESSIONS, toDay, weekday } from './dates.ts';
import { isInset } from './words.ts';

/** One academic year of a calendar in figures that show an error at a glance. */
export interface YearSummary {
  readonly year: AcademicYear;
  readonly weeks: number;
  /** Days with a session for pupils; a day with one session is half a day. */
  readonly days: number;
  /** Days closed for staff training, counted likewise. */
  readonly insetDays: number;
}

/**
 * Days that maintained schools must meet (SI 1999/3181 reg 3: 380 sessions), and those of teachers, who work five more
 * (School Teachers’ Pay and Conditions Document).
 */
export const DAYS_OF_PUPILS = 190;
export const DAYS_OF_TEACHERS = 195;

/** `2026/27`. */
export function yearName(year: AcademicYear): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The academic years that a calendar has terms in, oldest first, each summed up. */
export function summariseYears(input: CalendarInput): readonly YearSummary[] {
  const calendar = schoolCalendar(input);
  return yearsIn(input).map((year) => summaryOf(year, calendar, input.closures));
}

/** The academic years that a term begins or ends in, oldest first. */
export function yearsIn({ terms }: CalendarInput): readonly AcademicYear[] {
  const years = new Set<AcademicYear>();
  for (const { from, to } of terms) for (let year = yearOf(from); year <= yearOf(to); year++) years.add(year);
  return [...years].sort((a, b) => a - b);
}

function summaryOf(year: AcademicYear, calendar: SchoolCalendar, closures: readonly Closure[]): YearSummary {
  const from = firstDay(year);
  const until = firstDay(year + 1);
  const within = (day: Day) => from <= day && day < until;
  const days = calendar.schoolDays.filter(within);
  const sessions = days.reduce(
    (sum, day) => sum + SESSIONS.filter((session) => calendar.meets(day, session)).length,
    0,
  );
  const weeks = calendar.weeks.filter((monday) => days.some((day) => day >= monday && day < monday + 7));
  return { year, weeks: weeks.length, days: sessions / 2, insetDays: insetIn(closures, within) };
}

function insetIn(closures: readonly Closure[], within: (day: Day) => boolean): number {
  const halves = new Set<string>();
  for (const { from, to, sessions, reason, yearGroups } of closures) {
    if (yearGroups || !isInset(reason ?? '')) continue;
    for (let day = toDay(from), last = toDay(to); day <= last; day++)
      if (weekday(day) < 5 && within(day))
        for (const session of SESSIONS)
          if (sessions === 'both' || sessions === session) halves.add(`${fromDay(day)} ${session}`);
  }
  return halves.size / 2;
}
