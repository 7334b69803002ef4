import { format, isValid, parse } from 'date-fns';
import { type IsoDate, parseIsoDate } from '../../rules/calendar/dates.ts';

/** A date as a text gives it; what the text leaves out is null. */
export interface FoundDate {
  /** Where it stands in the text: from `start` up to, and without, `end`. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** `monday`, in full and small letters. */
  readonly weekday: string | null;
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const WEEKDAY = String.raw`(?:(?<weekday>mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*(?:the\s+)?)?`;
const MONTH = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;
const ORDINAL = String.raw`\s?(?:st|nd|rd|th)?`;
/** Two figures are a year only where they cannot be a time or another day. */
const YEAR = String.raw`(?<year>\d{4}(?!\d)|['’]?(?:1[5-9]|[2-4]\d)(?![\d:.]|\s*(?:am|pm|noon|st|nd|rd|th)\b))`;
const SHAPES = [
  String.raw`(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?!\d)`,
  String.raw`(?<day>\d{1,2})(?<by>[/.-])(?<number>\d{1,2})\k<by>(?<year>\d{4}|\d{2})(?![\d/])`,
  String.raw`(?<day>\d{1,2})${ORDINAL}\s*(?:of\s+)?${MONTH}(?:,?\s+${YEAR})?`,
  String.raw`${MONTH}\s+(?<day>\d{1,2})(?!\d|[:.]\d)${ORDINAL}(?:,?\s+(?<year>\d{4})(?!\d))?`,
].map((shape) => new RegExp(String.raw`(?<![\w/.])${WEEKDAY}${shape}`, 'gi'));
/** A day before a date that shares its month: the 15 of “15 – 19 February”. */
const SHARING = new RegExp(
  String.raw`(?<![\w/.:-])(?<date>${WEEKDAY}(?<day>\d{1,2})${ORDINAL})\s*(?:to|until|-|and|&|,|, and)\s*$`,
  'i',
);

/** The longest text looked at: a line of term dates is never so long. */
export const LONGEST_LINE = 400;

/** Every date in `text`, in the order they stand. Dashes are to be plain ones. */
export function findDates(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const shape of SHAPES)
    for (const match of text.slice(0, LONGEST_LINE).matchAll(shape)) {
      const date = fromMatch(match, match.index);
      if (!found.some(({ start, end }) => date.start < end && start < date.end)) found.push(date);
    }
  found.sort((a, b) => a.start - b.start);
  return found.flatMap((date, i) => [...sharing(text, found[i - 1]?.end ?? 0, date), date]);
}

/** The text with every date taken out. */
export function textWithoutDates(text: string): string {
  return findDates(text).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  );
}

function sharing(text: string, since: number, date: FoundDate): readonly FoundDate[] {
  const match = SHARING.exec(text.slice(since, date.start));
  if (!match) return [];
  const { month, year } = date;
  const before = { ...fromMatch(match, since + match.index), month, year };
  return [...sharing(text, since, before), before];
}

function fromMatch(match: RegExpExecArray, start: number): FoundDate {
  const { date = match[0], weekday, day, month, number, year } = match.groups ?? {};
  const written = date.trim();
  return {
    ...{ start, end: start + written.length, written },
    weekday: weekday
      ? (WEEKDAYS.find((name) => name.startsWith(weekday.slice(0, 3).toLowerCase())) ?? null)
      : null,
    day: Number(day),
    month: number ? Number(number) : month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : null,
    year: year ? fullYear(year) : null,
  };
}

function fullYear(text: string): number {
  const figures = text.replace(/\D/g, '');
  return figures.length === 2 ? 2000 + Number(figures) : Number(figures);
}

/** The day itself; null when there is none such. */
export function dateOf(year: number, month: number, day: number): IsoDate | null {
  const date = parse(`${year}-${month}-${day}`, 'yyyy-M-d', new Date(0));
  return isValid(date) ? parseIsoDate(format(date, 'yyyy-MM-dd')) : null;
}
