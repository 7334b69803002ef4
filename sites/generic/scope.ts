import { collapse, textOf } from '../text.ts';

/** The page as far as it can be looked into. */
export interface Scope {
  readonly document: Document;
  /** The document and every open shadow root in it, each after the one it stands in. */
  readonly trees: readonly (Document | ShadowRoot)[];
}

const UNREAD = 'script, style, template, [data-rw]';

/** All but the commonest of the elements that cannot have a shadow root: a long register has tens of thousands of those. */
export const MAY_HOST =
  ':not(option,td,tr,th,a,input,select,label,button,li,ul,i,b,img,svg,path,small,strong,tbody,table)';

/** The document and its open shadow roots as they are now. */
export function scopeOf(document: Document): Scope {
  const trees: (Document | ShadowRoot)[] = [document];
  for (const tree of trees)
    for (const { shadowRoot } of tree.querySelectorAll(MAY_HOST)) if (shadowRoot) trees.push(shadowRoot);
  return { document, trees };
}

/** Everything in the page that a selector finds; tree by tree, in each in the order it stands. */
export function findAll(scope: Scope, selector: string): readonly Element[] {
  return scope.trees.flatMap((tree) => [...tree.querySelectorAll(selector)]);
}

/** The trees whose elements stand inside `root`, the one it stands in first. */
export function treesIn(scope: Scope, root: Element): readonly ParentNode[] {
  if (scope.trees.length === 1) return [root];
  const inner = scope.trees.filter((tree) => tree instanceof ShadowRoot && containsAcross(root, tree.host));
  return [root, ...inner];
}

/** The element around `node`, stepping out of a shadow root to its host. */
export function parentAcross(node: Node): Element | null {
  const { parentNode } = node;
  if (parentNode instanceof Element) return parentNode;
  return parentNode instanceof ShadowRoot ? parentNode.host : null;
}

/** Whether `node` stands inside `outer`, or is it, also where shadow roots lie between them. */
export function containsAcross(outer: Element, node: Element): boolean {
  for (let at: Element | null = node; at; at = hostOf(at)) if (outer.contains(at)) return true;
  return false;
}

/** The nearest element around, or itself, that a selector matches, stepping out of shadow roots. */
export function closestAcross(node: Element, selector: string): Element | null {
  for (let at: Element | null = node; at; at = hostOf(at)) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
}

/** `node` as seen from the tree that `from` stands in: the host of its shadow root, where it stands deeper. */
export function raisedTo(from: Element, node: Element): Element {
  const tree = from.getRootNode();
  let at: Element | null = node;
  while (at && at.getRootNode() !== tree) at = hostOf(at);
  return at ?? node;
}

/** The nearest element around all of them; null for none, or for elements of different pages. */
export function commonAncestor(elements: readonly Element[]): Element | null {
  let at = elements[0] ?? null;
  for (const element of elements) while (at && !containsAcross(at, element)) at = parentAcross(at);
  return at;
}

/** The words in an element as {@link textOf} reads them, with those in its open shadow roots. */
export function wordsOf(scope: Scope, element: Element): string {
  return scope.trees.length === 1 ? textOf(element) : collapse(rawText(element, 'select, button, textarea'));
}

/** All that an element shows as text, what stands on its buttons too. */
export function shownText(scope: Scope, element: Element): string {
  if (scope.trees.length === 1 && !element.querySelector(`select, ${UNREAD}`))
    return collapse(element.textContent ?? '');
  return collapse(rawText(element, 'select'));
}

function rawText(element: Element, silent: string): string {
  let text = '';
  for (const tree of element.shadowRoot ? [element.shadowRoot, element] : [element])
    for (const node of tree.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
      else if (node instanceof Element && !node.matches(`${silent}, ${UNREAD}`))
        text += rawText(node, silent);
    }
  return text;
}

function hostOf(element: Element): Element | null {
  const tree = element.getRootNode();
  return tree instanceof ShadowRoot ? tree.host : null;
}
