/** The element that `node` stands in, also where that is the host of a shadow root, or the slot it is shown in. */
export function parentAcross(node: Node): Element | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** `element`, and all that it stands in, outwards. */
export function* outwards(element: Element): Iterable<Element> {
  for (let at: Element | null = element; at; at = parentAcross(at)) yield at;
}

/** The nearest match, `element` itself included, across shadow roots. */
export function closestAcross(element: Element, selector: string): Element | null {
  for (const at of outwards(element)) if (at.matches(selector)) return at;
  return null;
}

/** The shadow roots that any of `elements` stand in, however deep. What scrolls inside one is heard only there. */
export function rootsAround(elements: Iterable<Element>): ReadonlySet<ShadowRoot> {
  const found = new Set<ShadowRoot>();
  for (const element of elements)
    for (
      let root = element.getRootNode();
      root instanceof ShadowRoot && !found.has(root);
      root = root.host.getRootNode()
    )
      found.add(root);
  return found;
}

/** Every element and every text in `element` but our own and what is in a `leaf`, those in open shadow roots of `into` included. */
export function* within(
  element: Element | ShadowRoot,
  into: (host: Element) => boolean,
  leaf = '',
): Iterable<Element | Text> {
  const rootOf = (node: Node) =>
    node instanceof Element && node.shadowRoot && !isOurs(node) && into(node) ? node.shadowRoot : null;
  const own = rootOf(element);
  if (own) yield* within(own, into, leaf);
  const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = element.ownerDocument.createTreeWalker(element, shown);
  for (let node = walker.nextNode(); node; ) {
    yield node as Element | Text;
    const root = rootOf(node);
    if (root) yield* within(root, into, leaf);
    const whole = leaf !== '' && node instanceof Element && node.matches(leaf);
    node = whole ? pastIn(walker) : walker.nextNode();
  }
}

/** The next node that is not in the one a walker has come to. */
function pastIn(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next) return next;
  } while (walker.parentNode());
  return null;
}

/** Whether a node is a host of ours. */
export function isOurs(node: Node): boolean {
  return node instanceof Element && node.hasAttribute('data-rw');
}
