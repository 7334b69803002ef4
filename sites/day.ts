const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const WEEKDAY = '(?:\\b(sun|mon|tue|wed|thu|fri|sat)[a-z]*[,.]?\\s+(?:the\\s+)?)?';
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const DAY_FIRST = new RegExp(
  `${WEEKDAY}\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s/-]+(?:of\\s+)?${MONTH},?[\\s/-]+(\\d{4})\\b`,
  'gi',
);
const MONTH_FIRST = new RegExp(
  `${WEEKDAY}\\b${MONTH}[\\s/-]+(\\d{1,2})(?:st|nd|rd|th)?,?[\\s/-]+(\\d{4})\\b`,
  'gi',
);
const FIGURES = new RegExp(`${WEEKDAY}(?<![\\d/.-])(\\d{1,2})([/.-])(\\d{1,2})\\3(\\d{4})(?![\\d/.-])`, 'gi');

/** A date that a page shows: the days it may mean, `YYYY-MM-DD`. More than one: day and month cannot be told apart. */
export type ShownDate = readonly string[];

/** The day written with these numbers, `YYYY-MM-DD`; null when no such day exists. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Every date in a text: ISO, with the month in words, or in figures. A weekday beside it must fit. */
export function datesIn(text: string): readonly ShownDate[] {
  const found: ShownDate[] = [];
  const add = (weekday: string | undefined, days: readonly (string | null)[]): void => {
    const real = days.filter((day): day is string => day !== null);
    const fitting = weekday === undefined ? real : real.filter((day) => fallsOn(day, weekday));
    if (real.length > 0) found.push([...new Set(fitting)]);
  };
  for (const [, y, m, d] of text.matchAll(ISO)) add(undefined, [isoDay(Number(y), Number(m), Number(d))]);
  for (const [, w, d, m = '', y] of text.matchAll(DAY_FIRST))
    add(w, [isoDay(Number(y), month(m), Number(d))]);
  for (const [, w, m = '', d, y] of text.matchAll(MONTH_FIRST))
    add(w, [isoDay(Number(y), month(m), Number(d))]);
  for (const [, w, a, , b, y] of text.matchAll(FIGURES))
    add(w, [isoDay(Number(y), Number(b), Number(a)), isoDay(Number(y), Number(a), Number(b))]);
  return found;
}

/** The one day that all the shown dates can mean; null when there is none, or more than one. */
export function agreedDay(dates: readonly ShownDate[]): string | null {
  const [first, ...others] = dates;
  if (!first) return null;
  const common = first.filter((day) => others.every((days) => days.includes(day)));
  return common.length === 1 ? (common[0] ?? null) : null;
}

const month = (word: string): number => MONTHS.indexOf(word.toLowerCase()) + 1;

const fallsOn = (day: string, weekday: string): boolean =>
  WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] === weekday.toLowerCase();
