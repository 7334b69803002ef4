/** Calls `onMove` when what the pieces are placed by may have moved: a scrolled box in the page, the window, its fonts. */
export function whenMoved(document: Document, view: Window, signal: AbortSignal, onMove: () => void): void {
  whenScrolled(document, signal, onMove);
  view.addEventListener('resize', onMove, { signal });
  if (document.fonts.status === 'loading') document.fonts.ready.then(onMove);
}

/** Calls `onMove` when a box in `root` is scrolled. Of boxes in a shadow root, the root alone hears. */
export function whenScrolled(root: Document | ShadowRoot, signal: AbortSignal, onMove: () => void): void {
  const scrolledInside = ({ target }: Event) => {
    if (target !== root) onMove();
  };
  root.addEventListener('scroll', scrolledInside, { capture: true, passive: true, signal });
}
