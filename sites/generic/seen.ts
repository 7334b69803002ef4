import type { Line } from './sheet.ts';

/** Whether a line is drawn where it can be seen, or scrolled to. */
export function isSeen({ parts, cells }: Line): boolean {
  return (
    parts.some(isSeenAt) || (parts.length > 0 && cells.slice(0, 2).some(({ element }) => isSeenAt(element)))
  );
}

/** Whether an element is drawn and not kept out of sight; what has no box of its own is not. */
export function isSeenAt(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Of some things those that can be seen; all of them on a page that is not drawn, as in a test, which hides nothing. */
export function seenOf<T>(all: readonly T[], elementOf: (one: T) => Element): readonly T[] {
  const root = all[0] && elementOf(all[0]).ownerDocument.documentElement;
  return root?.checkVisibility() ? all.filter((one) => isSeenAt(elementOf(one))) : all;
}
