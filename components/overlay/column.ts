import type { BadgePlan } from './plan.ts';
import { COUNT_FITS, countWidth } from './spots.ts';

/** How many of the rows must hold a badge at one place for the badges to stand in a column there. */
const QUORUM = 0.8;

/** Where counts stand one under the other, and how much of them is shown. */
export interface Column {
  readonly x: number;
  readonly fit: (typeof COUNT_FITS)[number];
}

/**
 * Badges stand in one column where most rows have room at the same place, in full or else briefer: a ragged edge is hard
 * to read across a classroom. Null where there is no such place.
 */
export function columnOf(plans: readonly BadgePlan[]): Column | null {
  const places = [...new Set(plans.flatMap(({ free }) => free.map(({ from }) => from)))].sort(
    (a, b) => a - b,
  );
  for (const fit of COUNT_FITS) {
    const isPlace = (x: number) =>
      plans.filter((plan) => gapAt(plan, { x, fit })).length >= QUORUM * plans.length;
    const x = places.find(isPlace);
    if (x !== undefined) return { x, fit };
  }
  return null;
}

/** Rows without room in the column keep their own. */
export function toColumn(plan: BadgePlan, column: Column): void {
  const gap = gapAt(plan, column);
  const { x, fit } = column;
  if (gap) plan.spot = { fit, x, centre: plan.centre, room: gap.to - gap.from };
}

const gapAt = ({ free, piece }: BadgePlan, { x, fit }: Column) =>
  free.find(({ from, to }) => from <= x && x + countWidth(piece, fit) <= to);
