import { type IsoDate, toDay } from '../../rules/calendar/dates.ts';
import type { Entry } from '../../rules/calendar/entries.ts';
import { closingTime } from './closing-time.ts';
import { type FoundDate, findDates, textWithoutDates } from './found-dates.ts';
import { understood } from './understood.ts';
import { overNewYear, resolve, type YearContext, yearContext } from './year-context.ts';
import { withoutYears } from './year-groups.ts';

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
  const rest = textWithoutDates(text);
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
  if (from === to && /\b(?:half|mid)[- ]?term/i.test(words))
    return 'Give the first and the last day of the half term.';
  return from === to
    ? 'It is not said whether school begins, ends or is closed on this day.'
    : 'It is not said whether school meets or is closed on these days.';
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
