import { MARGIN, type Span } from './geometry.ts';

interface Held {
  readonly anchor: Element;
  readonly mark: Element;
}
interface Band {
  readonly at: number;
  readonly span: Span;
  readonly top: number;
  readonly bottom: number;
}

/**
 * How far to each side of a pupil pieces may stand where others stand on the same lines, as in a plan of cards or a table
 * with two pupils a row: short of the nearest of them. Null for a pupil with whom nobody shares a line. In the order of `rows`.
 */
export function reaches(rows: readonly Held[]): readonly (Span | null)[] {
  const found: (Span | null)[] = rows.map(() => null);
  const bands = rows.map(bandOf).sort((a, b) => a.top - b.top);
  const shorten = ({ at, span }: Band, other: Band) => {
    const reach = found[at] ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    found[at] =
      other.span.from >= span.from
        ? { ...reach, to: Math.min(reach.to, other.span.from - MARGIN) }
        : { ...reach, from: Math.max(reach.from, other.span.to + MARGIN) };
  };
  bands.forEach((band, i) => {
    for (let j = i + 1; j < bands.length; j++) {
      const next = bands[j];
      if (!next || next.top >= (band.top + band.bottom) / 2) break;
      shorten(band, next);
      shorten(next, band);
    }
  });
  return found;
}

/** From a pupil's name to the mark. */
function bandOf({ anchor, mark }: Held, at: number): Band {
  const [a, b] = [anchor.getBoundingClientRect(), mark.getBoundingClientRect()];
  return {
    at,
    span: { from: Math.min(a.left, b.left), to: Math.max(a.right, b.right) },
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
