import { isInTheWay, type Patch } from './covered.ts';

/** Where the folded tabs of the bars stand: at a side of the window, and how far above its foot, in pixels. */
export interface TabPlace {
  readonly side: 'left' | 'right';
  readonly up: number;
}

/** How the bars stand so that they cover no control for good. */
export interface Way {
  /** The bars in their lines would cover one. */
  readonly isCovered: boolean;
  readonly tab: TabPlace;
}

export const OPEN_WAY: Way = { isCovered: false, tab: { side: 'right', up: 0 } };

/** How long to wait for the page to come to rest, in milliseconds. */
const REST = 150;
/** What a tab takes of a corner before it has been drawn, in pixels, and how far up another place is looked for. */
const TAB = { width: 260, height: 34 };
const HIGHEST = 400;

/**
 * Calls `onWay` when the bars have to make way for a control of the page that lies under them, or need no longer; looks when
 * the page has come to rest after scrolling, resizing and {@link Looker.soon}. Nothing of the page is moved for it.
 * @param inner the box the bars are drawn in, at the foot of what can be seen
 */
export function makeWay(
  inner: HTMLElement,
  document: Document,
  view: Window,
  signal: AbortSignal,
  onWay: (way: Way) => void,
): { readonly soon: () => void } {
  let timer = 0;
  let height = 0;
  let way = OPEN_WAY;
  const { host } = inner.getRootNode() as ShadowRoot;
  const look = () => {
    // Not from under the fingers of somebody who is in the bar.
    if (document.activeElement === host) return;
    const bars = [...inner.querySelectorAll('.bar')];
    const lines = bars.filter((bar) => !bar.matches('.folded')).map((bar) => bar.getBoundingClientRect());
    const { left, right, bottom } = inner.getBoundingClientRect();
    if (lines.length > 0) height = lines.reduce((sum, line) => sum + line.height, 0);
    const isCovered = isInTheWay({ left, right, bottom, top: bottom - height }, document);
    const tabs = bars.filter((bar) => bar.matches('.folded')).map((bar) => bar.getBoundingClientRect());
    const wide = Math.max(...tabs.map((tab) => tab.width), TAB.width);
    const high = tabs.reduce((sum, tab) => sum + tab.height, 0) || TAB.height * bars.length;
    const tab = tabPlace({ left, right, bottom, top: bottom - high }, wide, document);
    const next = { isCovered, tab: isCovered ? tab : OPEN_WAY.tab };
    if (JSON.stringify(next) === JSON.stringify(way)) return;
    way = next;
    onWay(way);
  };
  const soon = () => {
    view.clearTimeout(timer);
    timer = view.setTimeout(look, REST);
  };
  view.addEventListener('resize', soon, { signal });
  document.addEventListener('scrollend', soon, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => view.clearTimeout(timer));
  return { soon };
}

/** The lowest place for the tabs with no control under it, at the right if both sides have one; else the corner. */
function tabPlace({ left, right, top, bottom }: Patch, wide: number, document: Document): TabPlace {
  for (let up = 0; up <= HIGHEST; up += TAB.height)
    for (const side of ['right', 'left'] as const) {
      const sides = side === 'right' ? { left: right - wide, right } : { left, right: left + wide };
      if (!isInTheWay({ ...sides, top: top - up, bottom: bottom - up }, document)) return { side, up };
    }
  return OPEN_WAY.tab;
}
