import { academicYearStart, fromDay, type IsoDate, toDay } from '../../rules/calendar/dates.ts';
import { dayName, longDate } from '../../rules/calendar/show.ts';
import { dateOf, type FoundDate } from './found-dates.ts';

/** What a heading says of the year of the dates under it. */
export interface YearContext {
  /** An academic year by its September, or a year of the calendar. */
  readonly of: 'academic' | 'calendar';
  readonly year: number;
  /** The heading. */
  readonly said: string;
}

/** The day of a date, and where its year is from, in a sentence; null where the text gives the year. */
export interface ResolvedDate {
  readonly date: IsoDate;
  readonly assumed: string | null;
}

/** The days of dates that stand together, or why they are none. */
export type Resolved =
  | { readonly ok: true; readonly dates: readonly ResolvedDate[] }
  | { readonly ok: false; readonly reason: string };

const ACADEMIC = /(?<!\d)(20\d{2}|\d{2})\s*[/-]\s*(20\d{2}|\d{2})(?!\d|\s*[/-])/;
const CALENDAR = /(?<!\d)(20\d{2})(?!\d)/;
const AUTUMN = /\b(?:autumn|michaelmas)\b/i;
const SPRING_OR_SUMMER = /\b(?:spring|summer|lent|trinity)\b/i;

/** The year a heading names; null when it names none. `Autumn term 2026` and `2026/27` both name an academic year. */
export function yearContext(text: string): YearContext | null {
  const said = text.replace(/\s+/g, ' ').replace(/^\W+|(?:[\s:;,|(-]|\b(?:to|and|from|until)\b)+$/gi, '');
  const [, from, to] = ACADEMIC.exec(text) ?? [];
  if (from && to && (Number(from) % 100) + 1 === Number(to) % 100)
    return { of: 'academic', year: 2000 + (Number(from) % 100), said };
  const year = Number(CALENDAR.exec(text)?.[1]);
  if (!year) return null;
  if (AUTUMN.test(text)) return { of: 'academic', year, said };
  return SPRING_OR_SUMMER.test(text)
    ? { of: 'academic', year: year - 1, said }
    : { of: 'calendar', year, said };
}

/**
 * The days of dates that stand together, in order. A year that is left out comes from a neighbour on the line, else from
 * `line` (what else the line says), else from `heading`; every such year is named, and a named day of the week must fit it.
 */
export function resolve(
  found: readonly FoundDate[],
  neighbours: readonly FoundDate[],
  contexts: readonly (YearContext | null)[],
): Resolved {
  const dates: ResolvedDate[] = [];
  const known = found.find(({ year }) => year !== null) ?? neighbours.find(({ year }) => year !== null);
  const context = known ? contextOf(known) : (contexts.find((each) => each !== null) ?? null);
  for (const date of found) {
    if (date.month === null) return { ok: false, reason: `The month of “${date.written}” is not given.` };
    const year = date.year ?? yearIn(context, date.month, date.day);
    if (year === null)
      return { ok: false, reason: `The year of “${date.written}” is not given, here or in a heading above.` };
    const day = dateOf(year, date.month, date.day);
    if (!day)
      return {
        ok: false,
        reason: `There is no such day as “${date.written}”${date.year ? '' : ` in ${year}`}.`,
      };
    if (date.weekday !== null && dayName(day).toLowerCase() !== date.weekday)
      return { ok: false, reason: `${longDate(day)} is a ${dayName(day)}, not a ${capital(date.weekday)}.` };
    const isAssumed = date.year === null && !known && context;
    dates.push({ date: day, assumed: isAssumed ? `The year ${year} is from “${context.said}”.` : null });
  }
  return { ok: true, dates };
}

/** What a term gives to the lines under it: the academic year it begins in, where `above` does not already say so. */
export function yearOfTerm(from: IsoDate, said: string, above: YearContext | null): YearContext {
  const year = Number(academicYearStart(from).slice(0, 4));
  return above?.of === 'academic' && above.year === year ? above : { of: 'academic', year, said };
}

/** A date that has a year gives its academic year to those beside it. */
function contextOf({ year, month, written }: FoundDate): YearContext {
  const start = (month ?? 9) >= 8 ? 0 : 1;
  return { of: 'academic', year: (year ?? 0) - start, said: written };
}

const AUGUST = 8;

function yearIn(context: YearContext | null, month: number, day: number): number | null {
  if (!context) return null;
  if (context.of === 'calendar') return context.year;
  // Staff days come in the last days of August, and terms that run into August end on its first.
  const early = month > AUGUST || (month === AUGUST && day > 14);
  return early ? context.year : context.year + 1;
}

/** A range whose end comes first by the year assumed for it runs over New Year. */
export function overNewYear(from: IsoDate, to: IsoDate, assumed: boolean): IsoDate {
  if (to >= from || !assumed) return to;
  const next = `${Number(to.slice(0, 4)) + 1}${to.slice(4)}`;
  return fromDay(toDay(next as IsoDate));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
