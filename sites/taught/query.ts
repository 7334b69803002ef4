import { SiteReadError } from '../contract.ts';

const OURS = '[data-rw]';

/** Everything a selector finds, in the page and in its open shadow roots. Throws {@link SiteReadError} where it is none. */
export function findAll(root: Document | ShadowRoot, selector: string): readonly Element[] {
  return [root, ...rootsIn(root)].flatMap((each) => findIn(each, selector));
}

/** What a selector finds inside one element. */
export function findIn(root: ParentNode, selector: string): readonly Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    throw new SiteReadError(
      `This page was taught with “${selector.slice(0, 60)}”, which is no selector. Teach the page again.`,
    );
  }
}

/** The open shadow roots below `root`, however deep; our own are closed and never among them. */
function rootsIn(root: Document | ShadowRoot | Element): readonly ShadowRoot[] {
  const found: ShadowRoot[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (!element.shadowRoot || element.matches(OURS)) continue;
    found.push(element.shadowRoot, ...rootsIn(element.shadowRoot));
  }
  return found;
}

/** The nearest element around all of them, stepping out of shadow roots where they lie in several. */
export function rootOf(elements: readonly Element[]): Element {
  const [first] = elements;
  if (!first) throw new TypeError('no element');
  let at: Element | null = parentOf(first);
  while (at && !elements.every((element) => containsAcross(at as Element, element))) at = parentOf(at);
  return at ?? first;
}

function containsAcross(outer: Element, node: Element): boolean {
  for (let at: Element | null = node; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

function parentOf(node: Element): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
