import { type CalendarInput, schoolCalendar, windowWeeks } from '../../rules/calendar/calendar.ts';
import {
  academicYearStart,
  earlier,
  fromDay,
  type IsoDate,
  later,
  parseIsoDate,
  toDay,
} from '../../rules/calendar/dates.ts';
import type { Policy } from '../../rules/policy/policy.ts';

/** How long marks are kept: what the counts need, until the end of the next school year, or as long as the policy says. */
export type KeepFor = 'needed' | 'next-year' | 'policy';

/** What decides how far back marks are kept, besides the day. */
export interface Keeping {
  readonly keepFor: KeepFor;
  /** Null until term dates are set. */
  readonly calendar: CalendarInput | null;
  readonly policy: Policy;
}

/**
 * The first day of which marks are kept, as on `asOf`: everything before it goes. Never earlier than the school's policy keeps
 * entries, where the policy says.
 */
export function keptFrom(asOf: IsoDate, { keepFor, calendar, policy }: Keeping): IsoDate {
  const years = policy.stated.retention?.years ?? null;
  const atMost = years === null ? null : yearsBefore(asOf, years);
  if (keepFor === 'policy' && atMost !== null) return atMost;
  const needed = neededFrom(asOf, calendar, policy.threshold.schoolWeeks);
  const wanted = keepFor === 'needed' ? needed : earlier(needed, yearBefore(asOf));
  return later(wanted, atMost);
}

/**
 * The year to date counts from 1 September; the ten school weeks may begin in the year before. Where the term dates do not
 * reach back far enough to tell, the whole year before is kept.
 */
function neededFrom(asOf: IsoDate, input: CalendarInput | null, schoolWeeks: number): IsoDate {
  const weeks = input ? windowWeeks(schoolCalendar(input), toDay(asOf), schoolWeeks) : [];
  const [first] = weeks;
  if (first === undefined || weeks.length < schoolWeeks) return yearBefore(asOf);
  return earlier(academicYearStart(asOf), fromDay(first));
}

/** 1 September of the academic year before: marks from there on are kept until the end of the year after their own. */
function yearBefore(asOf: IsoDate): IsoDate {
  return yearsBefore(academicYearStart(asOf), 1);
}

function yearsBefore(date: IsoDate, years: number): IsoDate {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0');
  // The day before, where there is no 29 February.
  return parseIsoDate(year + date.slice(4)) ?? (`${year}-02-28` as IsoDate);
}
