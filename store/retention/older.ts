import { schoolTime } from '../../rules/calendar/clock.ts';
import { type Day, fromDay, type IsoDate, toDay, weekday } from '../../rules/calendar/dates.ts';
import { NO_MARK } from '../../rules/strips/code-bytes.ts';
import { type AcademicYear, countMarks, firstDay, indexIn, yearOf } from '../../rules/strips/strips.ts';
import type { DatedEntry } from '../log.ts';
import type { KeptPupil, KeptYear } from '../sealed/pupil-record.ts';
import type { BeforeYear } from '../undo.ts';

/** What is left of a pupil, null when nothing is, and how many sessions had a mark that went. */
export interface Left {
  readonly pupil: KeptPupil | null;
  readonly sessions: number;
}

/** A pupil without the marks made before a day. */
export function withoutOlder({ name, years }: KeptPupil, from: IsoDate): Left {
  const kept = new Map<AcademicYear, KeptYear>();
  let sessions = 0;
  for (const [year, { bytes, sights }] of years) {
    const first = firstKept(year, from);
    const marks = countMarks(bytes);
    const left = bytes.map((byte, index) => (index < first ? NO_MARK : byte));
    const still = countMarks(left);
    sessions += marks - still;
    if (still > 0)
      kept.set(year, { bytes: left, sights: new Map([...sights].filter(([index]) => index >= first)) });
  }
  return { pupil: kept.size === 0 ? null : { name, years: kept }, sessions };
}

/** What can still be put back of a year once older marks have gone; null when nothing can. */
export function undoWithoutOlder(year: BeforeYear, from: IsoDate): BeforeYear | null {
  const first = firstKept(year.year, from);
  if (first === Number.POSITIVE_INFINITY) return null;
  return { ...year, before: year.before?.filter(({ index }) => index >= first) ?? null };
}

/** Whether an entry of the log is of a session before a day, or, where it is of none, was noted before it. */
export function isOlder(entry: DatedEntry, from: IsoDate): boolean {
  return ('date' in entry ? entry.date : schoolTime(entry.at).date) < from;
}

/** Index of the first byte kept of a year's strip. */
function firstKept(year: AcademicYear, from: IsoDate): number {
  if (year > yearOf(from)) return 0;
  // The Monday after, where the day has no place of its own; the last one of a year may be in the next.
  const day = onWeekday(toDay(from));
  return year < yearOf(fromDay(day)) ? Number.POSITIVE_INFINITY : indexIn(firstDay(year), day, 'AM');
}

function onWeekday(day: Day): Day {
  return weekday(day) > 4 ? day + 7 - weekday(day) : day;
}
