import { isOurs, outwards } from './across.ts';

/** A part of the window, in viewport pixels. */
export interface Patch {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const CONTROL =
  'a[href],button,input,select,textarea,summary,iframe,[contenteditable],[tabindex]:not([tabindex^="-"]),[role=button],[role=link],[role=tab],[role=combobox],[role=menuitem]';
/** Nothing to be pressed is narrower or lower than this, in pixels. */
const STEP = { x: 16, y: 22 };

/**
 * Whether a control of the page lies under `patch` and no scrolling brings it out, neither now nor at the scroll's end. What is
 * ours there must let the pointer through: to ask for all that lies at a point costs the browser three times as much.
 */
export function isInTheWay({ left, right, top, bottom }: Patch, document: Document): boolean {
  const seen = new Set<Element>();
  for (let y = top + STEP.y / 4; y < bottom; y += STEP.y)
    for (let x = left + STEP.x / 4; x < right; x += STEP.x) {
      const control = controlAt(document, x, y);
      if (!control || seen.has(control)) continue;
      seen.add(control);
      if (roomBelow(control) < control.getBoundingClientRect().bottom - top) return true;
    }
  return false;
}

function controlAt(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const under = root.elementFromPoint(x, y);
  if (!under || isOurs(under)) return null;
  const inside =
    under.shadowRoot && under !== (root as ShadowRoot).host ? controlAt(under.shadowRoot, x, y) : null;
  return inside ?? under.closest(CONTROL);
}

/** How much further an element can be scrolled up by all that it stands in; what is fixed or sticks is not scrolled. */
function roomBelow(element: Element): number {
  const { scrollingElement } = element.ownerDocument;
  let room = 0;
  for (const at of outwards(element)) {
    const { position, overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowY) || at === scrollingElement)
      room += Math.max(0, at.scrollHeight - at.clientHeight - at.scrollTop);
    if (position === 'fixed' || position === 'sticky') break;
  }
  return room;
}
