import { isInTheWay, type Patch } from './covered.ts';
import { foldLines } from './one-line.ts';

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
 * the page has come to rest after scrolling and resizing, and, asked by `soon`, where the bars have changed their size: a look
 * is dear on a long page. Nothing of the page is moved for it.
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
  let looked = '';
  const { host } = inner.getRootNode() as ShadowRoot;
  const look = () => {
    // Not from under the fingers of somebody who is in the bar.
    if (document.activeElement === host) return;
    foldLines(inner);
    const { left, right, bottom } = inner.getBoundingClientRect();
    const lines = boxes('.bar:not(.folded)', inner);
    const tabs = boxes('.bar.folded', inner);
    if (lines.length > 0) height = heightOf(lines);
    const sizes = JSON.stringify([height, bottom, tabs]);
    if (sizes === looked) return;
    looked = sizes;
    inner.dataset.through = '';
    const isCovered = isInTheWay({ left, right, bottom, top: bottom - height }, document);
    const wide = Math.max(...tabs.map(({ width }) => width), TAB.width);
    const top = bottom - (heightOf(tabs) || TAB.height * lines.length);
    const next = isCovered
      ? { isCovered, tab: tabPlace({ left, right, bottom, top }, wide, document) }
      : OPEN_WAY;
    delete inner.dataset.through;
    if (JSON.stringify(next) === JSON.stringify(way)) return;
    way = next;
    onWay(way);
  };
  const soon = () => {
    view.clearTimeout(timer);
    timer = view.setTimeout(look, REST);
  };
  const moved = () => {
    looked = '';
    soon();
  };
  view.addEventListener('resize', moved, { signal });
  document.addEventListener('scrollend', moved, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => view.clearTimeout(timer));
  return { soon };
}

const boxes = (selector: string, inner: HTMLElement): readonly DOMRect[] =>
  [...inner.querySelectorAll(selector)].map((bar) => bar.getBoundingClientRect());

const heightOf = (stack: readonly DOMRect[]): number => stack.reduce((sum, { height }) => sum + height, 0);

/** The lowest place for the tabs with no control under it, at the right if both sides have one; else the corner. */
function tabPlace({ left, right, top, bottom }: Patch, wide: number, document: Document): TabPlace {
  for (let up = 0; up <= HIGHEST; up += TAB.height)
    for (const side of ['right', 'left'] as const) {
      const sides = side === 'right' ? { left: right - wide, right } : { left, right: left + wide };
      if (!isInTheWay({ ...sides, top: top - up, bottom: bottom - up }, document)) return { side, up };
    }
  return OPEN_WAY.tab;
}
