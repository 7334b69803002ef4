import type { Entry } from '../../rules/calendar/entries.ts';
import { edgeOf, kindOf } from '../../rules/calendar/words.ts';
import { findDates } from './found-dates.ts';
import { type LineAt, type LineReading, readDatedLine } from './list-line.ts';
import { yearContext } from './year-context.ts';

/** The cells of a line pasted from a table, empty ones included, so that each stands under its heading. */
export function cellsOf(line: string): readonly string[] {
  const bars = line.replace(/^\s*\||\|\s*$/g, '');
  return (bars.includes('|') ? bars.split('|') : bars.split(/\t| {4,}/)).map((cell) => cell.trim());
}

/**
 * A row of a table: its first cell without a date names it. A first and a last day side by side are one run; else each
 * cell is what its column's heading says, or what the row says.
 */
export function readRow(line: LineAt, cells: readonly string[], columns: readonly string[]): LineReading {
  const name = cells.find((cell) => cell !== '' && findDates(cell).length === 0) ?? '';
  const dated = cells
    .map((cell, column) => ({ cell, column }))
    .filter(({ cell }) => findDates(cell).length > 0);
  const row: LineAt = { ...line, years: yearContext(name) ?? line.years };
  const headings = dated.map(({ column }) => columns[column] ?? '');
  const [first, second] = dated;
  const edges = headings.map(edgeOf);
  // A last day before a first day is a break by its edges, and INSET days side by side are single days.
  const single = ['inset', 'bank-holiday'].includes(kindOf(name, 1) ?? '') && edges[0] !== 'first-day';
  const asRun = (edges[0] !== 'last-day' || edges[1] !== 'first-day') && !single;
  if (
    first &&
    second &&
    dated.length === 2 &&
    asRun &&
    !headings.some((heading) => named(heading)) &&
    holdsOne(first.cell) &&
    holdsOne(second.cell)
  )
    return readDatedLine({ ...row, text: `${name}: ${first.cell} to ${second.cell}` }, name || line.heading);
  if (dated.length === 1 && !edges[0] && !named(headings[0] ?? ''))
    return readDatedLine({ ...row, text: cells.filter((cell) => cell !== '').join(' ') });
  const entries: Entry[] = [];
  for (const [i, { cell }] of dated.entries()) {
    const heading = headings[i] ?? '';
    const words = edges[i] || named(heading) ? `${heading} ${edges[i] ? '' : name}` : `${name} ${heading}`;
    const reading = readDatedLine({ ...row, text: cell, heading: words });
    if (!reading.ok) return reading;
    entries.push(...reading.entries.map((entry) => ({ ...entry, text: line.text })));
  }
  return { ok: true, entries };
}

/** Whether a heading by itself says that what stands under it is no ordinary term. */
function named(heading: string): boolean {
  const kind = kindOf(heading, 5);
  return kind !== null && kind !== 'term';
}

function holdsOne(cell: string): boolean {
  return findDates(cell).length === 1;
}
