import type { Entry } from '../../rules/calendar/entries.ts';
import { type EntryKind, isHeading } from '../../rules/calendar/words.ts';
import { findDates, LONGEST_LINE, textWithoutDates } from './found-dates.ts';
import { type LineAt, type LineReading, readDatedLine } from './list-line.ts';
import { cellsOf, readRow } from './list-table.ts';
import { type YearContext, yearContext, yearOfTerm } from './year-context.ts';

/** A line of a list that was not understood, and why in a plain sentence. */
export interface LineProblem {
  /** Counted from 1. */
  readonly place: number;
  readonly text: string;
  readonly reason: string;
}

/** Every line that says something: what it was understood to be, or why it was not. No line is in two of the three. */
export interface ListReading {
  readonly entries: readonly Entry[];
  /** Lines with a date in them that were not understood: the calendar is not whole without them. */
  readonly problems: readonly LineProblem[];
  /** Lines without a date; `reason` says what they were used for, if for anything. */
  readonly passedOver: readonly LineProblem[];
}

/** More lines than any list of term dates has. What is beyond them is a problem, never passed over in silence. */
const MOST_LINES = 600;

const TERMS: readonly EntryKind[] = ['term', 'first-day', 'last-day'];

/** What the lines above say of those below. */
interface Above {
  heading: string;
  years: YearContext | null;
  columns: readonly string[];
}

/**
 * Reads term dates as councils and schools publish them: sentences, lists under headings, and tables pasted with tabs. A
 * line that could be two things is a problem, never a guess. Never throws.
 */
export function readList(text: string): ListReading {
  const entries: Entry[] = [];
  const problems: LineProblem[] = [];
  const passedOver: LineProblem[] = [];
  const above: Above = { heading: '', years: null, columns: [] };
  const lines = text.split(/\r\n|\r|\n/);
  lines.slice(0, MOST_LINES).forEach((written, index) => {
    const plain = tidy(written);
    const shown = { place: index + 1, text: plain.replace(/\s+/g, ' ').trim() };
    if (!/[a-z\d]/i.test(plain)) return;
    if (shown.text.length > LONGEST_LINE && findDates(plain).length > 0)
      problems.push({ ...shown, reason: 'This line is too long to read. Break it into shorter ones.' });
    else if (findDates(plain).length === 0) passedOver.push({ ...shown, reason: takeHeading(plain, above) });
    else {
      const reading = readLine(
        { ...shown, heading: above.heading, years: above.years },
        plain,
        above.columns,
      );
      if (reading.ok) {
        entries.push(...reading.entries);
        const term = reading.entries.find(({ kind }) => TERMS.includes(kind));
        if (term)
          above.years =
            yearContext(textWithoutDates(plain)) ?? yearOfTerm(term.from, shown.text, above.years);
      } else problems.push({ ...shown, reason: reading.reason });
    }
  });
  if (lines.length > MOST_LINES)
    problems.push({
      ...{ place: MOST_LINES + 1, text: `${lines.length - MOST_LINES} more lines` },
      reason: `Only ${MOST_LINES} lines are read at once.`,
    });
  return { entries, problems, passedOver };
}

function readLine(line: LineAt, plain: string, columns: readonly string[]): LineReading {
  const cells = cellsOf(plain);
  return cells.length > 1 ? readRow(line, cells, columns) : readDatedLine(line);
}

/** Keeps what a line without a date says of the lines under it, and says in a sentence what was kept. */
function takeHeading(plain: string, above: Above): string {
  const cells = cellsOf(plain);
  const years = yearContext(plain);
  if (cells.filter((cell) => cell !== '').length > 1) {
    above.columns = cells;
    if (years) above.years = years;
    return 'Read as the headings of the columns below.';
  }
  const words = cells.join(' ').trim();
  if (years) above.years = years;
  const heading = words.length <= 80 && isHeading(words);
  if (heading || years) above.heading = heading ? words : '';
  if (years) return 'Read as a heading: it says which year the dates below are in.';
  return heading
    ? 'Read as a heading: it says what dates below it are, where they do not say so themselves.'
    : 'There is no date in this line.';
}

/** Plain spaces and dashes, and no bullet: tabs and bars are kept, for they part the cells of a table. */
function tidy(line: string): string {
  return line
    .replace(/[\u00a0\u2000-\u200b\u202f\ufeff]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^ *(?:[•·▪●○*‣◦]|-(?= ))\s*/, '');
}
