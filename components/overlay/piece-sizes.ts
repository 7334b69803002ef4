import type { Container } from './container.ts';
import type { Piece } from './plan.ts';
import { COUNT_FITS, type Fit, type Spot } from './spots.ts';

/** One piece of each look is measured, in all its fits at once: every change of size costs the browser a layout. */
export function measure(pieces: readonly Piece[]): void {
  const looks = new Map(pieces.map(({ look, container }) => [look, container]));
  const copies = [...looks].map(
    ([look, container]) => [look, COUNT_FITS.map((fit) => copyIn(container, fit))] as const,
  );
  const sizes = new Map(
    copies.map(([look, all]) => {
      const [width, brief, least] = all.map((copy) => Math.ceil(copy.getBoundingClientRect().width));
      return [look, { width, brief, least, height: all[0]?.offsetHeight }];
    }),
  );
  for (const [, all] of copies) for (const copy of all) copy.remove();
  for (const piece of pieces) {
    Object.assign(piece, sizes.get(piece.look));
    setFit(piece.container, 'full', null);
  }
}

/** A copy of a piece beside it, shown in this fit. */
function copyIn({ inner }: Container, fit: (typeof COUNT_FITS)[number]): HTMLElement {
  const copy = inner.cloneNode(true) as HTMLElement;
  setFit({ inner: copy }, fit, null);
  inner.after(copy);
  return copy;
}

/** Shows a piece so, in the room of its spot where that is tight. */
export function setFit({ inner }: Pick<Container, 'inner'>, fit: Fit, spot: Spot | null): void {
  const maxWidth = fit === 'tight' && spot ? `${Math.floor(spot.room)}px` : '';
  if (inner.dataset.fit !== fit) inner.dataset.fit = fit;
  if (inner.style.maxWidth !== maxWidth) inner.style.maxWidth = maxWidth;
}
