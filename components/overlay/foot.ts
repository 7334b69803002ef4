/** Into so many parts the window is divided, since a frame that is cut off above and below shows as much of itself as before when it scrolls. */
const PARTS = 9;
/** How finely each is followed. */
const STEPS = Array.from({ length: 41 }, (_, i) => i / 40);

/**
 * Keeps `bar`, which stands at the foot of the window, at the foot of what can be seen of it: a frame may be taller than
 * the page around it shows. `sill` fills the window, unseen. Does nothing where the window is no frame.
 */
export function keepAtFoot(bar: HTMLElement, sill: Element, view: Window, signal: AbortSignal): void {
  if (view.parent === view) return;
  const ends = new Map<Element, number>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRect } of entries) ends.set(target, intersectionRect.bottom);
      const end = Math.max(...ends.values());
      const below = Math.round(view.innerHeight - end);
      if (end > 0) bar.style.translate = below > 0 ? `0 ${-below}px` : '';
    },
    { threshold: STEPS },
  );
  for (let i = 0; i < PARTS; i++) observer.observe(sill.appendChild(sill.ownerDocument.createElement('i')));
  signal.addEventListener('abort', () => observer.disconnect());
}
