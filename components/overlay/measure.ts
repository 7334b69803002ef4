import { MARGIN, type Span } from './geometry.ts';

/** What stands on one line of a register, in viewport pixels. */
export interface Line {
  readonly top: number;
  readonly bottom: number;
  /** How far the line reaches before something would clip it. */
  readonly bounds: Span;
  /** Text and controls on it. */
  readonly taken: readonly Span[];
  /** The room right of the row, out to where something would clip it, and the page's blocks that stand there. Dear. */
  beside(): { readonly bounds: Span; readonly taken: readonly Span[] };
}

const CONTROL = 'a,button,input,select,textarea,label,img,svg,canvas,video,iframe,[role=button],[role=radio]';

/** The block of the page that `element` shares its line with: its table or grid row, or its card. */
export function rowOf(element: Element, partner: Element): Element {
  const row = element.closest('tr,[role=row]');
  if (row) return row;
  let at = element;
  while (!at.contains(partner) && at.parentElement) at = at.parentElement;
  return at;
}

/** Reads the line of `row` that `centre` lies on. Only reads: no style is touched. */
export function readLine(row: Element, centre: number, height: number, clip: Clip, solid: Element): Line {
  const box = row.getBoundingClientRect();
  const seen = clip.of(row);
  const top = centre - height / 2;
  const bottom = centre + height / 2;
  const taken: Span[] = [];
  const take = (rect: DOMRect) => {
    if (rect.width > 0 && rect.bottom > top && rect.top < bottom)
      taken.push({ from: rect.left, to: rect.right });
  };
  const whole = !solid.querySelector(CONTROL);
  const document = row.ownerDocument;
  const range = document.createRange();
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.nodeValue?.trim()) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) take(rect);
      continue;
    }
    const element = node as Element;
    if (element.matches(CONTROL) || element.localName.includes('-') || (whole && element === solid))
      take(element.getBoundingClientRect());
  }
  const visible = centre > seen.top && centre < seen.bottom;
  const within = (from: number, to: number) =>
    visible ? { from: Math.max(from, seen.left), to: Math.min(to, seen.right) } : { from: 0, to: 0 };
  const beside = () => {
    for (const neighbour of neighbours(row)) {
      const rect = neighbour.getBoundingClientRect();
      if (rect.right > box.right) take(rect);
    }
    return { bounds: within(box.right + MARGIN, seen.right), taken };
  };
  return { top, bottom, bounds: within(box.left, box.right), taken, beside };
}

/** The blocks around `row` that could stand on its line; the other rows of its own table cannot. */
function* neighbours(row: Element): Iterable<Element> {
  for (let at = row; at.parentElement; at = at.parentElement) {
    if (at.matches('tr,[role=row]')) continue;
    for (const sibling of at.parentElement.children)
      if (sibling !== at && !sibling.hasAttribute('data-rw')) yield sibling;
  }
}

/** The right end of the first line of text in `element`, and that line's middle. Our own hosts hold no text of the page's. */
export function textEnd(element: Element): { right: number; centre: number } {
  const document = element.ownerDocument;
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const rects: DOMRect[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (rect.width > 0) rects.push(rect);
  }
  const first = rects[0] ?? element.getBoundingClientRect();
  const centre = (first.top + first.bottom) / 2;
  const line = rects.filter(({ top, bottom }) => top < centre && bottom > centre);
  return { right: Math.max(first.right, ...line.map(({ right }) => right)), centre };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Answers what part of the screen an element's surroundings let it be seen in; remembers within one pass. */
export interface Clip {
  of(element: Element): Box;
}

/** A {@link Clip} for one pass over the page. The page itself clips at its sides only: it scrolls up and down. */
export function clipOf(document: Document): Clip {
  const known = new Map<Element, Box>();
  const all: Box = {
    left: 0,
    right: document.documentElement.clientWidth,
    top: Number.NEGATIVE_INFINITY,
    bottom: Number.POSITIVE_INFINITY,
  };
  const view = document.defaultView;
  const of = (element: Element): Box => {
    const parent = element.parentElement;
    if (!parent || !view || parent === document.body || parent === document.documentElement) return all;
    const before = known.get(parent);
    if (before) return before;
    let box = of(parent);
    const { overflowX, overflowY } = view.getComputedStyle(parent);
    if (overflowX !== 'visible' || overflowY !== 'visible') {
      const rect = parent.getBoundingClientRect();
      box = {
        left: Math.max(box.left, rect.left),
        right: Math.min(box.right, rect.left + parent.clientLeft + parent.clientWidth),
        top: Math.max(box.top, rect.top),
        bottom: Math.min(box.bottom, rect.bottom),
      };
    }
    known.set(parent, box);
    return box;
  };
  return { of };
}
