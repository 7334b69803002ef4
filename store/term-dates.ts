import type { CalendarInput, Closure, Term } from '../rules/calendar/calendar.ts';
import { type IsoDate, isSession, type Session, toDay } from '../rules/calendar/dates.ts';
import { dayName, longDate } from '../rules/calendar/show.ts';
import { readWrittenDate } from './written-date.ts';

/** A line that could not be read, and why in plain words. */
export interface LineProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/** The lines that could be read, and those that could not. With any problem the calendar is not the whole. */
export interface TermDatesReading {
  readonly calendar: CalendarInput;
  readonly problems: readonly LineProblem[];
}

const DAY_NAME = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?`;
const DAY = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\.?,?\s+\d{4}`;
const DATE = `${DAY_NAME}(?:${DAY})`;
const RANGE = String.raw`(${DATE})(?:\s*(?:to|until|-|–|—)\s*(${DATE}))?`;
/** Words before a colon that name a term. “Half term” may be either a half of one or the week off, so it names none. */
const TERM_NAME = String.raw`(?:(?!.*\bhalf\b)[^:]*\bterm\b[^:]*:\s*)?`;
const TERM = new RegExp(`^${TERM_NAME}${RANGE}$`, 'i');
const OFF = 'closed|inset(?: days?)?|bank holiday';
const CLOSED_LINE = new RegExp(String.raw`^(?:${OFF})\b`, 'i');
const CLOSED = new RegExp(
  String.raw`^(${OFF})\s*:?\s+${RANGE}(?:\s+(am|pm)\b)?(?:\s*[:,]\s*|\s+|$)(.*)$`,
  'i',
);
const DAY_OFF_WORDS = new RegExp(`^(?:${OFF})$`, 'i');

const HOW_TERM = 'This is not two dates, such as “3 September 2025 to 24 October 2025”.';
const HOW_CLOSED = 'This has no date after it, such as “INSET 28 November 2025” or “closed 1 May 2026 PM”.';
const LONGEST_DAYS = 366;

type Line = { term: Term } | { closure: Closure } | { reason: string };

/**
 * Reads term dates as typed or pasted, one run of days a line; lines that begin `closed`, `INSET` or `bank holiday` are days
 * or half days off. Blank lines are passed over. A line that cannot be read is a problem, never a guess.
 */
export function readTermDates(text: string): TermDatesReading {
  const terms: Term[] = [];
  const closures: Closure[] = [];
  const problems: LineProblem[] = [];
  text.split(/\r\n|\r|\n/).forEach((whole, index) => {
    const line = whole.trim();
    if (line === '') return;
    const reading = CLOSED_LINE.test(line) ? readClosure(line) : readTerm(line);
    if ('term' in reading) terms.push(reading.term);
    else if ('closure' in reading) closures.push(reading.closure);
    else problems.push({ line: index + 1, text: line, reason: reading.reason });
  });
  return { calendar: { terms, closures }, problems };
}

/** The calendar as lines that {@link readTermDates} reads back to the same. */
export function showTermDates({ terms, closures }: CalendarInput): string {
  const lines = [
    ...terms.map(({ from, to }) => `${longDate(from)} to ${longDate(to)}`),
    ...closures.map(showClosure),
  ];
  return lines.join('\n');
}

function readTerm(line: string): Line {
  const match = TERM.exec(line);
  if (!match?.[1] || !match[2]) return { reason: HOW_TERM };
  const range = readRange(match[1], match[2]);
  return typeof range === 'string' ? { reason: range } : { term: range };
}

function readClosure(line: string): Line {
  const match = CLOSED.exec(line);
  if (!match?.[1] || !match[2]) return { reason: HOW_CLOSED };
  const range = readRange(match[2], match[3] ?? match[2]);
  if (typeof range === 'string') return { reason: range };
  const half = match[4]?.toUpperCase();
  const sessions: Session | 'both' = isSession(half) ? half : 'both';
  const reason = reasonOf(match[1], match[5] ?? '');
  return { closure: { ...range, sessions, ...(reason === '' ? {} : { reason }) } };
}

/** The days of a range, or the plain reason why it is none. */
function readRange(first: string, last: string): Term | string {
  const from = readDayOf(first);
  const to = readDayOf(last);
  if (!from || !to) return `There is no such day as “${from ? last : first}”.`;
  if (to < from) return 'This ends before it begins.';
  return toDay(to) - toDay(from) > LONGEST_DAYS ? 'This is longer than a year.' : { from, to };
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

function isClosed(words: string): boolean {
  return words.toLowerCase() === 'closed';
}

function showClosure({ from, to, sessions, reason }: Closure): string {
  const dates = from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
  const days = sessions === 'both' ? dates : `${dates} ${sessions}`;
  const words = reason?.replace(/\s+/g, ' ').trim() ?? '';
  if (DAY_OFF_WORDS.test(words) && !isClosed(words)) return `${words} ${days}`;
  return words === '' ? `closed ${days}` : `closed ${days}: ${words}`;
}
