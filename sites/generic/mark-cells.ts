import { groupBy } from '../group-by.ts';
import { readLabel } from '../label.ts';
import { textOf } from '../text.ts';
import { cellsOf, columnOf, type Grid } from './grid.ts';
import type { Found, Mark } from './marks.ts';

/** Rows that decide which columns hold marks. */
const SAMPLE = 60;
const FEWEST = 3;
const CODE_LENGTH = 2;
const TOTAL = /^(?:sub-?)?totals?\b|^(?:number|no\.?|all) (?:of |pupils )?(?:present|absent|late)/i;

/** Marks shown as plain text: a column of bare codes with pupils present among them, not a list of each code once. */
export function cellMarks(grid: Grid): Found {
  const rows = grid.rows.filter((row) => !isTotal(row));
  const columns = new Set(
    [...groupBy(rows.slice(0, SAMPLE).flatMap(cellsWithText), ({ column }) => column)]
      .filter(([, cells]) => holdsMarks(cells.map(({ text }) => text)))
      .map(([column]) => column),
  );
  if (columns.size === 0) return { marks: [], vocabulary: null };
  const marks = rows.flatMap((row) =>
    cellsWithText(row).flatMap(({ cell, column, text }): Mark[] =>
      columns.has(column) ? [{ row, label: text, element: cell, column, field: null }] : [],
    ),
  );
  return { marks, vocabulary: null };
}

function cellsWithText(row: Element): readonly { cell: Element; column: number; text: string }[] {
  return cellsOf(row).map((cell) => ({ cell, column: columnOf(cell), text: textOf(cell) }));
}

function isTotal(row: Element): boolean {
  const first = cellsOf(row)[0];
  return first !== undefined && TOTAL.test(textOf(first));
}

function holdsMarks(texts: readonly string[]): boolean {
  const shown = texts.filter((text) => readLabel(text, null) !== null);
  const codes = shown.filter((text) => text.length <= CODE_LENGTH);
  const known = codes.filter((text) => readLabel(text, null)?.known);
  const present = known.filter((text) => text === '/' || text === '\\');
  return (
    shown.length >= FEWEST &&
    present.length > 0 &&
    codes.length * 10 >= shown.length * 8 &&
    known.length * 2 >= codes.length &&
    new Set(shown).size < shown.length
  );
}
