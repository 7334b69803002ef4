/** What can be pointed at: the elements that an element of the page stands for, or null where it is nothing of use. */
export type Resolve = (element: Element) => readonly Element[] | null;

/** One thing being pointed at, with the mouse or the keyboard. */
export interface Pointing {
  readonly document: Document;
  readonly resolve: Resolve;
  /** The keyboard begins here; null: at the first that can be pointed at. */
  readonly start: Element | null;
  /** Something else is under the pointer; null: nothing of use is. */
  onPoint(elements: readonly Element[] | null): void;
  onPick(elements: readonly Element[]): void;
}

export type Direction = 'next' | 'previous' | 'down' | 'up';

/** What the keyboard does while pointing. */
export interface Keyboard {
  move(direction: Direction): void;
  pick(): void;
}

const OURS = '[data-rw]';
/** All that a click is made of. While pointing, none of it reaches the page: it would change a mark. */
const CLICK = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
];
const TOUCH = ['touchstart', 'touchend'];
const MOST_CANDIDATES = 5_000;

/** Lets somebody point at one thing on the page, until `signal`. */
export function startPointing(pointing: Pointing, signal: AbortSignal): Keyboard {
  const { document, resolve, onPoint, onPick } = pointing;
  const view = document.defaultView;
  const keyboard = keyboardOf(pointing);
  view?.addEventListener(
    'pointermove',
    (event) => {
      if (event.isTrusted) onPoint(isOurs(event) ? null : under(document, event, resolve));
    },
    { capture: true, passive: true, signal },
  );
  const keep = (event: Event) => {
    if (!event.isTrusted || isOurs(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (event.type !== 'click') return;
    const picked = under(document, event as MouseEvent, resolve);
    if (picked) onPick(picked);
  };
  for (const type of CLICK) view?.addEventListener(type, keep, { capture: true, signal });
  const hush = (event: Event) => {
    if (event.isTrusted && !isOurs(event)) event.stopImmediatePropagation();
  };
  for (const type of TOUCH) view?.addEventListener(type, hush, { capture: true, passive: true, signal });
  return keyboard;
}

function isOurs(event: Event): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(OURS));
}

function under(
  document: Document,
  { clientX, clientY }: MouseEvent,
  resolve: Resolve,
): readonly Element[] | null {
  let element = document.elementFromPoint(clientX, clientY);
  while (element?.shadowRoot) {
    const deeper: Element | null = element.shadowRoot.elementFromPoint(clientX, clientY);
    if (!deeper || deeper === element) break;
    element = deeper;
  }
  return element && !element.closest(OURS) ? resolve(element) : null;
}

function keyboardOf({ document, resolve, start, onPoint, onPick }: Pointing): Keyboard {
  let candidates: readonly (readonly Element[])[] | null = null;
  let at = -1;
  const all = () => {
    candidates ??= candidatesIn(document, resolve);
    return candidates;
  };
  const first = () => {
    const from = all().findIndex(([one]) => one && start && isAfter(start, one));
    return from === -1 ? 0 : from;
  };
  return {
    move(direction) {
      at = at === -1 ? first() : beside(all(), at, direction);
      const here = all()[at];
      if (!here) return;
      here[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      onPoint(here);
    },
    pick() {
      const here = all()[at];
      if (here) onPick(here);
    },
  };
}

const isAfter = (start: Element, one: Element): boolean =>
  start.contains(one) || Boolean(start.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);

/** Everything that can be pointed at, in the order of the page. */
function candidatesIn(document: Document, resolve: Resolve): readonly (readonly Element[])[] {
  const found = new Map<Element, readonly Element[]>();
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('body *, :host *')) {
      if (found.size >= MOST_CANDIDATES) return;
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element.childElementCount > 0 && !hasOwnText(element) && !element.matches('select')) continue;
      const resolved = element.closest(OURS) || !element.checkVisibility() ? null : resolve(element);
      if (resolved?.[0] && !found.has(resolved[0])) found.set(resolved[0], resolved);
    }
  };
  walk(document);
  return [...found.values()];
}

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());

/** The place of the one beside `at`: in the order of the page, or on the line above or below. */
function beside(all: readonly (readonly Element[])[], at: number, direction: Direction): number {
  if (direction === 'next') return Math.min(at + 1, all.length - 1);
  if (direction === 'previous') return Math.max(at - 1, 0);
  const here = middle(all[at]);
  const sign = direction === 'down' ? 1 : -1;
  let best = at;
  let least = Number.POSITIVE_INFINITY;
  all.forEach((each, i) => {
    const there = middle(each);
    const away = (there.y - here.y) * sign;
    const cost = away + 3 * Math.abs(there.x - here.x);
    if (away > 4 && cost < least) [best, least] = [i, cost];
  });
  return best;
}

function middle(elements: readonly Element[] | undefined): { x: number; y: number } {
  const box = elements?.[0]?.getBoundingClientRect();
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 };
}
