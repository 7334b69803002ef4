import { readMark, sessionReader } from './cells.ts';
import { datedColumns } from './dated.ts';
import { dayReader } from './days.ts';
import { findColumn, findName, findWeek, type Recognised } from './find-columns.ts';
import { type Head, type HeadRow, headingsOf } from './head.ts';
import { type Layout, type LongLayout, plainHeading, type Shape } from './layout.ts';
import { holdsTotals } from './refusal.ts';
import { proposeWritten } from './strings.ts';

/** Rows among which the headings are looked for: a report has its title and date above them. */
const HEADING_ROWS = 15;
const SHAPES: readonly Shape[] = ['week', 'dates', 'long', 'strings'];
/** Fewer columns with a session or a date are no week and no register. */
const FEWEST = { week: 4, dates: 2 };

/** The likeliest layout of a file, for the user to look at and put right. A sheet or row is named only where it has one. */
export function proposeLayout(head: Head): Layout {
  let best: { layout: Layout; missing: number } | null = null;
  for (const [sheet, rows] of head.entries())
    for (const [at, row] of rows.slice(0, HEADING_ROWS).entries())
      for (const shape of SHAPES) {
        const layout = layoutAt(head, sheet, row.line, shape, rows.slice(at + 1));
        const missing = missingOf(layout, head);
        if (missing < (best?.missing ?? Number.POSITIVE_INFINITY)) best = { layout, missing };
      }
  if (best && best.missing <= 2) return best.layout;
  return (
    withoutHeadings(head) ?? totals(head) ?? best?.layout ?? layoutAt(head, 0, null, 'long', head[0] ?? [])
  );
}

/** What a sheet would be in one shape, with the headings at one row. */
export function layoutAt(
  head: Head,
  sheet: number,
  heading: number | null,
  shape: Shape,
  under: readonly HeadRow[] = (head[sheet] ?? []).filter(({ line }) => line > (heading ?? -1)),
): Layout {
  const plain = headingsOf(head, { sheet, heading, shape }).cells.map(plainHeading);
  const cells = under.map((row) => row.cells);
  const find = (kind: Recognised) => findColumn(kind, plain, cells);
  const common = { sheet, heading, pupil: find('pupil'), name: findName(plain), order: null };
  switch (shape) {
    case 'long':
      return { ...common, shape, date: find('date'), session: find('session'), code: find('code') };
    case 'week':
      return { ...common, shape, week: find('week'), monday: null, days: findWeek(plain) };
    case 'dates':
      return { ...common, shape, session: find('session'), holds: null };
    case 'strings': {
      const marks = find('marks');
      const samples = marks === null ? [] : cells.map((row) => row[marks] ?? '');
      return {
        ...common,
        shape,
        start: find('start'),
        from: null,
        marks,
        week: null,
        written: proposeWritten(samples),
      };
    }
  }
}

/** How much of a layout was not found; endless for a shape of which there is no sign. */
function missingOf(layout: Layout, head: Head): number {
  const count = (...columns: (number | null)[]) => columns.filter((column) => column === null).length;
  const { pupil } = layout;
  switch (layout.shape) {
    case 'long':
      return count(pupil, layout.date, layout.session, layout.code);
    case 'week':
      return 10 - count(...layout.days) < FEWEST.week
        ? Number.POSITIVE_INFINITY
        : count(pupil, layout.week) / 2;
    case 'dates': {
      const dated = datedColumns(headingsOf(head, layout), dayReader('day-first')).length;
      const american = datedColumns(headingsOf(head, layout), dayReader('month-first')).length;
      return Math.max(dated, american) < FEWEST.dates ? Number.POSITIVE_INFINITY : count(pupil) / 2;
    }
    case 'strings':
      return layout.marks === null ? Number.POSITIVE_INFINITY : 0.5 + count(pupil, layout.start);
  }
}

/** A file that begins with its first mark: date, session and mark are known by what they hold; the pupil has to be said. */
function withoutHeadings(head: Head): LongLayout | null {
  for (const [sheet, rows] of head.entries()) {
    const [first] = rows;
    if (!first) continue;
    const column = (fits: (text: string) => boolean) =>
      first.cells.findIndex((_, place) => rows.every(({ cells }) => fits((cells[place] ?? '').trim())));
    const days = dayReader('day-first');
    const months = dayReader('month-first');
    const date = column((text) => days.read(text).ok || months.read(text).ok);
    const session = column((text) => /[a-z]/i.test(text) && sessionReader().read(text).ok);
    const code = column((text) => text !== '' && readMark(text).ok);
    if (date === -1 || session === -1 || code === -1) continue;
    return {
      ...{ shape: 'long', sheet, heading: null, pupil: null, name: [], order: null },
      ...{ date, session, code },
    };
  }
  return null;
}

/** The headings of a file of totals, so that it is refused for what it is. */
function totals(head: Head): Layout | null {
  for (const [sheet, rows] of head.entries())
    for (const { line, cells } of rows.slice(0, HEADING_ROWS))
      if (holdsTotals(cells)) return layoutAt(head, sheet, line, 'long', []);
  return null;
}
