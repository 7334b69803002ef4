import type { CalendarInput, Closure, Term } from '../rules/calendar/calendar.ts';
import { type IsoDate, isSession, type Session, toDay } from '../rules/calendar/dates.ts';
import { readWrittenDate, showDate } from './written-date.ts';

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

const DATE = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\.?,?\s+\d{4}`;
const RANGE = String.raw`(${DATE})(?:\s*(?:to|until|-|–|—)\s*(${DATE}))?`;
const TERM = new RegExp(`^${RANGE}$`, 'i');
const CLOSED = new RegExp(
  String.raw`^(closed|inset|bank holiday)\s*:?\s+${RANGE}(?:\s+(am|pm)\b)?\s*[:,]?\s*(.*)$`,
  'i',
);
const CLOSED_LINE = /^(closed|inset|bank holiday)\b/i;

const HOW_TERM = 'is not two dates, such as “3 September 2025 to 24 October 2025”';
const HOW_CLOSED = 'has no date after it, such as “INSET 28 November 2025” or “closed 1 May 2026 PM”';
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
    ...terms.map(({ from, to }) => `${showDate(from)} to ${showDate(to)}`),
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
  const from = readWrittenDate(first);
  const to = readWrittenDate(last);
  if (!from || !to) return `“${from ? last : first}” is not a day of the calendar`;
  if (to < from) return 'ends before it begins';
  return isTooLong(from, to) ? 'is longer than a year' : { from, to };
}

function isTooLong(from: IsoDate, to: IsoDate): boolean {
  return toDay(to) - toDay(from) > LONGEST_DAYS;
}

/** `closed` says nothing more than the line itself, so only what follows is a reason; INSET and bank holiday are one. */
function reasonOf(keyword: string, rest: string): string {
  if (/^closed$/i.test(keyword)) return rest;
  return rest === '' ? keyword : `${keyword}: ${rest}`;
}

function showClosure({ from, to, sessions, reason }: Closure): string {
  const dates = from === to ? showDate(from) : `${showDate(from)} to ${showDate(to)}`;
  const days = sessions === 'both' ? dates : `${dates} ${sessions}`;
  const words = reason?.replace(/\s+/g, ' ').trim() ?? '';
  if (/^(inset|bank holiday)$/i.test(words)) return `${words} ${days}`;
  return words === '' ? `closed ${days}` : `closed ${days}: ${words}`;
}
