import { closestAcross, isOurs, outwards, parentAcross, within } from './across.ts';
import { MARGIN, type Span } from './geometry.ts';

/** What stands on one line of a register, in viewport pixels. */
export interface Line {
  readonly top: number;
  readonly bottom: number;
  /** Whether it is on the page and not scrolled out of what it stands in. */
  readonly seen: boolean;
  /** How far the line reaches before something would clip it. */
  readonly bounds: Span;
  /** Text and controls on it. */
  readonly taken: readonly Span[];
  /** The room right of the row, out to where something would clip it, and the page's blocks that stand there. Dear. */
  beside(): { readonly bounds: Span; readonly taken: readonly Span[] };
}

const CONTROL = 'a,button,input,select,textarea,label,img,svg,canvas,video,iframe,[role=button],[role=radio]';

/** What is in these is drawn inside their own boxes, or not at all: the many options of a drop-down. */
const WHOLE = 'select,textarea,svg,canvas,video';

/** What may be drawn by a style alone, and holds nothing: an icon. A cell that holds nothing is room. */
const ICON = ':is(i,span,b,em):not([role*=cell])';

/** The block of the page that `element` shares its line with: its table or grid row, or its card. */
export function rowOf(element: Element, partner: Element): Element {
  const row = closestAcross(element, 'tr,[role=row]');
  if (row) return row;
  const around = new Set(outwards(partner));
  for (const at of outwards(element)) if (around.has(at)) return at;
  return element;
}

interface LineSurroundings {
  readonly clip: Clip;
  readonly solid: Element;
  readonly open: ReadonlySet<Element>;
  readonly also: readonly Span[];
  readonly host: HTMLElement;
}

/**
 * Reads the line of `row` that `centre` lies on. Only reads: no style is touched. `solid` is the mark; `open` are elements
 * that may be custom ones and are looked into, as others are not; `also` is taken besides. What `host` holds must be seen.
 */
export function readLine(
  row: Element,
  centre: number,
  height: number,
  { clip, solid, open, also, host }: LineSurroundings,
): Line {
  const box = row.getBoundingClientRect();
  const seen = overlap(clip.of(row), clip.inside(host.offsetParent));
  const top = centre - height / 2;
  const bottom = centre + height / 2;
  const taken: Span[] = [...also];
  const take = (rect: DOMRect) => {
    if (rect.width > 0 && rect.bottom > top && rect.top < bottom)
      taken.push({ from: rect.left, to: rect.right });
  };
  const whole = !solid.querySelector(CONTROL);
  const range = row.ownerDocument.createRange();
  const into = (host: Element) => host === row || open.has(host);
  for (const node of within(row, into, WHOLE)) {
    if (node instanceof Text) {
      if (!node.nodeValue?.trim()) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) take(rect);
      continue;
    }
    const closed = node.localName.includes('-') && !into(node) && (node.shadowRoot || !node.firstChild);
    const icon = !node.firstChild && node.matches(ICON) && !isOurs(node);
    if (closed || icon || node.matches(CONTROL) || (whole && node === solid))
      take(node.getBoundingClientRect());
  }
  const visible = centre > seen.top && centre < seen.bottom;
  const seenOf = (from: number, to: number) =>
    visible ? { from: Math.max(from, seen.left), to: Math.min(to, seen.right) } : { from: 0, to: 0 };
  const beside = () => {
    for (const rect of neighbours(row, clip)) if (rect.right > box.right) take(rect);
    return { bounds: seenOf(box.right + MARGIN, seen.right), taken };
  };
  return { top, bottom, seen: visible, bounds: seenOf(box.left, box.right), taken, beside };
}

/** The blocks around `row` that could stand on its line; the other rows of its own table cannot. */
function* neighbours(row: Element, { blocksIn }: Clip): Iterable<DOMRect> {
  for (const at of outwards(row)) {
    if (at.matches('tr,[role=row]') || !at.parentNode) continue;
    for (const [sibling, box] of blocksIn(at.parentNode)) if (sibling !== at) yield box;
  }
}

/** The right end of the first line of text in `element`, and that line's middle. Our own hosts hold no text of the page's. */
export function textEnd(element: Element): { right: number; centre: number } {
  const range = element.ownerDocument.createRange();
  const rects: DOMRect[] = [];
  for (const node of within(element, () => true)) {
    if (!(node instanceof Text)) continue;
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

function overlap(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Answers what part of the screen an element's surroundings let it be seen in; remembers within one pass. */
export interface Clip {
  of(element: Element): Box;
  /** The same of what is in an element; null is the page. */
  inside(element: Element | null): Box;
  /** The boxes of the elements that stand in `parent`, but our own. */
  blocksIn(parent: ParentNode): ReadonlyMap<Element, DOMRect>;
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
  const inside = (element: Element | null): Box => {
    if (!element || !view || element === document.body || element === document.documentElement) return all;
    const before = known.get(element);
    if (before) return before;
    let box = inside(parentAcross(element));
    const { overflowX, overflowY } = view.getComputedStyle(element);
    if (overflowX !== 'visible' || overflowY !== 'visible') {
      const rect = element.getBoundingClientRect();
      const left = rect.left + element.clientLeft;
      box = overlap(box, {
        left: rect.left,
        right: left + element.clientWidth,
        top: rect.top,
        bottom: rect.bottom,
      });
    }
    known.set(element, box);
    return box;
  };
  const blocks = new Map<ParentNode, ReadonlyMap<Element, DOMRect>>();
  const blocksIn = (parent: ParentNode) => {
    const before = blocks.get(parent);
    if (before) return before;
    const theirs = [...parent.children].filter((child) => !isOurs(child));
    const found = new Map(theirs.map((child) => [child, child.getBoundingClientRect()]));
    blocks.set(parent, found);
    return found;
  };
  return { inside, blocksIn, of: (element) => inside(parentAcross(element)) };
}
