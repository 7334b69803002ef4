import { type SchoolCalendar, windowWeeks } from '../calendar/calendar.ts';
import {
  type Day,
  fromDay,
  type IsoDate,
  mondayOf,
  SESSIONS,
  type Session,
  toDay,
} from '../calendar/dates.ts';
import type { Threshold } from '../policy/policy.ts';
import { type AcademicYear, firstDay, indexIn, yearOf } from './strips.ts';

/** What a summary counts, the same for every pupil. */
export interface SummaryQuestion {
  readonly calendar: SchoolCalendar;
  readonly threshold: Pick<Threshold, 'sessions' | 'schoolWeeks'>;
  readonly asOf: IsoDate;
  /**
   * The session of `asOf` now being marked, which is left out, so that a click can be added to the rest. While it is
   * the morning, an afternoon without a mark is still to come, and not missing.
   */
  readonly beingMarked?: Session | undefined;
}

/** Bits of {@link Stretch.counts}: what the sessions of a stretch are counted in, besides the walk to the threshold. */
export const IN_YEAR = 1;
export const IN_WINDOW = 2;

/** Neighbouring sessions of one strip that are counted alike. */
export interface Stretch {
  readonly year: AcademicYear;
  /** Nothing, {@link IN_YEAR}, {@link IN_WINDOW}, or both. */
  readonly counts: number;
  /** The sessions from `from` up to, and without, `until`. */
  readonly from: number;
  readonly until: number;
}

/**
 * Where a summary looks: every session the school held up to one day, oldest first, in columns. Made once by
 * {@link planSummary} and used for every pupil, because finding the places costs more than reading them.
 */
export interface SummaryPlan {
  readonly threshold: SummaryQuestion['threshold'];
  /** School weeks the calendar has for the window: fewer than the threshold's make a count a lower bound. */
  readonly schoolWeeks: number;
  readonly stretches: readonly Stretch[];
  /** By session: its day. */
  readonly days: readonly Day[];
  /** By session: its index in the strip of its year. */
  readonly indexes: Uint16Array;
  /** By session: how many school weeks of the calendar begin before its own. */
  readonly weeks: Int32Array;
  /** First session of the window, and of the academic year of the question's day. */
  readonly windowFrom: number;
  readonly yearFrom: number;
  /** The session that is missing to nobody; null in most plans. */
  readonly toCome: number | null;
}

/** Lists the sessions once. Its calendar may begin before and end after what is asked about. */
export function planSummary({ calendar, threshold, asOf, beingMarked }: SummaryQuestion): SummaryPlan {
  const today = toDay(asOf);
  const asked = yearOf(asOf);
  const window = windowWeeks(calendar, today, threshold.schoolWeeks);
  const windowStart = window[0] ?? Number.POSITIVE_INFINITY;
  const stretches: { year: AcademicYear; counts: number; from: number; until: number }[] = [];
  const days: Day[] = [];
  const indexes: number[] = [];
  const weeks: number[] = [];
  let year = 0;
  let yearStart = 0;
  let yearEnd = Number.NEGATIVE_INFINITY;
  let week = -1;
  let monday = Number.NaN;
  for (const day of calendar.schoolDays) {
    if (day > today) break;
    if (day >= yearEnd) {
      year = yearOf(fromDay(day));
      yearStart = firstDay(year);
      yearEnd = firstDay(year + 1);
    }
    if (mondayOf(day) !== monday) {
      monday = mondayOf(day);
      week++;
    }
    for (const session of SESSIONS) {
      if (!calendar.meets(day, session) || (day === today && session === beingMarked)) continue;
      const counts = (year === asked ? IN_YEAR : 0) | (day >= windowStart ? IN_WINDOW : 0);
      const last = stretches.at(-1);
      if (last?.year === year && last.counts === counts) last.until++;
      else stretches.push({ year, counts, from: days.length, until: days.length + 1 });
      days.push(day);
      indexes.push(indexIn(yearStart, day, session));
      weeks.push(week);
    }
  }
  const first = (bit: number) => stretches.find(({ counts }) => counts & bit)?.from ?? days.length;
  return {
    threshold,
    schoolWeeks: window.length,
    stretches,
    days,
    indexes: Uint16Array.from(indexes),
    weeks: Int32Array.from(weeks),
    windowFrom: first(IN_WINDOW),
    yearFrom: first(IN_YEAR),
    toCome: beingMarked === 'AM' && calendar.meets(today, 'PM') ? days.length - 1 : null,
  };
}

/** The academic years whose strips hold the window: all that a count of the window alone needs. */
export function yearsOfWindow({ stretches }: SummaryPlan): readonly AcademicYear[] {
  return [...new Set(stretches.filter(({ counts }) => counts & IN_WINDOW).map(({ year }) => year))];
}
