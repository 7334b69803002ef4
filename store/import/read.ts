import { sessionReader } from './cells.ts';
import { datedColumns } from './dated.ts';
import { dayReader } from './days.ts';
import { type Head, headingsOf } from './head.ts';
import { columnsOf, type Layout } from './layout.ts';
import { type ImportPlan, importPlan } from './plan.ts';
import { refusal } from './refusal.ts';
import { rowReader } from './rows.ts';
import { isBlank, type Table } from './table.ts';

/** The plan, or one plain sentence that says why there is none under this layout. */
export type Reading =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly why: string };

const LESSONS =
  'Its sessions are numbered, and not only 1 and 2: these are lessons. A count needs the marks of the morning and the afternoon session.';
const LONGEST_NAME = 200;

/**
 * Reads a whole table by a layout. Nothing is stored. `onProgress` hears how much of it is done, from 0 to 1. Throws a
 * `PlainError` when the file passes the bounds of an import.
 */
export function readMarks(
  table: Table,
  head: Head,
  layout: Layout,
  onProgress?: (done: number) => void,
): Reading {
  const headings = headingsOf(head, layout);
  const days = dayReader(layout.order, table.noDayNumbers);
  const dated = layout.shape === 'dates' ? datedColumns(headings, days) : [];
  const why = refusal(layout, headings.cells, dated);
  if (why !== null) return { ok: false, why };

  const sessions = sessionReader();
  const plan = importPlan();
  const nameOf = (place: number | null) => (place === null ? null : (headings.cells[place]?.trim() ?? ''));
  const read = rowReader(
    layout,
    { days, sessions, dated },
    {
      mark: plan.mark,
      refuse: (line, column, value, reason) => plan.refuse(line, nameOf(column), value, reason),
      name: (pupil, cells) => {
        const name = layout.name
          .map((place) => (cells[place] ?? '').trim())
          .filter(Boolean)
          .join(' ');
        if (name !== '') plan.name(pupil, name.slice(0, LONGEST_NAME));
      },
    },
  );
  const needed = Math.max(...columnsOf(layout), ...dated.map(({ place }) => place)) + 1;
  const width = headings.cells.length;
  table.each(
    layout.sheet,
    (line, cells, fault) => {
      if (line <= headings.last) return true;
      if (fault) plan.refuse(line, null, cells.join(' '), fault);
      else if (cells.length < needed) plan.refuse(line, null, cells.join(' '), 'too few columns');
      else if (cells.length > width && !isBlank(cells.slice(width)))
        plan.refuse(line, null, cells.join(' '), 'more columns than headings');
      else read(line, cells);
      return true;
    },
    onProgress,
  );
  if (sessions.numbersAreLessons()) return { ok: false, why: LESSONS };
  const question = days.question();
  return question === null ? { ok: true, plan: plan.finish() } : { ok: false, why: question };
}
