import { cellsOf, headingText, type Piece } from './pieces.ts';
import type { Scope } from './scope.ts';
import type { Cell } from './sheet.ts';

/** Attributes by which grids name the column of a cell, and of its heading. */
const NAMES = [
  ...['col-id', 'data-field', 'data-columnid', 'data-column-id', 'data-col-id', 'data-colid'],
  ...['tabulator-field', 'data-column', 'data-col', 'headers'],
];

/** How the columns of some tables that stand side by side are told apart, and what is written above them. */
export interface Columns {
  readonly headings: readonly string[];
  /** The cells of a row of the table with this number. */
  of(row: Element, piece: number): readonly Cell[];
}

/** A cell that spans rows takes its place in those below: columns still to be skipped, by column. */
type Spans = Map<number, number>;

/**
 * Columns by the name a grid gives each, else by `aria-colindex`, else by counting cells with their spans. Columns that
 * have been scrolled away are not drawn, so counting is the last resort.
 */
export function columnsOf(scope: Scope, pieces: readonly Piece[]): Columns {
  const samples = pieces.flatMap(({ rows }) => rows.slice(0, 1));
  const cells = samples.flatMap(cellsOf);
  const name = NAMES.find((attribute) => {
    const values = cells.map((cell) => cell.getAttribute(attribute));
    return values.length > 1 && values.every(Boolean) && new Set(values).size === values.length;
  });
  if (name) return byName(scope, pieces, name);
  const numbered = cells.length > 0 && cells.every((cell) => Number(cell.getAttribute('aria-colindex')) > 0);
  const offsets = numbered ? pieces.map(() => 0) : offsetsOf(pieces);
  const spans = pieces.map((): Spans => new Map());
  const of = (row: Element, piece: number) =>
    numbered ? byIndex(row) : counted(row, offsets[piece] ?? 0, spans[piece] as Spans);
  return { headings: headingsOf(scope, pieces, of), of };
}

function byName(scope: Scope, pieces: readonly Piece[], attribute: string): Columns {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const of = (row: Element) =>
    cellsOf(row).flatMap((element): Cell[] => {
      const key = element.getAttribute(attribute);
      return key ? [{ element, column: numberOf(key) }] : [];
    });
  const shown = pieces.flatMap(({ rows }) => rows.slice(0, 1).flatMap(of));
  const headings = pieces
    .flatMap(({ headingRows }) => headingRows)
    .flatMap(cellsOf)
    .map((cell) => [cell.getAttribute(attribute) ?? cell.id, headingText(scope, cell)] as const);
  const said = new Map(headings.filter(([key, text]) => key && text));
  const texts: string[] = [];
  for (const { element, column } of shown) {
    const key = element.getAttribute(attribute) ?? '';
    const tree = element.getRootNode() as Document | ShadowRoot;
    const heading = said.has(key) ? null : tree.getElementById(key);
    texts[column] = said.get(key) ?? (heading ? headingText(scope, heading) : '');
  }
  return { headings: texts, of };
}

const byIndex = (row: Element): readonly Cell[] =>
  cellsOf(row).map((element) => ({ element, column: Number(element.getAttribute('aria-colindex')) - 1 }));

function counted(row: Element, offset: number, spans: Spans): readonly Cell[] {
  let column = offset;
  const skip = (): void => {
    for (let left = spans.get(column) ?? 0; left > 0; left = spans.get(column) ?? 0) {
      spans.set(column, left - 1);
      column++;
    }
  };
  const cells: Cell[] = [];
  for (const element of cellsOf(row)) {
    if (spans.size > 0) skip();
    cells.push({ element, column });
    const width = spanOf(element, 'colspan');
    const height = spanOf(element, 'rowspan');
    for (let i = 0; i < width; i++, column++) if (height > 1) spans.set(column, height - 1);
  }
  if (spans.size > 0) skip();
  return cells;
}

const spanOf = (cell: Element, name: string): number =>
  Number(cell.getAttribute(name) ?? cell.getAttribute(`aria-${name}`) ?? 1) || 1;

/** Each table's columns begin where those of the one before it end. */
function offsetsOf(pieces: readonly Piece[]): readonly number[] {
  let next = 0;
  return pieces.map(({ rows, headingRows }) => {
    const offset = next;
    const widest = [...headingRows, ...rows.slice(0, 3)].map((row) =>
      cellsOf(row).reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0),
    );
    next += Math.max(0, ...widest);
    return offset;
  });
}

/** Of several rows of headings the lowest counts that says something. */
function headingsOf(scope: Scope, pieces: readonly Piece[], of: Columns['of']): readonly string[] {
  const texts: string[] = [];
  pieces.forEach(({ headingRows }, piece) => {
    for (const { element, column } of headingRows.flatMap((row) => of(row, piece))) {
      const said = headingText(scope, element);
      for (let i = 0; said && i < spanOf(element, 'colspan'); i++) texts[column + i] = said;
    }
  });
  return Array.from(texts, (text) => text ?? '');
}
