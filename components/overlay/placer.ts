import { outwards } from './across.ts';
import type { Container } from './container.ts';
import { gaps, MARGIN, type Span } from './geometry.ts';
import { type Clip, clipOf, type Line, readLine, rowOf, textEnd } from './measure.ts';
import { reaches } from './reach.ts';
import { badgeSpot, COUNT_FITS, countWidth, type Fit, pillSpot, type Spot } from './spots.ts';

/** A piece to be placed: its container, and how wide it is when nothing is left out. */
export interface Piece {
  readonly container: Container;
  /** Pieces of one look are as wide as each other. */
  look: string;
  /** Width with nothing left out; 0 until measured. Reset it to 0 when the content changes. */
  width: number;
  /** Width as a chip. */
  brief: number;
  /** Of a count, its width in figures alone. */
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

interface Plan {
  readonly piece: Piece;
  /** The row of the page it goes into. */
  readonly line: Element;
  readonly home: DOMRect;
  /** Its line is not scrolled out of sight. */
  readonly seen: boolean;
  spot: Spot | null;
}
/** A badge's plan, with the free room right of the name in its row. */
interface BadgePlan extends Plan {
  readonly free: readonly Span[];
  readonly centre: number;
}

/** What could not be shown as it should. */
export interface Room {
  /** Pieces that found no room at all in a row that can be seen. */
  readonly unplaced: number;
  /** Rows, by their place in the list, whose finding shows as a sign without its words. */
  readonly wordless: ReadonlySet<number>;
}

const LINE_HEIGHT = 26;
/** How many of the rows must hold a badge at one place for the badges to stand in a column there. */
const QUORUM = 0.8;

/** What several registers whose rows are the same lines of the page have laid there already. */
export type Laid = Map<Element, Span[]>;

/**
 * Lays every piece into free room of its own row, covering no text, no control and nothing of `laid`, which it adds to:
 * first reads all rows, then writes.
 */
export function place(rows: readonly PlacedRow[], document: Document, laid: Laid): Room {
  const pieces = rows.flatMap(({ badge, pill }) => [badge, pill].filter((piece) => piece !== null));
  measure(pieces.filter(({ width }) => width === 0));

  const page = { clip: clipOf(document), laid };
  const reach = reaches(rows);
  const pageAt = (i: number) => ({ ...page, reach: reach[i] ?? null });
  const badges = rows.map((row, i) => (row.badge ? planBadge(row, row.badge, pageAt(i)) : null));
  align(badges.filter((plan) => plan !== null));
  const pills = rows.map((row, i) =>
    row.pill ? planPill(row, row.pill, badges[i] ?? null, pageAt(i)) : null,
  );
  const plans: readonly Plan[] = [...badges, ...pills].filter((plan) => plan !== null);
  for (const plan of plans) {
    const span = spanOf(plan);
    if (span) laid.set(plan.line, [...(laid.get(plan.line) ?? []), span]);
  }
  for (const { piece, spot } of plans) setFit(piece.container, spot?.fit ?? 'full', spot);
  for (const plan of plans) move(plan);
  const wordless = pills.flatMap((plan, i) =>
    plan && plan.spot?.fit !== 'full' && plan.spot?.fit !== 'tight' ? [i] : [],
  );
  const unplaced = plans.filter(({ spot, seen }) => spot === null && seen).length;
  return { unplaced, wordless: new Set(wordless) };
}

/** One piece of each look is measured: every change of size costs the browser a layout. */
function measure(pieces: readonly Piece[]): void {
  const looks = new Map(pieces.map((piece) => [piece.look, piece]));
  for (const { container } of looks.values()) setFit(container, 'figures', null);
  for (const piece of looks.values()) piece.least = Math.ceil(boxOf(piece).width);
  for (const { container } of looks.values()) setFit(container, 'chip', null);
  for (const piece of looks.values()) piece.brief = Math.ceil(boxOf(piece).width);
  for (const { container } of looks.values()) setFit(container, 'full', null);
  for (const piece of looks.values()) {
    const { width, height } = boxOf(piece);
    piece.width = Math.ceil(width);
    piece.height = height;
  }
  for (const piece of pieces) {
    const { least, brief, width, height } = looks.get(piece.look) ?? piece;
    Object.assign(piece, { least, brief, width, height });
  }
}

const boxOf = ({ container }: Piece): DOMRect => container.inner.getBoundingClientRect();

interface PageRoom {
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

function planBadge(placed: PlacedRow, badge: Piece, page: PageRoom): BadgePlan {
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

/** A finding goes before a count: where there is room for one of them, the count makes way. */
function planPill(placed: PlacedRow, pill: Piece, badge: BadgePlan | null, page: PageRoom): Plan {
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

function spanOf({ piece, spot }: Plan): Span | null {
  if (!spot) return null;
  const wide = spot.fit === 'tight' ? Math.min(piece.width, spot.room) : countWidth(piece, spot.fit);
  return { from: spot.x, to: spot.x + wide };
}

/**
 * Badges stand in one column where most rows have room at the same place, in full or else briefer: a ragged edge is hard
 * to read across a classroom. Rows without room there keep their own.
 */
function align(plans: readonly BadgePlan[]): void {
  for (const fit of COUNT_FITS) {
    const gapAt = (plan: BadgePlan, x: number) =>
      plan.free.find(({ from, to }) => from <= x && x + countWidth(plan.piece, fit) <= to);
    const places = [...new Set(plans.flatMap(({ free }) => free.map(({ from }) => from)))].sort(
      (a, b) => a - b,
    );
    const column = places.find((x) => plans.filter((plan) => gapAt(plan, x)).length >= QUORUM * plans.length);
    if (column === undefined) continue;
    for (const plan of plans) {
      const gap = gapAt(plan, column);
      if (gap) plan.spot = { fit, x: column, centre: plan.centre, room: gap.to - gap.from };
    }
    return;
  }
}

function move({ piece: { container, height }, home, spot }: Plan): void {
  const { style } = container.inner;
  style.visibility = spot ? 'visible' : 'hidden';
  if (!spot) return;
  style.translate = `${Math.round(spot.x - home.left)}px ${Math.round(spot.centre - height / 2 - home.top)}px`;
}

function setFit({ inner }: Container, fit: Fit, spot: Spot | null): void {
  const maxWidth = fit === 'tight' && spot ? `${Math.floor(spot.room)}px` : '';
  if (inner.dataset.fit !== fit) inner.dataset.fit = fit;
  if (inner.style.maxWidth !== maxWidth) inner.style.maxWidth = maxWidth;
}
