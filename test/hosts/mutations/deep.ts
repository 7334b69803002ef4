/** Elements a selector finds, `>>>` stepping into an open shadow root. */
export function deepAll(from: ParentNode, selector: string): Element[] {
  const [first = '', ...deeper] = selector.split('>>>').map((part) => part.trim());
  const found = [...from.querySelectorAll(first)];
  if (deeper.length === 0) return found;
  return found.flatMap((host) => (host.shadowRoot ? deepAll(host.shadowRoot, deeper.join(' >>> ')) : []));
}

/** Every element under some, themselves too, those in open shadow roots among them; scripts and styles left out. */
export function everyElement(...roots: readonly Element[]): Element[] {
  const found: Element[] = [];
  const walk = (element: Element): void => {
    if (element.matches('script, style, link, template')) return;
    found.push(element);
    for (const child of element.shadowRoot?.children ?? []) walk(child);
    for (const child of element.children) walk(child);
  };
  for (const root of roots) walk(root);
  return found;
}

/** The first element in or at some that a selector matches, shadow roots looked into. */
export function deepFind<E extends Element>(roots: readonly Element[], selector: string): E[] {
  return everyElement(...roots).filter((element): element is E => element.matches(selector));
}

/** Every text that is not blank under some elements. */
export function everyText(...roots: readonly Element[]): Text[] {
  return everyElement(...roots).flatMap((element) =>
    [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])].filter(
      (node): node is Text => node instanceof Text && node.data.trim() !== '',
    ),
  );
}

/** A copy as it stands, with what is chosen, typed and ticked, and with open shadow roots. */
export function copyOf<N extends Node>(node: N): N {
  if (!(node instanceof Element)) return node.cloneNode(true) as N;
  if (node.shadowRoot || [...node.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot))
    return deepCopy(node);
  const copy = node.cloneNode(true) as N & Element;
  const [before, after] = [node, copy].map((tree) => tree.querySelectorAll('select'));
  after?.forEach((select, i) => {
    select.selectedIndex = before?.[i]?.selectedIndex ?? -1;
  });
  if (node instanceof HTMLSelectElement) Object.assign(copy, { selectedIndex: node.selectedIndex });
  return copy;
}

function deepCopy<N extends Node>(node: N): N {
  const copy = node.cloneNode(false) as N;
  if (node instanceof Element && copy instanceof Element) {
    const { shadowRoot } = node;
    if (shadowRoot) copy.attachShadow({ mode: 'open' }).append(...[...shadowRoot.childNodes].map(deepCopy));
    copy.append(...[...node.childNodes].map(deepCopy));
    if (node instanceof HTMLSelectElement) Object.assign(copy, { selectedIndex: node.selectedIndex });
  }
  return copy;
}

/** The element around, stepping out of a shadow root. */
export function outOf(node: Node): Element | null {
  const { parentNode } = node;
  if (parentNode instanceof Element) return parentNode;
  return parentNode instanceof ShadowRoot ? parentNode.host : null;
}

/** Text as a person reads it: no marks without width, every kind of blank one space. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u00ad\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
