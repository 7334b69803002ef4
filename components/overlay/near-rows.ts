/** Pages with up to so many rows are drawn whole. */
export const DRAWN_WHOLE = 60;
/** How far beyond the screen rows are drawn, so that a quick scroll meets them ready. */
const MARGIN_PX = 400;

/** Knows which rows are on or near the screen, so that 2,000 rows cost what 30 do. */
export interface NearRows {
  /** Watches these anchors, and forgets others. `whole`: there are few, so all of them count as near. */
  watch(anchors: readonly Element[], whole: boolean): void;
  has(anchor: Element): boolean;
}

/** A watcher that calls `onChange` when rows come near or leave; stops with `signal`. */
export function nearRows(signal: AbortSignal, onChange: () => void): NearRows {
  const near = new Set<Element>();
  let watched: ReadonlySet<Element> = new Set();
  let whole = true;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) near.add(target);
        else near.delete(target);
      onChange();
    },
    { rootMargin: `${MARGIN_PX}px` },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    has: (anchor) => whole || near.has(anchor),
    watch(anchors, few) {
      whole = few;
      const wanted = new Set(whole ? [] : anchors);
      for (const anchor of watched)
        if (!wanted.has(anchor)) {
          observer.unobserve(anchor);
          near.delete(anchor);
        }
      for (const anchor of wanted) if (!watched.has(anchor)) observer.observe(anchor);
      watched = wanted;
    },
  };
}
