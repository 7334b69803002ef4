const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The name of a month, long or short, as a part of a pattern. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b';
/** The name of a day of the week, long or short, as a part of a pattern. */
export const WEEKDAY =
  '(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?)\\b';

const DAY = '(?<d>\\d{1,2})(?:st|nd|rd|th)?';
const NAMED = `(?<m>${MONTH})\\.?`;
/** Two figures for the year only where nothing follows that makes them something else: "20 Nov 28 pupils". */
const SHORT_YEAR = "'?(?<yy>\\d{2})(?=\\s*(?:$|[,;)\\]|–—]|[AP]M\\b))";
const HALF_A_YEAR = 183;
const A_YEAR = 366;
const DAY_MS = 86_400_000;
/** The years a date without one may be in, when it is not known what day it is. */
const YEARS = Array.from({ length: 36 }, (_, i) => 2010 + i);

/** Whether a page writes 5 November in figures as 05/11 or as 11/05. */
export type FigureOrder = 'day-first' | 'month-first';

/** What is known beside the text. */
export interface Knowing {
  /** `YYYY-MM-DD`. Null: a date without a year may be of any year. */
  readonly today?: string | null;
  readonly order?: FigureOrder | null;
}

type Days = readonly (string | null)[];
type Parts = Readonly<Record<string, string | undefined>>;

/** One way of writing a date, and the days it may then mean; null among them where there is no such day. */
interface Shape {
  /** What every date of this shape has in it. A pattern costs a page most the first time it is used, so it is not used in vain. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
  days(parts: Parts, knowing: Knowing): Days;
}

const IN_FIGURES = /\d[-/.]\d/;
const IN_WORDS = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

const shape = (sign: RegExp, body: string, days: Shape['days']): Shape => ({
  sign,
  pattern: new RegExp(
    `(?:\\b(?<before>${WEEKDAY})[,.]?\\s+(?:the\\s+)?)?${body}(?:[\\s,(–-]{1,3}(?<after>${WEEKDAY}))?`,
    'gi',
  ),
  days,
});

/** The ways of writing a date, the most certain first: what one of them has read is not read again by the next. */
export const SHAPES: readonly Shape[] = [
  shape(
    IN_FIGURES,
    '(?<![\\w/.-])(?<y>\\d{4})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})(?!\\d|[-/.]\\d)(?:T(?<h>\\d{2}):[\\d:.]+(?<zone>Z|\\+00:?00)?)?',
    ({ y, m, d, h, zone }) => inUtc(isoDay(Number(y), Number(m), Number(d)), zone ? Number(h) : 0),
  ),
  shape(
    IN_WORDS,
    `(?<![\\w/.:-])${DAY}[\\s/-]+(?:of\\s+)?${NAMED}(?:,?[\\s/-]+(?<y>\\d{4})\\b|[\\s/-]${SHORT_YEAR})`,
    ({ d, m, y, yy }, { today }) => {
      const day = isoDay(Number(y ?? `20${yy}`), monthNumber(m), Number(d));
      return y === undefined ? within(A_YEAR, [day], today) : [day];
    },
  ),
  shape(IN_WORDS, `\\b${NAMED}[\\s/-]+${DAY},?[\\s/-]+(?<y>\\d{4})\\b`, ({ d, m, y }) => [
    isoDay(Number(y), monthNumber(m), Number(d)),
  ]),
  shape(
    IN_FIGURES,
    '(?<!\\w|\\d[/.-])(?<a>\\d{1,2})(?<s>[/.-])(?<b>\\d{1,2})\\k<s>(?:(?<y>\\d{4})|(?<yy>\\d{2}))(?!\\w|[/.-]\\d)',
    figures,
  ),
  shape(IN_WORDS, `(?<![\\w/.:-])${DAY}[\\s/-]+(?:of\\s+)?${NAMED}(?![\\w/-])`, anyYear),
  shape(IN_WORDS, `\\b${NAMED}[\\s/-]+${DAY}(?![\\w:/.-])`, anyYear),
];

/** The day written with these numbers, `YYYY-MM-DD`; null when no such day exists. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** 1 to 12; 0 for what is no month's name. */
export function monthNumber(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Whether a day is the day of the week named; any day is, where none is named. */
export function fallsOn(day: string, weekday: string | undefined): boolean {
  return !weekday || WEEKDAYS[new Date(day).getUTCDay()] === weekday.slice(0, 3).toLowerCase();
}

/** Day or month first, as the page's order says, where it says one; with dashes two figures may be the year, first. */
function figures({ a, b, s, y, yy }: Parts, { today, order }: Knowing): Days {
  const year = Number(y ?? `20${yy}`);
  const days = [
    order === 'month-first' ? null : isoDay(year, Number(b), Number(a)),
    order === 'day-first' ? null : isoDay(year, Number(a), Number(b)),
  ];
  if (y !== undefined) return days;
  const first = s === '-' ? isoDay(Number(`20${a}`), Number(b), Number(yy)) : null;
  return within(A_YEAR, [...days, first], today);
}

/** Without a year: the one within half a year of today whose weekday fits; else any year, to be settled by another date. */
function anyYear({ d, m, before, after }: Parts, { today }: Knowing): Days {
  // "may" and "march" in lower case are words.
  if (m === undefined || m.charAt(0) !== m.charAt(0).toUpperCase()) return [];
  const days = YEARS.map((year) => isoDay(year, monthNumber(m), Number(d)));
  return before || after ? within(HALF_A_YEAR, days, today) : days;
}

function within(most: number, days: Days, today: string | null | undefined): Days {
  if (!today) return days;
  return days.filter((day) => day !== null && Math.abs(Date.parse(day) - Date.parse(today)) <= most * DAY_MS);
}

/** Midnight of a summer's day in England is eleven at night of the day before in UTC. */
function inUtc(day: string | null, hour: number): Days {
  if (day === null || hour < 22) return [day];
  return [day, new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)];
}
