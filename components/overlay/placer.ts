import type { Container } from './container.ts';
import { gapAfter, gapNear, gaps, MARGIN, type Span, startIn } from './geometry.ts';
import { type Clip, clipOf, type Line, readLine, rowOf, textEnd } from './measure.ts';

/** A piece to be placed: its container, and how wide it is when nothing is left out. */
export interface Piece {
  readonly container: Container;
  /** Width with nothing left out; 0 until measured. Reset it to 0 when the content changes. */
  width: number;
  /** Width at its briefest. */
  brief: number;
}

/** One row's pieces and the page's elements they belong to. */
export interface PlacedRow {
  readonly anchor: Element;
  readonly mark: Element;
  readonly badge: Piece | null;
  readonly pill: Piece | null;
}

type Fit = 'full' | 'tight' | 'chip';
interface Spot {
  readonly fit: Fit;
  readonly x: number;
  readonly centre: number;
  readonly room: number;
}
interface Plan {
  readonly piece: Piece;
  readonly home: DOMRect;
  spot: Spot | null;
  gap: Span | null;
}

const LINE_HEIGHT = 26;
/** The narrowest gap a finding's words are shown in. */
const TIGHT_PILL = 210;

/**
 * Lays every piece into free room of its own row, covering no text and no control: first reads all rows, then writes.
 * Returns how many pieces found no room; those are not shown.
 */
export function place(rows: readonly PlacedRow[], document: Document): number {
  const pieces = rows.flatMap(({ badge, pill }) => [badge, pill].filter((piece) => piece !== null));
  measure(pieces.filter(({ width }) => width === 0));

  const clip = clipOf(document);
  const plans = rows.flatMap((row) => planRow(row, clip));
  align(plans);
  for (const { piece, spot } of plans) setFit(piece.container, spot?.fit ?? 'full', spot);
  const heights = plans.map(({ piece }) => piece.container.inner.getBoundingClientRect().height);
  plans.forEach((plan, index) => {
    move(plan, heights[index] ?? LINE_HEIGHT);
  });
  return plans.filter(({ spot }) => spot === null).length;
}

function measure(pieces: readonly Piece[]): void {
  for (const { container } of pieces) setFit(container, 'chip', null);
  for (const piece of pieces) piece.brief = widthOf(piece);
  for (const { container } of pieces) setFit(container, 'full', null);
  for (const piece of pieces) piece.width = widthOf(piece);
}

const widthOf = ({ container }: Piece) => Math.ceil(container.inner.getBoundingClientRect().width);

function planRow({ anchor, mark, badge, pill }: PlacedRow, clip: Clip): Plan[] {
  const plans: Plan[] = [];
  let placed: Span | null = null;
  if (badge) {
    const { right, centre } = textEnd(anchor);
    const line = readLine(rowOf(anchor, mark), centre, LINE_HEIGHT, clip, mark);
    const { spot, gap } = badgeSpot(line, right, anchor, badge, centre);
    if (spot) placed = { from: spot.x, to: spot.x + (spot.fit === 'full' ? badge.width : badge.brief) };
    plans.push({ piece: badge, home: badge.container.host.getBoundingClientRect(), spot, gap });
  }
  if (pill) {
    const box = mark.getBoundingClientRect();
    const centre = (box.top + box.bottom) / 2;
    const line = readLine(rowOf(mark, anchor), centre, LINE_HEIGHT, clip, mark);
    const spot = pillSpot(line, placed, { from: box.left, to: box.right }, pill, centre);
    plans.push({ piece: pill, home: pill.container.host.getBoundingClientRect(), spot, gap: null });
  }
  return plans;
}

function badgeSpot(line: Line, after: number, anchor: Element, { width, brief }: Piece, centre: number) {
  const cell = anchor.getBoundingClientRect();
  const home = { from: cell.left, to: cell.right - MARGIN };
  for (const room of [() => line, line.beside]) {
    const { bounds, taken } = room();
    for (const [fit, wide] of [['full', width] as const, ['chip', brief] as const]) {
      const gap = gapAfter(gaps(bounds, taken), after, wide, home);
      if (gap) return { spot: { fit, x: gap.from, centre, room: gap.to - gap.from }, gap };
    }
  }
  return { spot: null, gap: null };
}

function pillSpot(
  line: Line,
  badge: Span | null,
  mark: Span,
  { width, brief }: Piece,
  centre: number,
): Spot | null {
  const free = ({ bounds, taken }: Pick<Line, 'bounds' | 'taken'>) =>
    gaps(bounds, badge ? [...taken, badge] : taken);
  const inside = free(line);
  let outside: readonly Span[] | undefined;
  const beside = () => {
    outside ??= free(line.beside());
    return outside;
  };
  for (const [fit, wide] of [
    ['full', width] as const,
    ['tight', Math.min(width, TIGHT_PILL)] as const,
    ['chip', brief] as const,
  ]) {
    const gap = gapNear(inside, mark, wide) ?? gapNear(beside(), mark, wide);
    if (!gap) continue;
    const room = gap.to - gap.from;
    const needs = fit === 'tight' ? Math.min(width, room) : wide;
    return { fit, x: startIn(gap, mark, needs), centre, room };
  }
  return null;
}

/** Badges that have the room stand in one column: a ragged edge is hard to read across a classroom. */
function align(plans: readonly Plan[]): void {
  const wide = plans.filter(({ gap, spot }) => gap && spot?.fit === 'full');
  const column = Math.max(...wide.map(({ gap }) => gap?.from ?? 0));
  for (const plan of wide)
    if (plan.gap && plan.spot && column + plan.piece.width <= plan.gap.to)
      plan.spot = { ...plan.spot, x: column };
}

function move({ piece, home, spot }: Plan, height: number): void {
  const { style } = piece.container.inner;
  style.visibility = spot ? 'visible' : 'hidden';
  if (!spot) return;
  style.translate = `${Math.round(spot.x - home.left)}px ${Math.round(spot.centre - height / 2 - home.top)}px`;
}

function setFit({ inner }: Container, fit: Fit, spot: Spot | null): void {
  inner.dataset.fit = fit;
  inner.style.maxWidth = fit === 'tight' && spot ? `${Math.floor(spot.room)}px` : '';
}
