import { parseSchoolTime } from '../../rules/calendar/clock.ts';
import { fromDay, type IsoDate, parseIsoDate, toDay, weekday } from '../../rules/calendar/dates.ts';
import { longDate } from '../../rules/calendar/show.ts';
import { readWrittenDate } from '../written-date.ts';
import { bad, type Cell, good } from './cells.ts';

/** Which number of `03/09/2025` is the day. */
export type DayOrder = 'day-first' | 'month-first';

/** The day a text names, read both ways; null where it names none that way. */
interface BothWays {
  readonly dayFirst: IsoDate | null;
  readonly monthFirst: IsoDate | null;
  /** The year has two digits, so that even a day above 12 does not settle which number is what. */
  readonly shortYear?: true;
}

/** A reader of one file's days, which remembers what it has seen of their order. */
export interface DayReader {
  read(text: string): Cell<IsoDate>;
  /** One sentence that asks which number is the day; null when the file shows it, or no date needs it. */
  question(): string | null;
}

const NEITHER: BothWays = { dayFirst: null, monthFirst: null };
/** Days of other centuries are taken for mistakes; a year of two digits, for one not long past or to come. */
const [EARLIEST, LATEST, EARLIEST_SHORT, LATEST_SHORT] = ['2000', '2100', '2010', '2050'];

const TIME = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/;
const DAY_NAME = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +/i;
const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const EIGHT_DIGITS = /^(20\d{2})(\d{2})(\d{2})$/;
const MONTH_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[ \-/.]+([a-z]{3,9})\.?,?[ \-/.]+(\d{4}|\d{2})$/i;
const MONTH_NAME_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
/** Days since 30 December 1899, as spreadsheets keep them, with a time of day after the point. */
const DAY_NUMBER = /^(\d{5})(\.\d+)?$/;
const DAY_NUMBER_OF_1970 = 25_569;

/**
 * Starts a reader. `order` is what the user said; null leaves it to the file: day first, as in the United Kingdom, and
 * `question` asks where no date shows it or one shows the contrary.
 */
export function dayReader(order: DayOrder | null, noDayNumbers = false): DayReader {
  let either: string | null = null;
  /** Different dates with a day above 12, in either order of the file. */
  const dayOnly = new Set<string>();
  let monthOnly: string | null = null;
  let shortYear: string | null = null;
  let plain: string | null = null;
  let plainAbove12 = false;

  function read(text: string): Cell<IsoDate> {
    const both = readBothWays(text, noDayNumbers);
    const { dayFirst, monthFirst } = both;
    if (dayFirst !== null && dayFirst === monthFirst && !both.shortYear) {
      plain ??= text;
      plainAbove12 ||= Number(dayFirst.slice(8)) > 12;
    } else if (dayFirst !== monthFirst) {
      if (dayFirst && monthFirst) either ??= text;
      else if (dayFirst) dayOnly.add(text);
      else monthOnly ??= text;
    }
    if (both.shortYear) shortYear ??= text;
    const date = order === 'month-first' ? monthFirst : dayFirst;
    return date ? good(date) : bad('the date could not be read');
  }

  function question(): string | null {
    if (order !== null) return null;
    // A spreadsheet with American settings makes days of those dates it can, swapped, and leaves the others as they were.
    const [aDay] = dayOnly;
    if (aDay && !either && plain && !plainAbove12)
      return `Dates like “${plain}” and “${aDay}” stand side by side, and none of the first kind has a day above 12. A spreadsheet with American settings swaps day and month so. Check some dates against the register; if they are right, say under “Dates are written” that the day comes first.`;
    // One date alone may be a slip: a file that is written month first would then be read the wrong way from end to end.
    const doubtful = monthOnly ?? shortYear ?? (dayOnly.size > 1 ? null : either);
    return doubtful === null ? null : ask(doubtful, readBothWays(doubtful, noDayNumbers));
  }

  return { read, question };
}

function ask(text: string, { dayFirst, monthFirst }: BothWays): string {
  const ways = [
    dayFirst ? `${longDate(dayFirst)} with the day first` : 'no date with the day first',
    monthFirst ? `${longDate(monthFirst)} with the month first` : 'no date with the month first',
  ];
  return `The file does not show how its dates are written: “${text}” is ${ways.join(', and ')}. Say which under “Dates are written”.`;
}

/** The day in a text: ISO, the UK or the US way in numbers, with a month’s name, or as a spreadsheet’s number of the day. */
export function readBothWays(text: string, noDayNumbers = false): BothWays {
  if (INSTANT.test(text)) {
    const written = text.slice(0, 10);
    // Midnight in London is the day before, Greenwich, all summer: such a text names two days, and neither is taken.
    return parseSchoolTime(text)?.date === written ? same(parseIsoDate(written)) : NEITHER;
  }
  const day = text.replace(TIME, '');
  const name = DAY_NAME.exec(day);
  if (!name) return readDay(day, noDayNumbers);
  const wanted = DAY_NAMES.indexOf((name[1] as string).toLowerCase());
  const both = readDay(day.slice(name[0].length), noDayNumbers);
  const on = (date: IsoDate | null) => (date && weekday(toDay(date)) === wanted ? date : null);
  return { ...both, dayFirst: on(both.dayFirst), monthFirst: on(both.monthFirst) };
}

function readDay(text: string, noDayNumbers: boolean): BothWays {
  const serial = DAY_NUMBER.exec(text);
  if (serial) return noDayNumbers ? NEITHER : same(fromDay(Number(serial[1]) - DAY_NUMBER_OF_1970));
  const [, year, , month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year && month && day) return same(dateOf(year, month, day));
  const [, y, m, d] = EIGHT_DIGITS.exec(text) ?? [];
  if (y && m && d) return same(dateOf(y, m, d));
  const [, first, , second, numbered] = NUMBERS.exec(text) ?? [];
  if (first && second && numbered) {
    const both = {
      dayFirst: dateOf(numbered, second, first),
      monthFirst: dateOf(numbered, first, second),
    };
    return numbered.length === 2 && (both.dayFirst || both.monthFirst) ? { ...both, shortYear: true } : both;
  }
  return same(readNamed(text));
}

function readNamed(text: string): IsoDate | null {
  const [, day, month, year] = MONTH_NAME.exec(text) ?? [];
  if (day && month && year) return within(readWrittenDate(`${day} ${month} ${century(year)}`), year);
  const [, name, of, in_] = MONTH_NAME_FIRST.exec(text) ?? [];
  return name && of && in_ ? within(readWrittenDate(`${of} ${name} ${in_}`), in_) : null;
}

function same(date: IsoDate | null): BothWays {
  const day = within(date, '');
  return { dayFirst: day, monthFirst: day };
}

function dateOf(year: string, month: string, day: string): IsoDate | null {
  return within(parseIsoDate(`${century(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`), year);
}

function century(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function within(date: IsoDate | null, year: string): IsoDate | null {
  const [from, to] = year.length === 2 ? [EARLIEST_SHORT, LATEST_SHORT] : [EARLIEST, LATEST];
  return date && date >= from && date < to ? date : null;
}
