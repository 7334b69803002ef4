import type { Container } from './container.ts';
import type { Piece } from './plan.ts';
import { COUNT_FITS, type Fit, type Spot } from './spots.ts';

/** One piece of each look is measured, in all its fits at once: every change of size costs the browser a layout. */
export function measure(pieces: readonly Piece[]): void {
  const looks = new Map(pieces.map((piece) => [piece.look, piece]));
  const copies = new Map(
    [...looks].map(([look, { container }]) => [look, COUNT_FITS.map((fit) => copyIn(container, fit))]),
  );
  const sizes = new Map(
    [...copies].map(([look, all]) => {
      const [full, chip, figures] = all.map((copy) => copy.getBoundingClientRect());
      const up = (box: DOMRect | undefined) => Math.ceil(box?.width ?? 0);
      return [
        look,
        { width: up(full), brief: up(chip), least: up(figures), height: full?.height ?? 0 },
      ] as const;
    }),
  );
  for (const copy of [...copies.values()].flat()) copy.remove();
  for (const piece of pieces) {
    Object.assign(piece, sizes.get(piece.look));
    setFit(piece.container, 'full', null);
  }
}

/** A copy of a piece beside it, shown in this fit. */
function copyIn({ inner }: Container, fit: (typeof COUNT_FITS)[number]): HTMLElement {
  const copy = inner.cloneNode(true) as HTMLElement;
  copy.dataset.fit = fit;
  copy.style.maxWidth = '';
  inner.after(copy);
  return copy;
}

/** Shows a piece so, in the room of its spot where that is tight. */
export function setFit({ inner }: Container, fit: Fit, spot: Spot | null): void {
  const maxWidth = fit === 'tight' && spot ? `${Math.floor(spot.room)}px` : '';
  if (inner.dataset.fit !== fit) inner.dataset.fit = fit;
  if (inner.style.maxWidth !== maxWidth) inner.style.maxWidth = maxWidth;
}
