import { groupBy } from '../group-by.ts';
import { closestAcross, findAll, parentAcross, type Scope, shownText, wordsOf } from './scope.ts';

const GRID = 'table, [role=table], [role=grid], [role=treegrid]';
const ARIA_GRID = '[role=table], [role=grid], [role=treegrid]';
const ROW = 'tr, [role=row]';
const CELL = 'td, th, [role=cell], [role=gridcell], [role=rowheader], [role=columnheader]';
const HEADING = 'th:not([scope=row]), [role=columnheader]';
const HIDDEN = '[hidden], [aria-hidden=true], [style*="display:none" i], [style*="display: none" i]';
const NAME_HEADING =
  /^(?:(?:pupil|student|learner|child)(?:['’]?s)?(?: name)?|(?:full )?name|surname|forename)$/i;

/** One table or grid of the page, by markup or by role, with its own rows only: what is nested in a cell belongs there. */
export interface Piece {
  readonly element: Element;
  readonly headingRows: readonly Element[];
  /** Rows of the body: no heading rows, no footer, none that are kept out of sight. */
  readonly rows: readonly Element[];
}

/** Every table and grid of the page. */
export function piecesOf(scope: Scope): readonly Piece[] {
  const rows = groupBy(findAll(scope, ROW), ownerOf);
  return [...rows].flatMap(([element, all]) => (element ? [pieceOf(scope, element, all)] : []));
}

/** The row's own cells, in order. */
export function cellsOf(row: Element): readonly Element[] {
  if (row instanceof HTMLTableRowElement) return [...row.cells];
  const own = [...row.children].filter((child) => child.matches(CELL));
  if (own.length > 0) return own;
  const inside = row.shadowRoot ?? row;
  return [...inside.querySelectorAll(CELL)].filter((cell) => closestAcross(cell, ROW) === row);
}

/** What a heading says, also where it is a button to sort by. */
export function headingText(scope: Scope, cell: Element): string {
  const said = wordsOf(scope, cell) || (cell.querySelector('select, input') ? '' : shownText(scope, cell));
  return said || cell.getAttribute('aria-label') || cell.getAttribute('title') || '';
}

/** Grids are put together from tables that are none by themselves: theirs is the grid around them. */
function ownerOf(row: Element): Element | null {
  const near = closestAcross(row, GRID);
  if (!near || near.matches(ARIA_GRID)) return near;
  const role = near.getAttribute('role');
  if (role !== 'none' && role !== 'presentation' && !row.hasAttribute('role')) return near;
  const around = parentAcross(near);
  const grid = around && closestAcross(around, ARIA_GRID);
  const cell = around && closestAcross(around, CELL);
  return grid && !(cell && grid.contains(cell)) ? grid : near;
}

function pieceOf(scope: Scope, element: Element, all: readonly Element[]): Piece {
  const headingRows: Element[] = [];
  const rows: Element[] = [];
  for (const row of all) {
    const place = row.parentElement?.localName;
    if (place === 'thead' || isHeading(row)) headingRows.push(row);
    else if (place !== 'tfoot' && row.firstElementChild && !row.matches(HIDDEN)) rows.push(row);
    else if (row.shadowRoot) rows.push(row);
  }
  const [first, second] = rows;
  if (headingRows.length === 0 && first && second && readsAsHeading(scope, first, second))
    return { element, headingRows: [first], rows: rows.slice(1) };
  return { element, headingRows, rows };
}

function isHeading(row: Element): boolean {
  const [first, ...others] = row.firstElementChild?.localName === 'td' ? [] : cellsOf(row);
  return first !== undefined && [first, ...others].every((cell) => cell.matches(HEADING));
}

/** Old pages write their headings as ordinary cells. */
function readsAsHeading(scope: Scope, row: Element, next: Element): boolean {
  const cells = cellsOf(row);
  return (
    cells.length === cellsOf(next).length &&
    !row.querySelector('input, select, textarea') &&
    cells.some((cell) => NAME_HEADING.test(wordsOf(scope, cell)))
  );
}
