/** A run of pixels along one line, left to right. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Room kept clear on both sides of anything of the page's. */
export const MARGIN = 6;

/** What is left of `bounds` when `taken` and a margin around it are cut out, left to right. */
export function gaps(bounds: Span, taken: readonly Span[]): Span[] {
  const free: Span[] = [];
  let at = bounds.from;
  for (const { from, to } of [...taken].sort((a, b) => a.from - b.from)) {
    if (from - MARGIN > at) free.push({ from: at, to: Math.min(from - MARGIN, bounds.to) });
    at = Math.max(at, to + MARGIN);
  }
  if (at < bounds.to) free.push({ from: at, to: bounds.to });
  return free.filter(({ from, to }) => to > from);
}

/** The first gap right of `after` that holds `width`, within `home` if one does; null when none does. */
export function gapAfter(free: readonly Span[], after: number, width: number, home: Span): Span | null {
  const right = free
    .map(({ from, to }) => ({ from: Math.max(from, after), to }))
    .filter(({ from, to }) => to - from >= width);
  const inside = right
    .map(({ from, to }) => ({ from: Math.max(from, home.from), to: Math.min(to, home.to) }))
    .find(({ from, to }) => to - from >= width);
  return inside ?? right[0] ?? null;
}

/** The gap nearest to `mark` that holds `width`; null when none does. */
export function gapNear(free: readonly Span[], mark: Span, width: number): Span | null {
  const away = ({ from, to }: Span) => (from >= mark.to ? from - mark.to : Math.max(0, mark.from - to) + 1);
  const wide = free.filter(({ from, to }) => to - from >= width);
  return wide.sort((a, b) => away(a) - away(b))[0] ?? null;
}

/** Where `width` goes in a gap: the end nearest the mark. */
export function startIn(gap: Span, mark: Span, width: number): number {
  return gap.from >= mark.from ? gap.from : gap.to - width;
}
