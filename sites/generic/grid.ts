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

/** Every table of the page. */
export function gridsOf(document: Document): readonly Grid[] {
  return [...document.querySelectorAll(GRID)].map(readGrid);
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
  const body: Element[] = [];
  const headingRows: Element[] = [];
  for (const row of rowsOf(element)) {
    const place = row.parentElement?.localName;
    if (place === 'thead' || isHeading(row)) headingRows.push(row);
    else if (place !== 'tfoot' && row.firstElementChild) body.push(row);
  }
  const heading = headingRows.findLast((row) => row.parentElement?.localName === 'thead') ?? headingRows[0];
  const headings = heading ? spread(cellsOf(heading)) : [];
  return { element, headings, rows: body.filter((row) => !repeats(row, headings)) };
}

function rowsOf(element: Element): Iterable<Element> {
  if (element instanceof HTMLTableElement && !element.querySelector('[role=row]')) return element.rows;
  return [...element.querySelectorAll(ROW)].filter((row) => row.parentElement?.closest(GRID) === element);
}

function isHeading(row: Element): boolean {
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling)
    if (!cell.matches(HEADING)) return false;
  return row.firstElementChild !== null;
}

/** A long register repeats its headings among the pupils, as ordinary cells. */
function repeats(row: Element, headings: readonly string[]): boolean {
  const [first] = headings;
  if (!(first && row.firstElementChild && textOf(row.firstElementChild) === first)) return false;
  return spread(cellsOf(row)).join('|') === headings.join('|');
}

function spread(cells: readonly Element[]): readonly string[] {
  const headings: string[] = [];
  for (const cell of cells) headings[columnOf(cell)] = textOf(cell) || (cell.getAttribute('title') ?? '');
  return Array.from(headings, (heading) => heading ?? '');
}
