import type { CalendarInput, Closure, Term } from '../../rules/calendar/calendar.ts';
import type { Entry } from '../../rules/calendar/entries.ts';
import { type IsoDate, isSession, type Session, toDay } from '../../rules/calendar/dates.ts';
import { dayName, longDate } from '../../rules/calendar/show.ts';
import { isInset } from '../../rules/calendar/words.ts';
import { findDates } from './found-dates.ts';
import { readWrittenDate } from '../written-date.ts';
import { showYears, YEARS_LIST, yearsIn } from './year-groups.ts';

const DAY_NAME = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?`;
const DAY = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\.?,?\s+\d{4}`;
const DATE = `${DAY_NAME}(?:${DAY})`;
const RANGE = String.raw`(${DATE})(?:\s*(?:to|until|-|–|—)\s*(${DATE}))?`;
/** Words before a colon that name a term. “Half term” may be either a half of one or the week off, so it names none. */
const TERM_NAME = String.raw`(?:(?!.*\bhalf\b)[^:]*\bterm\b[^:]*:\s*)?`;
const TERM = new RegExp(`^${TERM_NAME}${RANGE}$`, 'i');
const OFF = 'closed|inset(?: days?)?|bank holiday';
const CLOSED = new RegExp(
  String.raw`^(${OFF})\s*:?\s+${RANGE}(?:\s+(am|pm)\b)?(?:\s+for\s+(${YEARS_LIST}))?(\s*[:,]\s*|\s+|$)(.*)$`,
  'i',
);
const DAY_OFF_WORDS = new RegExp(`^(?:${OFF})$`, 'i');
const LONGEST_DAYS = 366;

/** The calendar as lines, each of which {@link readExactLine} reads back to the same. */
export function showTermDates({ terms, closures }: CalendarInput): string {
  const lines = [
    ...terms.map(({ from, to }) => `${longDate(from)} to ${longDate(to)}`),
    ...closures.map(showClosure),
  ];
  return lines.join('\n');
}

/** A line written as {@link showTermDates} writes one, or nearly; null for any other, and for days that cannot be. */
export function readExactLine(line: string): Omit<Entry, 'place' | 'text' | 'assumed'> | null {
  return readClosure(line) ?? readTerm(line);
}

function readTerm(line: string): ReturnType<typeof readExactLine> {
  const match = TERM.exec(line);
  const range = match?.[1] && match[2] ? readRange(match[1], match[2]) : null;
  return range && { kind: 'term', ...range, sessions: 'both' };
}

function readClosure(line: string): ReturnType<typeof readExactLine> {
  const [, keyword, first, last, half, years, parting = '', rest = ''] = CLOSED.exec(line) ?? [];
  const range = keyword && first ? readRange(first, last ?? first) : null;
  if (!range || !keyword) return null;
  // More days, unless a colon says that what follows is the reason.
  if (!parting.includes(':') && findDates(rest).length > 0) return null;
  const upper = half?.toUpperCase();
  const sessions: Session | 'both' = isSession(upper) ? upper : 'both';
  const reason = reasonOf(keyword, rest);
  return {
    ...{ kind: kindOfClosure(keyword, reason), ...range, sessions },
    ...(reason === '' ? {} : { reason }),
    ...(years ? { yearGroups: yearsIn(years) } : {}),
  };
}

/** The days of a range; null when there are none such, when it ends before it begins, or is longer than a year. */
function readRange(first: string, last: string): Term | null {
  const from = readDayOf(first);
  const to = readDayOf(last);
  return from && to && from <= to && toDay(to) - toDay(from) <= LONGEST_DAYS ? { from, to } : null;
}

/** The date, or null when there is no such day or it does not fall on the day of the week named. */
function readDayOf(text: string): IsoDate | null {
  const [, name, rest = text] = /^([a-z]+day),?\s+(.*)$/i.exec(text) ?? [];
  const date = readWrittenDate(rest);
  return date && (!name || dayName(date).toLowerCase() === name.toLowerCase()) ? date : null;
}

/** `closed` says nothing more than the line itself, so only what follows is a reason; INSET and bank holiday are one. */
function reasonOf(keyword: string, rest: string): string {
  if (isClosed(keyword)) return rest;
  return rest === '' ? keyword : `${keyword}: ${rest}`;
}

function kindOfClosure(keyword: string, reason: string): Entry['kind'] {
  if (isInset(keyword) || (isClosed(keyword) && isInset(reason))) return 'inset';
  return isClosed(keyword) ? 'closed' : 'bank-holiday';
}

function isClosed(words: string): boolean {
  return words.toLowerCase() === 'closed';
}

function showClosure({ from, to, sessions, reason, yearGroups }: Closure): string {
  const dates = from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
  const days = sessions === 'both' ? dates : `${dates} ${sessions}`;
  const whom = yearGroups ? `${days} for ${showYears(yearGroups)}` : days;
  const words = reason?.replace(/\s+/g, ' ').trim() ?? '';
  if (DAY_OFF_WORDS.test(words) && !isClosed(words)) return `${words} ${whom}`;
  return words === '' ? `closed ${whom}` : `closed ${whom}: ${words}`;
}
