import { type Day, fromDay, type IsoDate, mondayOf, type Session, toDay, weekday } from './dates.ts';

/** A run of days inside which school meets, Monday to Friday, both sessions; both ends included. */
export interface Term {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Days or half days inside a term on which pupils are not due in: INSET, a bank holiday, an election. */
export interface Closure {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Which sessions are closed on each of the days. */
  readonly sessions: Session | 'both';
  readonly reason?: string;
  /**
   * National curriculum years it holds for, Reception 0; absent: all. The school itself then meets, and which pupils it
   * holds for is worked out by `for-year.ts`.
   */
  readonly yearGroups?: readonly number[] | undefined;
}

/** Term dates as typed, imported or sent: what a {@link SchoolCalendar} is made of. */
export interface CalendarInput {
  readonly terms: readonly Term[];
  readonly closures: readonly Closure[];
}

/** One session of one day. */
export interface SessionRef {
  readonly date: IsoDate;
  readonly session: Session;
}

/** The sessions a school holds, ready to be asked about. Made by {@link schoolCalendar}. */
export interface SchoolCalendar {
  /** Whether the school meets for this session. */
  meets(day: Day, session: Session): boolean;
  /** Closures of some year groups only, which take no session from the school: see `for-year.ts`. None in most calendars. */
  readonly forYears: readonly Closure[];
  /** Days with at least one session, oldest first. */
  readonly schoolDays: readonly Day[];
  /**
   * Mondays of the school weeks, oldest first. A school week is a Monday-to-Sunday week with at least one school
   * session (Working together to improve school attendance, ch. 6).
   */
  readonly weeks: readonly Day[];
}

const AM = 1;
const PM = 2;
const bit = (session: Session | 'both'): number =>
  session === 'both' ? AM | PM : session === 'AM' ? AM : PM;

/**
 * Sessions are every AM and PM, Monday to Friday, inside a term, less the closures. A closure of some year groups takes
 * no session from the school, and so no school week from anybody.
 */
export function schoolCalendar(input: CalendarInput): SchoolCalendar {
  const open = new Map<Day, number>();
  for (const term of input.terms)
    for (let day = toDay(term.from), last = toDay(term.to); day <= last; day++)
      if (weekday(day) < 5) open.set(day, AM | PM);
  for (const closure of input.closures) {
    if (closure.yearGroups) continue;
    for (let day = toDay(closure.from), last = toDay(closure.to); day <= last; day++) {
      const left = (open.get(day) ?? 0) & ~bit(closure.sessions);
      if (left) open.set(day, left);
      else open.delete(day);
    }
  }
  const schoolDays = [...open.keys()].sort((a, b) => a - b);
  const weeks = [...new Set(schoolDays.map(mondayOf))];
  const forYears = input.closures.filter(({ yearGroups }) => yearGroups);
  return {
    meets: (day, session) => ((open.get(day) ?? 0) & bit(session)) !== 0,
    ...{ forYears, schoolDays, weeks },
  };
}

/** The window of a rolling count: the latest school weeks that begin on or before `asOf`, oldest first. */
export function windowWeeks(calendar: SchoolCalendar, asOf: Day, length: number): readonly Day[] {
  const begun = countUpTo(calendar.weeks, asOf);
  return calendar.weeks.slice(Math.max(0, begun - length), begun);
}

/** The `n`th school day after `day`, or null when the calendar ends before it. */
export function schoolDayAfter(calendar: SchoolCalendar, day: Day, n: number): Day | null {
  return calendar.schoolDays[countUpTo(calendar.schoolDays, day) + n - 1] ?? null;
}

/** How many school days lie after `day`, up to and including `until`. */
export function schoolDaysBetween(calendar: SchoolCalendar, day: Day, until: Day): number {
  return Math.max(0, countUpTo(calendar.schoolDays, until) - countUpTo(calendar.schoolDays, day));
}

/** How many of the ascending `days` are at or before `limit`. */
export function countUpTo(days: readonly Day[], limit: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const day = days[middle] as Day;
    if (day <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First and last day with a session, or null for a calendar with none. */
export function span(calendar: SchoolCalendar): { first: IsoDate; last: IsoDate } | null {
  const first = calendar.schoolDays[0];
  if (first === undefined) return null;
  return { first: fromDay(first), last: fromDay(calendar.schoolDays.at(-1) ?? first) };
}
