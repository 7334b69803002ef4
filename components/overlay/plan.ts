import { outwards } from './across.ts';
import type { Container } from './container.ts';
import { gaps, MARGIN, type Span } from './geometry.ts';
import { type Clip, type Line, readLine, rowOf, textEnd } from './measure.ts';
import { badgeSpot, countWidth, pillSpot, type Spot } from './spots.ts';

/** A piece to be placed: its container, and how wide it is when nothing is left out. */
export interface Piece {
  readonly container: Container;
  /** Pieces of one look are as wide as each other. */
  look: string;
  /** Width with nothing left out; 0 until measured. Reset it to 0 when the content changes. */
  width: number;
  /** Width as a chip. */
  brief: number;
  /** Of a count, its width in figures alone; of a finding, with its first words. */
  least: number;
  /** The same however much is left out: a piece is one line. */
  height: number;
}

/** One row's pieces and the page's elements they belong to. */
export interface PlacedRow {
  readonly anchor: Element;
  readonly mark: Element;
  readonly badge: Piece | null;
  readonly pill: Piece | null;
}

/** Where a piece of a row goes. */
export interface Plan {
  readonly piece: Piece;
  /** The row of the page it goes into. */
  readonly line: Element;
  readonly home: DOMRect;
  /** Its line is not scrolled out of sight. */
  readonly seen: boolean;
  spot: Spot | null;
}
/** A badge's plan, with the free room right of the name in its row. */
export interface BadgePlan extends Plan {
  readonly free: readonly Span[];
  readonly centre: number;
}

/** What is planned for one row. */
export interface RowPlan {
  readonly badge: BadgePlan | null;
  readonly pill: Plan | null;
}

/** What several registers whose rows are the same lines of the page have laid there already. */
export type Laid = Map<Element, Span[]>;

const LINE_HEIGHT = 26;
/** The page around one row. */
export interface PageRoom {
  readonly clip: Clip;
  readonly laid: Laid;
  /** How far to the sides pieces of this row may stand; null where no other pupil is on its lines. */
  readonly reach: Span | null;
}
const NO_ROOM: Span = { from: 0, to: 0 };

function lineOf(
  row: Element,
  { anchor, mark }: PlacedRow,
  centre: number,
  { container: { host } }: Piece,
  { clip, laid, reach }: PageRoom,
): Line {
  const open = new Set([...outwards(anchor), ...outwards(mark)]);
  const also = laid.get(row) ?? [];
  const line = readLine(row, centre, LINE_HEIGHT, { clip, solid: mark, open, host, also });
  if (!reach) return line;
  const { from, to } = line.bounds;
  return {
    ...line,
    bounds: { from: Math.max(from, reach.from), to: Math.min(to, reach.to) },
    // Right of several pupils on one line, nobody could tell whose a piece is.
    beside: () => ({ bounds: NO_ROOM, taken: [] }),
  };
}

/** Where a row's count goes, in its own room; null spot: nowhere. Only reads the page. */
export function planBadge(placed: PlacedRow, badge: Piece, page: PageRoom): BadgePlan {
  const { anchor, mark } = placed;
  const { right, centre } = textEnd(anchor);
  const row = rowOf(anchor, mark);
  const line = lineOf(row, placed, centre, badge, page);
  const cell = anchor.getBoundingClientRect();
  const home = { from: cell.left, to: cell.right - MARGIN };
  const free = gaps(line.bounds, line.taken)
    .map(({ from, to }) => ({ from: Math.max(from, right), to }))
    .filter(({ from, to }) => to > from);
  const { seen } = line;
  const spot =
    badgeSpot(roomsOf(line, free), right, home, badge, centre) ??
    (seen ? spotElsewhere(row, placed, badge, centre, page) : null);
  const host = badge.container.host.getBoundingClientRect();
  return { piece: badge, line: row, home: host, seen, spot, free, centre };
}

/** Room for a badge on another line of a card than the name's. */
function spotElsewhere(
  row: Element,
  placed: PlacedRow,
  badge: Piece,
  name: number,
  page: PageRoom,
): Spot | null {
  const { left, right } = placed.anchor.getBoundingClientRect();
  const { top, bottom } = placed.mark.getBoundingClientRect();
  // Not where a finding may come.
  for (const centre of otherLines(row, name, (top + bottom) / 2)) {
    const { bounds, taken } = lineOf(row, placed, centre, badge, page);
    const home = { from: left, to: right };
    const spot = badgeSpot([gaps(bounds, taken)], bounds.from, home, badge, centre);
    if (spot) return spot;
  }
  return null;
}

/** The middles of a card's other lines, the nearest to `from` first; none that would meet what stands at `clear`. */
function otherLines(row: Element, from: number, clear: number | null): readonly number[] {
  const box = row.getBoundingClientRect();
  if (box.height < 3 * LINE_HEIGHT) return [];
  const middles: number[] = [];
  for (let at = box.top + LINE_HEIGHT / 2; at <= box.bottom - LINE_HEIGHT / 2; at += LINE_HEIGHT / 2)
    if (clear === null || Math.abs(at - clear) >= LINE_HEIGHT) middles.push(at);
  return middles.sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
}

/** The room in the row, then the room beside it, which is dear and looked at only when it is asked for. */
function* roomsOf(line: Line, free: readonly Span[]): Iterable<readonly Span[]> {
  yield free;
  const { bounds, taken } = line.beside();
  yield gaps(bounds, taken);
}

/** Where a row's finding goes. A finding goes before a count: where there is room for one of them, the count makes way. */
export function planPill(placed: PlacedRow, pill: Piece, badge: BadgePlan | null, page: PageRoom): Plan {
  const { anchor, mark } = placed;
  const box = mark.getBoundingClientRect();
  const centre = (box.top + box.bottom) / 2;
  const row = rowOf(mark, anchor);
  const line = lineOf(row, placed, centre, pill, page);
  const near = { from: box.left, to: box.right };
  const inWay = badge?.spot && Math.abs(badge.spot.centre - centre) < LINE_HEIGHT ? badge : null;
  let spot = pillSpot(line, inWay && spanOf(inWay), near, pill, centre);
  if (!spot && inWay) {
    spot = pillSpot(line, null, near, pill, centre);
    if (spot) inWay.spot = spotElsewhere(inWay.line, placed, inWay.piece, inWay.centre, page);
  }
  for (const other of line.seen && !spot ? otherLines(row, centre, badge?.spot?.centre ?? null) : []) {
    spot = pillSpot(lineOf(row, placed, other, pill, page), null, near, pill, other);
    if (spot) break;
  }
  const home = pill.container.host.getBoundingClientRect();
  return { piece: pill, line: row, home, seen: line.seen, spot };
}

/** What a piece takes of its line; null where it found no place. */
export function spanOf({ piece, spot }: Plan): Span | null {
  if (!spot) return null;
  const wide = spot.fit === 'tight' ? Math.min(piece.least, spot.room) : countWidth(piece, spot.fit);
  return { from: spot.x, to: spot.x + wide };
}
