import { groupBy } from '../group-by.ts';
import { isName } from './names.ts';
import { cellsOf, type Piece } from './pieces.ts';
import { commonAncestor, containsAcross, parentAcross, type Scope, wordsOf } from './scope.ts';

/** Attributes by which two halves of one row are known to belong together. */
const ROW_KEYS = [
  ...[
    'aria-rowindex',
    'row-id',
    'row-index',
    'data-rowindex',
    'data-row-index',
    'data-index',
    'data-recordid',
  ],
  ...[
    'data-recordindex',
    'data-record-id',
    'data-uid',
    'data-row-key',
    'data-rowkey',
    'data-row-id',
    'data-rowid',
  ],
  ...['data-id', 'data-key', 'data-row', 'data-ri', 'data-rk', 'data-pupil-id', 'data-student-id'],
];
const SAMPLE = 10;
/** How far above a table its other half may be held together with it. */
const LEVELS = 4;
const SAME_HEIGHT = 3;

const UNEQUAL = 'The names and the marks of this register stand in two tables of different length.';
const ASKEW = 'The names and the marks of this register stand in two tables that do not run side by side.';

/** The parts of one row, and in which of the tables each stands. */
export interface Joined {
  readonly parts: readonly Element[];
  readonly pieces: readonly number[];
}

/**
 * Tables in groups that show the same rows side by side, as frozen columns do: names in one, none in the other. A group
 * whose rows cannot be matched stays apart, with the reason in `fault`.
 */
export function halvesIn(
  scope: Scope,
  bodies: readonly Piece[],
): { readonly joined: readonly (readonly Piece[])[]; readonly fault: ReadonlyMap<Piece, string> } {
  const fault = new Map<Piece, string>();
  if (bodies.length < 2) return { joined: bodies.map((body) => [body]), fault };
  const named = new Map(bodies.map((body) => [body, body.rows.length > 1 && hasNames(scope, body)]));
  const joined: (readonly Piece[])[] = [];
  let open: readonly Piece[] = [];
  for (const body of bodies) {
    const last = open.at(-1);
    const group = [...open, body];
    if (
      last &&
      body.rows.length > 1 &&
      group.filter((one) => named.get(one)).length === 1 &&
      areNear(group, bodies)
    ) {
      const reason = whyApart(group);
      if (reason === null) {
        open = group;
        continue;
      }
      if (reason !== '') for (const one of group) fault.set(one, reason);
    }
    if (open.length > 0) joined.push(open);
    open = [body];
  }
  return { joined: open.length > 0 ? [...joined, open] : joined, fault };
}

/** The rows of tables side by side, and of grids that draw a row in several parts. In the order of the longest half. */
export function joinRows(pieces: readonly Piece[]): readonly Joined[] {
  const rows = pieces.flatMap((piece, i) => piece.rows.map((row) => ({ row, i })));
  const key = sharedKey(rows.map(({ row }) => row));
  if (key)
    return [...groupBy(rows, ({ row }) => row.getAttribute(key)).values()].map((parts) => ({
      parts: parts.map(({ row }) => row),
      pieces: parts.map(({ i }) => i),
    }));
  const [first, ...others] = pieces;
  if (!first) return [];
  return first.rows.map((row, at) => {
    const beside = others.flatMap(({ rows }) => rows.slice(at, at + 1));
    return { parts: [row, ...beside], pieces: [row, ...beside].map((_, i) => i) };
  });
}

/** An attribute that every row has, with the same value in different places and never twice in one. */
function sharedKey(rows: readonly Element[]): string | undefined {
  return ROW_KEYS.find((attribute) => {
    if (!rows[0]?.hasAttribute(attribute)) return false;
    if (!rows.every((row) => row.hasAttribute(attribute))) return false;
    const groups = [...groupBy(rows, (row) => row.getAttribute(attribute)).values()];
    return (
      groups.length < rows.length &&
      groups.every((group) => new Set(group.map(({ parentNode }) => parentNode)).size === group.length)
    );
  });
}

/** Null: they can be joined. Blank: they are not halves of anything. */
function whyApart(group: readonly Piece[]): string | null {
  if (sharedKey(group.flatMap(({ rows }) => rows)) !== undefined) return null;
  const [first, second] = group.slice(-2);
  if (!(first && second) || first.rows.length < 2 || second.rows.length < 2) return '';
  const [a, b] = [first.element, second.element].map((element) => element.getBoundingClientRect());
  if (!(a && b) || Math.abs(a.top - b.top) > SAME_HEIGHT) return '';
  if (a.left < b.right && b.left < a.right) return '';
  if (first.rows.length !== second.rows.length) return UNEQUAL;
  const level = first.rows.every((row, i) => isLevel(row, second.rows[i] as Element));
  return level ? null : ASKEW;
}

function isLevel(row: Element, other: Element): boolean {
  return Math.abs(row.getBoundingClientRect().top - other.getBoundingClientRect().top) <= SAME_HEIGHT;
}

function areNear(group: readonly Piece[], bodies: readonly Piece[]): boolean {
  const elements = group.map(({ element }) => element);
  const around = commonAncestor(elements);
  if (!around || elements.includes(around)) return false;
  const near = elements.every((element) => {
    let at: Element | null = element;
    for (let up = 0; at && up < LEVELS; up++) {
      at = parentAcross(at);
      if (at === around) return true;
    }
    return false;
  });
  return near && bodies.every((body) => group.includes(body) || !isBetween(body, around, elements));
}

/** Another table in the same block makes it doubtful what belongs together; one nested in a cell does not. */
function isBetween({ element }: Piece, around: Element, group: readonly Element[]): boolean {
  if (element === around || !containsAcross(around, element)) return false;
  if (group.some((one) => containsAcross(one, element))) return false;
  return (
    group.some((one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) &&
    group.some((one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
  );
}

function hasNames(scope: Scope, { rows }: Piece): boolean {
  const sample = rows.slice(0, SAMPLE);
  const named = sample.filter((row) => cellsOf(row).some((cell) => isName(wordsOf(scope, cell))));
  return named.length * 2 > sample.length;
}
