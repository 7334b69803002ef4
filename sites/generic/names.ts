import { groupBy } from '../group-by.ts';
import { readLabel } from '../label.ts';
import { textOf } from '../text.ts';
import { cellsOf, columnOf, type Grid } from './grid.ts';

const ROW_HEADING = 'th[scope=row], [role=rowheader]';
const NAME_HEADING = /\b(?:name|pupil|student|learner|child)\b/i;
const OTHER_HEADING = /\b(?:id|no|number|upn|photo|notes?|comments?|reasons?|tutor|teacher)\b/i;
const NAME = /\p{L}{2,}[,\s]+.*\p{L}/u;
const SAMPLE = 20;

/** Whose row it is, and where that stands. */
export interface Name {
  /** As shown; null when no cell of the row looks like a name. */
  readonly name: string | null;
  readonly anchor: Element;
}

/** Finds the column of names once, then reads it row by row. */
export function nameReader(grid: Grid, rows: readonly Element[], markColumn: number): (row: Element) => Name {
  const column = nameColumn(grid, rows.slice(0, SAMPLE), markColumn);
  return (row) => {
    const cells = cellsOf(row);
    const cell = cells.find((one) => columnOf(one) === column);
    const words = cell ? textOf(cell.querySelector('a') ?? cell) || textOf(cell) : '';
    return { name: words || null, anchor: cell ?? cells[0] ?? row };
  };
}

function nameColumn(grid: Grid, sample: readonly Element[], markColumn: number): number {
  const cells = sample.flatMap((row) => cellsOf(row).map((cell) => ({ cell, column: columnOf(cell) })));
  const heading = cells.find(({ cell }) => cell.matches(ROW_HEADING));
  if (heading) return heading.column;
  const titled = grid.headings.findIndex((text) => NAME_HEADING.test(text) && !OTHER_HEADING.test(text));
  if (titled >= 0 && titled !== markColumn) return titled;
  const likely = [...groupBy(cells, ({ column }) => column)].find(
    ([column, list]) =>
      column !== markColumn && list.filter(({ cell }) => isName(textOf(cell))).length * 10 >= list.length * 7,
  );
  return likely?.[0] ?? -1;
}

const isName = (text: string): boolean => NAME.test(text) && !readLabel(text, 'AM')?.known;
