/** How finely a frame's visible part is followed: 200 steps of its height. */
const STEPS = Array.from({ length: 201 }, (_, i) => i / 200);

/**
 * Keeps `bar`, which stands at the foot of the window, at the foot of what can be seen of it: a frame may be taller than
 * the page around it shows. `sill` fills the window, unseen. Does nothing where the window is no frame.
 */
export function keepAtFoot(bar: HTMLElement, sill: Element, view: Window, signal: AbortSignal): void {
  if (view.parent === view) return;
  const observer = new IntersectionObserver(
    (entries) => {
      const seen = entries.at(-1);
      if (!seen?.isIntersecting) return;
      const below = Math.round(seen.boundingClientRect.bottom - seen.intersectionRect.bottom);
      bar.style.translate = below > 0 ? `0 ${-below}px` : '';
    },
    { threshold: STEPS },
  );
  observer.observe(sill);
  signal.addEventListener('abort', () => observer.disconnect());
}
