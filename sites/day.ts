import { type FigureOrder, fallsOn, type Knowing, MONTH, SHAPES, WEEKDAY } from './day-shapes.ts';

export { isoDay } from './day-shapes.ts';

/** "16 –", "16 Nov to", "16/11 -" before a date makes it the end of a range. */
const RANGE = new RegExp(
  `(?:(\\S+)\\s+)?(?<![\\w:.])(?:\\d{1,2}(?:st|nd|rd|th)?(?:[/.]\\d{1,2})?|${MONTH})\\s*(?:[-–—~&]|\\bto\\b|\\band\\b|\\buntil\\b)\\s*$`,
  'i',
);
/** What is counted in figures at schools: in "Class 3 May 2026" the 3 is no day. */
const NUMBERED =
  /(?:^|[^a-z])(?:class|year|yr|period|per|lesson|room|set|form|group|session|block|unit|p)\.?\s*$/i;
const MOST_OF_A_KIND = 13;
const ANY_WEEKDAY = new RegExp(`\\b${WEEKDAY}`, 'gi');
const RELATIVE = new RegExp(
  `^(?:(?:register|registration|attendance|date)s?(?: for| of|:|,| [–-])?\\s+)?(today|yesterday|tomorrow)(?:['’]s (?:class )?(?:register|registration|attendance))?(?![\\w'’])((?:[\\s,:()–-]|\\d[\\w/]*|\\b(?:${WEEKDAY}|${MONTH}|am|pm|morning|afternoon|regist\\w+))*)$`,
  'i',
);
const SAYS_RELATIVE = /today|yesterday|tomorrow/i;
const DAY_MS = 86_400_000;

/** A date that a page shows: the days it may mean, `YYYY-MM-DD`. More than one: it cannot be told which. */
export type ShownDate = readonly string[];

/**
 * Every date in a text: ISO, with the month in words, or in figures; none where it shows a range of days. A weekday
 * beside a date must fit. A date without a year is every day it may mean.
 */
export function datesIn(text: string, knowing: Knowing = {}): readonly ShownDate[] {
  if (!/\d/.test(text)) return [];
  const found: ShownDate[] = [];
  let left = text;
  for (const { sign, pattern, days } of SHAPES)
    for (const { index, 0: whole, groups = {} } of sign.test(left) ? left.matchAll(pattern) : []) {
      const before = text.slice(0, index);
      if (!groups.before && Number(groups.d) <= MOST_OF_A_KIND && NUMBERED.test(before)) continue;
      const real = days(groups, knowing).filter((day): day is string => day !== null);
      if (real.length === 0) continue;
      if (endsRange(before)) return [];
      const { before: weekday, after } = groups;
      found.push([...new Set(real)].filter((day) => fallsOn(day, weekday) && fallsOn(day, after)));
      left = left.slice(0, index) + '§'.repeat(whole.length) + left.slice(index + whole.length);
    }
  return found;
}

/** The one day that all the shown dates can mean; null when there is none, or more than one. */
export function agreedDay(dates: readonly ShownDate[]): string | null {
  const [first, ...others] = dates;
  if (!first) return null;
  const common = first.filter((day) => others.every((days) => days.includes(day)));
  return common.length === 1 ? (common[0] ?? null) : null;
}

/** How these texts write dates in figures: told by those of which only one order makes a day. Null: nothing tells, or both. */
export function orderIn(texts: readonly string[]): FigureOrder | null {
  const found = new Set<FigureOrder>();
  for (const [, a, b] of texts.join('\n').matchAll(/(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/g)) {
    if (Number(a) > 12 && Number(b) <= 12) found.add('day-first');
    if (Number(b) > 12 && Number(a) <= 12) found.add('month-first');
  }
  const [only, ...others] = found;
  return others.length === 0 ? (only ?? null) : null;
}

/** The day that "Today", "Yesterday" or "Tomorrow" says, where that is what a text says; no day when today is not known. */
export function relativeDay(text: string, today: string | null): ShownDate | null {
  const [, word = ''] = (SAYS_RELATIVE.test(text) && RELATIVE.exec(text)) || [];
  if (word === '') return null;
  if (today === null) return [];
  const days = { yesterday: -1, today: 0, tomorrow: 1 }[word.toLowerCase()] ?? 0;
  return [new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10)];
}

/** The days of the week a text names, as it names them. */
export function weekdaysIn(text: string): readonly string[] {
  return text.match(ANY_WEEKDAY) ?? [];
}

function endsRange(before: string): boolean {
  const range = RANGE.exec(before);
  return range !== null && !(range[1] !== undefined && NUMBERED.test(range[1]));
}
