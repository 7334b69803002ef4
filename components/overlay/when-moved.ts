/** Calls `onMove` when what the pieces are placed by may have moved: a scrolled box in the page, the window, its fonts. */
export function whenMoved(document: Document, view: Window, signal: AbortSignal, onMove: () => void): void {
  const scrolledInside = ({ target }: Event) => {
    if (target !== document) onMove();
  };
  document.addEventListener('scroll', scrolledInside, { capture: true, passive: true, signal });
  view.addEventListener('resize', onMove, { signal });
  document.fonts.ready.then(onMove);
}
