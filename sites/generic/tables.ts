import { groupBy } from '../group-by.ts';
import { columnsOf } from './columns.ts';
import { halvesIn, joinRows } from './halves.ts';
import { cellsOf, type Piece, piecesOf } from './pieces.ts';
import { closestAcross, commonAncestor, containsAcross, parentAcross, type Scope } from './scope.ts';
import { seenOf } from './seen.ts';
import { type Line, type Sheet, sheetOf } from './sheet.ts';
import { linesByRoom } from './undrawn.ts';

/** How far above a table its headings, or its other half, may be held together with it. */
const LEVELS = 5;

/** Every table and grid of the page, put together again where a page builds one of several. */
export function tableSheets(scope: Scope): readonly Sheet[] {
  const pieces = stacked(seenOf(piecesOf(scope), ({ element }) => element));
  const heads = pieces.filter(({ rows, headingRows }) => rows.length === 0 && headingRows.length > 0);
  const bodies = withHeadings(
    pieces.filter(({ rows }) => rows.length > 0),
    heads,
  );
  const { joined, fault } = halvesIn(scope, bodies);
  return joined.map((pieces) => sheetFrom(scope, pieces, fault.get(pieces[0] as Piece) ?? null));
}

/** A table for every row, one under the other, is one table. */
function stacked(pieces: readonly Piece[]): readonly Piece[] {
  const single = pieces.filter(({ rows, headingRows }) => rows.length === 1 && headingRows.length === 0);
  const stacks = [...groupBy(single, ({ element }) => parentAcross(element))].filter(
    ([parent, stack]) => parent && stack.length > 1 && new Set(stack.map(width)).size === 1,
  );
  const taken = new Set(stacks.flatMap(([, stack]) => stack));
  return [
    ...pieces.filter((piece) => !taken.has(piece)),
    ...stacks.map(([parent, stack]) => ({
      element: parent as Element,
      headingRows: [],
      rows: stack.flatMap(({ rows }) => rows),
    })),
  ];
}

const width = ({ rows: [row] }: Piece): number => (row ? cellsOf(row).length : 0);

/** Gives tables without headings those of the table that stands above them for this. */
function withHeadings(bodies: readonly Piece[], heads: readonly Piece[]): readonly Piece[] {
  if (heads.length === 0) return bodies;
  const bare = bodies.filter(({ headingRows }) => headingRows.length === 0);
  const found = new Map(bare.map((body) => [body, headAbove(body, bare, heads)]));
  return bodies.map((body) => {
    const head = found.get(body);
    return head ? { ...body, headingRows: head.headingRows } : body;
  });
}

function headAbove(body: Piece, bodies: readonly Piece[], heads: readonly Piece[]): Piece | null {
  let around = parentAcross(body.element);
  for (let up = 0; around && up < LEVELS; up++, around = parentAcross(around)) {
    const inside = (piece: Piece): boolean => containsAcross(around as Element, piece.element);
    const near = heads.filter(inside);
    if (near.length === 0) continue;
    const beside = bodies.filter(inside);
    const head =
      near.length === beside.length ? near[beside.indexOf(body)] : near.find((one) => fits(one, body));
    return head && fits(head, body) ? head : null;
  }
  return null;
}

/** Headings may have one column more, above the bar that scrolls the body. */
function fits(head: Piece, body: Piece): boolean {
  const own = head.headingRows.map((row) => cellsOf(row).length);
  return own.some((count) => count === width(body) || count === width(body) + 1);
}

function sheetFrom(scope: Scope, pieces: readonly Piece[], fault: string | null): Sheet {
  const columns = columnsOf(scope, pieces);
  const isRepeat = repeats(columns.headings);
  const lines = joinRows(pieces).flatMap(({ parts, pieces: numbers }): Line[] => {
    const cells = parts.flatMap((part, i) => columns.of(part, numbers[i] ?? 0));
    return cells.length === 0 || isRepeat(cells) ? [] : [{ parts, cells }];
  });
  const root = commonAncestor(pieces.map(({ element }) => element)) as Element;
  return sheetOf({
    scope,
    root,
    headings: columns.headings,
    lines,
    linesInAll: linesInAll(root, pieces, lines.length) ?? (pieces.some(isTable) ? null : linesByRoom(lines)),
    fault,
    aligned: true,
  });
}

/** A long register repeats its headings among the pupils, as ordinary cells. */
function repeats(headings: readonly string[]): (cells: Line['cells']) => boolean {
  const said = headings.map((text, column) => ({ text, column })).filter(({ text }) => text !== '');
  return (cells) =>
    said.length > 1 &&
    said.every(({ text, column }) => {
      const cell = cells.find((one) => one.column === column)?.element;
      return cell !== undefined && (cell.textContent ?? '').replace(/\s+/g, ' ').trim() === text;
    });
}

/** What a grid says of its length, where it has drawn only part of it. */
const isTable = ({ element, rows: [row] }: Piece): boolean =>
  element.localName === 'table' && row?.localName === 'tr';

function linesInAll(root: Element, pieces: readonly Piece[], drawn: number): number | null {
  const grid = closestAcross(root, '[aria-rowcount]');
  const said = Number(grid?.getAttribute('aria-rowcount'));
  const rows = pieces.flatMap(({ headingRows }) => headingRows);
  // Side by side, two rows of headings are one.
  const beside = groupBy(rows, ({ parentNode }) => parentNode);
  const numbers = new Set(rows.map((row) => row.getAttribute('aria-rowindex')));
  const headings = numbers.has(null)
    ? Math.max(0, ...[...beside.values()].map(({ length }) => length))
    : numbers.size;
  return said - headings > drawn ? said - headings : null;
}
