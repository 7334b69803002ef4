import { gapAfter, gapNear, gaps, type Span, startIn } from './geometry.ts';
import type { Line } from './measure.ts';

/** How much of a piece is shown: all, as many words as fit, or its sign alone; `figures`: of a count, figures in place of words, of a finding, its first words and what can be done. */
export type Fit = 'full' | 'tight' | 'chip' | 'figures';
/** Where a piece goes: from `x` to the right, with its middle at `centre`. */
export interface Spot {
  readonly fit: Fit;
  readonly x: number;
  readonly centre: number;
  readonly room: number;
}
/** The narrowest gap a finding's words are shown in. */
const TIGHT_PILL = 210;

interface Widths {
  readonly width: number;
  readonly brief: number;
}
interface CountWidths extends Widths {
  readonly least: number;
}

/** The ways a count can be shown, the fullest first. */
export const COUNT_FITS = ['full', 'chip', 'figures'] as const;

/** How wide a count is when it is shown so. */
export function countWidth({ width, brief, least }: CountWidths, fit: (typeof COUNT_FITS)[number]): number {
  return { full: width, chip: brief, figures: least }[fit];
}

/** Where a badge goes in the first of `rooms` that holds it: right of `after`, in `home` if it can. */
export function badgeSpot(
  rooms: Iterable<readonly Span[]>,
  after: number,
  home: Span,
  widths: CountWidths,
  centre: number,
): Spot | null {
  const looked: (readonly Span[])[] = [];
  const spotIn = (free: readonly Span[], fits: readonly (typeof COUNT_FITS)[number][]): Spot | null => {
    for (const fit of fits) {
      const gap = gapAfter(free, after, countWidth(widths, fit), home);
      if (gap) return { fit, x: gap.from, centre, room: gap.to - gap.from };
    }
    return null;
  };
  for (const free of rooms) {
    const spot = spotIn(free, ['full', 'chip']);
    if (spot) return spot;
    looked.push(free);
  }
  // Figures alone only where no room has words: side by side with full counts they are hard to read down a class.
  for (const free of looked) {
    const spot = spotIn(free, ['figures']);
    if (spot) return spot;
  }
  return null;
}

/** Where a finding goes: nearest the mark, with all its words if there is room for them in the row or beside it. */
export function pillSpot(
  line: Line,
  badge: Span | null,
  mark: Span,
  { width, brief, least }: CountWidths,
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
    ['figures', least] as const,
    ['tight', Math.min(least, TIGHT_PILL)] as const,
    ['chip', brief] as const,
  ]) {
    const gap = gapNear(inside, mark, wide) ?? gapNear(beside(), mark, wide);
    if (!gap) continue;
    const room = gap.to - gap.from;
    const needs = fit === 'tight' ? Math.min(least, room) : wide;
    return { fit, x: startIn(gap, mark, needs), centre, room };
  }
  return null;
}
