import { groupBy } from '../group-by.ts';
import type { Grid } from './grid.ts';
import { cellMarks } from './mark-cells.ts';
import { choiceMarks } from './mark-choices.ts';
import { fieldMarks } from './mark-fields.ts';
import { selectMarks } from './mark-selects.ts';

/** One mark in one row, by whatever control or text it is shown. */
export interface Mark {
  readonly row: Element;
  /** The label of what is chosen, as shown; blank when nothing is. */
  readonly label: string;
  /** The control or cell a finding is about. */
  readonly element: Element;
  /** The number of its column, from 0. */
  readonly column: number;
  /** The control's field name; null for text. */
  readonly field: string | null;
}

/** The marks of one table. */
export interface Marks {
  /** Rows with exactly one mark. */
  readonly marks: readonly Mark[];
  /** Rows with several: more than one session, or more than one pupil. */
  readonly several: number;
  /** Labels that could be chosen; null where the page does not list them. */
  readonly vocabulary: readonly string[] | null;
}

/** What a way of finding marks returns: all of them, several to a row where there are several. */
export interface Found {
  readonly marks: readonly Mark[];
  readonly vocabulary: readonly string[] | null;
}

const FINDERS: readonly ((grid: Grid) => Found)[] = [selectMarks, choiceMarks, fieldMarks, cellMarks];

/** The marks of a table, by the first kind of control that holds attendance codes in it; null when none does. */
export function marksIn(grid: Grid): Marks | null {
  for (const find of FINDERS) {
    const { marks, vocabulary } = find(grid);
    if (marks.length === 0) continue;
    const byRow = groupBy(marks, ({ row }) => row);
    const single = [...byRow.values()].flatMap((found) => (found.length === 1 ? found : []));
    return { marks: single, several: byRow.size - single.length, vocabulary };
  }
  return null;
}
