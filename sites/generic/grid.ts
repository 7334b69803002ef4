import { textOf } from '../text.ts';

const GRID = 'table, [role=table], [role=grid], [role=treegrid]';
const ROW = 'tr, [role=row]';
const CELL = 'td, th, [role=cell], [role=gridcell], [role=rowheader], [role=columnheader]';
const HEADING = 'th:not([scope=row]), [role=columnheader]';

/** A table, by markup or by role, with its own rows only: what is nested in a cell belongs to that cell. */
export interface Grid {
  readonly element: Element;
  /** The headings in the order of the columns; empty where there are none. */
  readonly headings: readonly string[];
  /** Rows of the body: no heading rows, no repeats of them, no footer. */
  readonly rows: readonly Element[];
}

/** Every table of the page, those on screen alone where any is. */
export function gridsOf(document: Document): readonly Grid[] {
  const all = [...document.querySelectorAll(GRID)];
  const onScreen = all.filter((element) => element.checkVisibility());
  return (onScreen.length > 0 ? onScreen : all).map(readGrid);
}

/** The row's own cells, in order. */
export function cellsOf(row: Element): readonly Element[] {
  return [...row.children].filter((child) => child.matches(CELL));
}

/** The number of a cell's column, from 0, counting cells that span several. */
export function columnOf(cell: Element): number {
  let column = 0;
  for (let before = cell.previousElementSibling; before; before = before.previousElementSibling)
    column += Number(before.getAttribute('colspan') ?? before.getAttribute('aria-colspan') ?? 1) || 1;
  return column;
}

/** The cell of `grid` that holds `node`, however deep; null when none does. */
export function cellAround(grid: Grid, node: Element): Element | null {
  let cell = node.closest(CELL);
  while (cell && cell.parentElement?.closest(GRID) !== grid.element)
    cell = cell.parentElement?.closest(CELL) ?? null;
  return cell;
}

function readGrid(element: Element): Grid {
  const own = [...element.querySelectorAll(ROW)].filter(
    (row) => row.parentElement?.closest(GRID) === element,
  );
  const isHeading = (row: Element): boolean => {
    const cells = cellsOf(row);
    return (
      row.closest('thead') !== null || (cells.length > 0 && cells.every((cell) => cell.matches(HEADING)))
    );
  };
  const heading = own.filter(isHeading).findLast((row) => row.closest('thead')) ?? own.find(isHeading);
  const headings = heading ? spread(cellsOf(heading)) : [];
  const repeated = headings.join('|');
  const rows = own.filter((row) => {
    if (row.closest('tfoot') || isHeading(row)) return false;
    const cells = cellsOf(row);
    const [first] = cells;
    if (!first) return false;
    return !headings[0] || textOf(first) !== headings[0] || cells.map(textOf).join('|') !== repeated;
  });
  return { element, headings, rows };
}

function spread(cells: readonly Element[]): readonly string[] {
  const headings: string[] = [];
  for (const cell of cells) headings[columnOf(cell)] = textOf(cell) || (cell.getAttribute('title') ?? '');
  return Array.from(headings, (heading) => heading ?? '');
}
