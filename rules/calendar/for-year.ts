import type { SchoolCalendar } from './calendar.ts';
import { academicYearStart, type Day, type IsoDate, SESSIONS, type Session, toDay } from './dates.ts';

/** The curriculum years a session is closed for though the school meets; none for most sessions. */
export function closedFor(calendar: SchoolCalendar, day: Day, session: Session): readonly number[] {
  if (!calendar.meets(day, session)) return [];
  return calendar.forYears
    .filter(({ from, to }) => toDay(from) <= day && day <= toDay(to))
    .filter(({ sessions }) => sessions === 'both' || sessions === session)
    .flatMap(({ yearGroups }) => yearGroups ?? []);
}

/**
 * The calendar as it holds for a pupil who is in curriculum year `year` on `asOf` (null: not known). Sessions closed for
 * that year group are none of the pupil's; school weeks stay the school's. Only closures of the academic year of `asOf`
 * are the pupil's to know: in which year group somebody was before is not known, and not guessed.
 */
export function calendarFor(calendar: SchoolCalendar, year: number | null, asOf: IsoDate): SchoolCalendar {
  if (year === null || calendar.forYears.length === 0) return calendar;
  const since = toDay(academicYearStart(asOf));
  return {
    ...calendar,
    meets: (day, session) =>
      calendar.meets(day, session) && !(day >= since && closedFor(calendar, day, session).includes(year)),
  };
}

/** How many sessions from `from` to `asOf` were closed for some year groups, and it is not known whether for the pupil's. */
export function unsureSessions(
  calendar: SchoolCalendar,
  year: number | null,
  from: Day | undefined,
  asOf: IsoDate,
): number {
  if (from === undefined || calendar.forYears.length === 0) return 0;
  const since = toDay(academicYearStart(asOf));
  const until = toDay(asOf);
  let unsure = 0;
  for (const day of calendar.schoolDays) {
    if (day < from || day > until || (year !== null && day >= since)) continue;
    for (const session of SESSIONS) if (closedFor(calendar, day, session).length > 0) unsure++;
  }
  return unsure;
}
