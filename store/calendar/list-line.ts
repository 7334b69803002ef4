import { bankHolidaysIn } from '../../rules/calendar/bank-holidays.ts';
import type { Entry } from '../../rules/calendar/entries.ts';
import { type IsoDate, type Session, toDay, weekday } from '../../rules/calendar/dates.ts';
import { type EntryKind, isInset, kindOf } from '../../rules/calendar/words.ts';
import { closingTime } from './closing-time.ts';
import { type FoundDate, findDates } from './found-dates.ts';
import { overNewYear, resolve, type YearContext, yearContext } from './year-context.ts';
import { withoutYears, yearsIn } from './year-groups.ts';

/** What a line stands under, and the number and words it has. */
export interface LineAt {
  readonly place: number;
  readonly text: string;
  /** The words of the last line without a date, which say what dates alone are; empty for none. */
  readonly heading: string;
  readonly years: YearContext | null;
}

/** A line with dates, understood in full, or not, and why in a plain sentence. */
export type LineReading =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly reason: string };

/** Dates that stand together, with the words that say what they are. */
interface Mention {
  readonly dates: readonly FoundDate[];
  readonly how: 'one' | 'range' | 'several';
  readonly words: string;
}

const RANGE = /^\s*(?:\(?inclusive\)?\s*)?(?:to|until|till|through|up to|and ending(?: on)?|-)\s*$/i;
const LIST = /^\s*(?:and|&|,|;|, and|\+)?\s*$/i;
const LONGEST_DAYS = 366;

/** Reads one line that holds a date. `words` stand in for those of the line, where a table's heading says what its cell is. */
export function readDatedLine(line: LineAt, words?: string): LineReading {
  const entries: Entry[] = [];
  const text = withoutYears(line.text);
  const all = findDates(text);
  const rest = textWithout(text, all);
  const odd = /\d{5,}/.exec(rest)?.[0];
  if (odd) return { ok: false, reason: `“${odd}” is no year.` };
  const contexts = [yearContext(rest), line.years];
  for (const mention of mentionsIn(text, all)) {
    const days = daysOf(mention, all, contexts);
    if ('refused' in days) return { ok: false, reason: days.refused };
    const own = words ?? (/[a-z]/i.test(mention.words) ? mention.words : line.heading);
    for (const run of days) {
      const entry = understood(line, own, run) ?? understood(line, `${line.heading} ${own}`, run);
      if (!entry || 'refused' in entry) return { ok: false, reason: entry?.refused ?? whyNot(own, run) };
      entries.push({ ...entry, assumed: [...run.assumed, ...entry.assumed] });
      entries.push(...closingTime(entry, own).map((closure) => ({ ...entry, ...closure })));
    }
  }
  return entries.length > 0 ? { ok: true, entries } : { ok: false, reason: 'There is no date in this line.' };
}

function whyNot(words: string, { from, to }: Days): string {
  if (from === to && /\b(?:half|mid)[- ]?term/i.test(words)) return 'Give the first and the last day of the half term.';
  return from === to
    ? 'It is not said whether school begins, ends or is closed on this day.'
    : 'It is not said whether school meets or is closed on these days.';
}

function textWithout(text: string, dates: readonly FoundDate[]): string {
  return dates.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
}

function mentionsIn(text: string, all: readonly FoundDate[]): readonly Mention[] {
  const groups: { dates: FoundDate[]; how: Mention['how'] }[] = [];
  all.forEach((date, i) => {
    const between = text.slice(all[i - 1]?.end ?? 0, date.start);
    const last = groups.at(-1);
    if (last && last.how === 'one' && last.dates.length === 1 && RANGE.test(between)) {
      last.dates.push(date);
      last.how = 'range';
    } else if (last && last.how !== 'range' && LIST.test(between)) {
      last.dates.push(date);
      last.how = 'several';
    } else groups.push({ dates: [date], how: 'one' });
  });
  const starts = groups.map(({ dates }) => dates[0]?.start ?? 0);
  const ends = groups.map(({ dates }) => dates.at(-1)?.end ?? 0);
  // Words may stand before the days they are of, or after: the first words of the line tell which.
  const after = text.slice(0, starts[0]).replace(/[\s\W]+/g, '') === '';
  return groups.map((group, i) => {
    const before = text.slice(ends[i - 1] ?? 0, starts[i]);
    const behind = text.slice(ends[i], starts[i + 1]);
    return { ...group, words: after ? behind : i === groups.length - 1 ? `${before} ${behind}` : before };
  });
}

interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly assumed: readonly string[];
}

function daysOf(
  { dates, how }: Mention,
  all: readonly FoundDate[],
  contexts: readonly (YearContext | null)[],
): readonly Days[] | { readonly refused: string } {
  const resolved = resolve(dates, all, contexts);
  if (!resolved.ok) return { refused: resolved.reason };
  const [first, second] = resolved.dates;
  if (how !== 'range' || !first || !second)
    return resolved.dates.map(({ date, assumed }) => ({ from: date, to: date, assumed: said(assumed) }));
  const from = first.date;
  const to = overNewYear(from, second.date, dates[1]?.year === null);
  if (to < from) return { refused: 'This ends before it begins.' };
  if (toDay(to) - toDay(from) > LONGEST_DAYS) return { refused: 'This is longer than a year.' };
  return [{ from, to, assumed: [...new Set([...said(first.assumed), ...said(second.assumed)])] }];
}

function said(assumed: string | null): readonly string[] {
  return assumed === null ? [] : [assumed];
}

function understood(
  { place, text }: LineAt,
  words: string,
  { from, to }: Days,
): Entry | { readonly refused: string } | null {
  const twilight = /\btwilight/i.test(words);
  const kind = twilight ? 'left-out' : kindOf(words, toDay(to) - toDay(from) + 1);
  if (kind === null) return null;
  const entry = { place, text, kind, from, to, sessions: 'both' as const, assumed: [] };
  if (from === to && weekday(toDay(from)) > 4)
    return { ...entry, kind: 'left-out', assumed: ['This is a Saturday or Sunday, when there is no session anyway.'] };
  if (twilight)
    return { ...entry, kind: 'left-out', assumed: ['Twilight training is after school, so no session is closed.'] };
  const years = yearsIn(text);
  if (years.length > 0 && (kind === 'term' || kind === 'first-day' || kind === 'last-day'))
    return {
      refused:
        'This is of some year groups only. Say when they are closed instead, such as “closed 2 September 2026 for Year 7”.',
    };
  const sessions = closes(kind) ? halfOf(words) : 'both';
  if (sessions === null) return { refused: 'It is not said which half of the day this is: add AM or PM.' };
  return {
    ...{ ...entry, sessions, assumed: oddities(kind, from, to) },
    ...(closes(kind) ? { reason: reasonOf(kind, from, words) } : {}),
    ...(years.length > 0 && closes(kind) ? { yearGroups: years } : {}),
  };
}

function closes(kind: EntryKind): boolean {
  return kind === 'inset' || kind === 'bank-holiday' || kind === 'closed' || kind === 'holiday' || kind === 'half-term';
}

/** The half of the day that is closed; null where it is a half, and not said which. */
function halfOf(words: string): Session | 'both' | null {
  const morning = /(?<![\d.:]\s?)\bam\b|\bmornings?\b/i.test(words);
  const afternoon = /(?<![\d.:]\s?)\bpm\b|\bafternoons?\b/i.test(words);
  if (morning !== afternoon) return morning ? 'AM' : 'PM';
  return !morning && /\bhalf[- ]day\b/i.test(words) ? null : 'both';
}

/** What is written, in few words: it stands in the calendar and in what is said of a day. */
function reasonOf(kind: EntryKind, from: IsoDate, words: string): string {
  const short = words.replace(/\s+/g, ' ').replace(/^[\s:;,.(–-]+|[\s:;,.(–-]+$/g, '');
  if (kind === 'inset') return 'INSET';
  if (kind === 'half-term') return 'Half term';
  if (kind === 'bank-holiday') return bankHolidaysIn(from, from)[0]?.name ?? 'Bank holiday';
  return short.length > 2 && short.length <= 60 && isBalanced(short) && !isInset(short) ? short : 'Closed';
}

function isBalanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}

/** A break from Friday to Monday is often written by the last day in and the first day back. */
function oddities(kind: EntryKind, from: IsoDate, to: IsoDate): readonly string[] {
  const friday = weekday(toDay(from)) === 4 && weekday(toDay(to)) === 0 && from !== to;
  return friday && (kind === 'half-term' || kind === 'holiday')
    ? ['This begins on a Friday and ends on a Monday. If they are the last day in and the day back, change the dates.']
    : [];
}
