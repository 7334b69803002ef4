/** Of the page, what stands before a register at one step of the way out from it. */
export interface Level {
  /** The register, or what holds it. */
  readonly around: Element;
  /** What stands directly before it, the nearest first. */
  readonly before: readonly Node[];
  /** False where another register stands between: what is said here may be meant for that one. */
  readonly own: boolean;
}

const DIALOG = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true]';
/** What says nothing about a register: other people's dialogs, what is kept hidden, and our own. */
const SILENT = `${DIALOG}, [hidden], [data-rw], script, style, template, noscript`;
const CLOSE = 4;
/** A table of more rows is a list of other things, whatever is chosen in it. */
const LONG = 30;
/** Beyond so many elements, open shadow roots among them are not looked for. */
const MANY = 3000;

/**
 * What stands before a register, from the nearest to the farthest: out of shadow roots, slots and frames of the same origin
 * as far as can be looked into, but not out of a dialog that holds the register. Blocks that hold another register are left out.
 * @param start the register, or its first line where its heading stands inside it
 */
export function levelsAbove(start: Element, others: readonly Element[]): readonly Level[] {
  const theirs = new Set(others.flatMap((other) => [...pathOf(other)]));
  const levels: Level[] = [];
  let own = true;
  for (const around of pathOf(start)) {
    let before: Node[] = [];
    const isDialog = around.matches(DIALOG);
    for (let side = isDialog ? null : around.previousSibling; side; side = side.previousSibling) {
      if (isElement(side) && theirs.has(side)) {
        levels.push({ around, before, own });
        own = false;
        before = [];
      } else if (!(isElement(side) && side.matches(SILENT))) before.push(side);
    }
    levels.push({ around, before, own });
    if (isDialog) break;
  }
  return levels;
}

/** The elements of a level that a selector finds, the nearest first, those in open shadow roots too. */
export function foundIn(level: Level, selector: string): readonly Element[] {
  return level.before.flatMap((node) => (isElement(node) ? allIn(node, selector).reverse() : []));
}

/** The nearest levels, as many steps out from the register as count as close: one that says nothing is no step. */
export function closeTo(levels: readonly Level[]): readonly Level[] {
  const speaking = levels.filter(({ before }) => before.some(hasWords));
  const steps = new Set(speaking.map(({ around }) => around));
  const [last] = [...steps].slice(CLOSE - 1);
  return last ? levels.slice(0, levels.findLastIndex(({ around }) => around === last) + 1) : levels;
}

/** Looks no further than the first word: a block before the register may be as long as the register. */
function hasWords(node: Node): boolean {
  if (node.nodeType === 3) return (node.nodeValue ?? '').trim() !== '';
  for (const child of node.childNodes) if (hasWords(child)) return true;
  return false;
}

/** Whether a node is an element; of any window, so that frames can be looked out of. */
export function isElement(node: Node | null): node is Element {
  return node?.nodeType === 1;
}

function allIn(block: Element, selector: string): Element[] {
  const hosts = [
    block,
    ...(block.getElementsByTagName('*').length > MANY ? [] : block.querySelectorAll('*')),
  ];
  const open = hosts.filter(({ shadowRoot }) => shadowRoot !== null);
  if (open.length === 0) {
    const lists = [block, ...block.getElementsByTagName('table')].filter(isLong);
    return [...(block.matches(selector) ? [block] : []), ...block.querySelectorAll(selector)].filter(
      (element) => !lists.some((list) => list.contains(element)) && !isSilent(element, block),
    );
  }
  return hosts
    .filter((element) => !isSilent(element, block))
    .flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...[...(element.shadowRoot?.children ?? [])].flatMap((child) =>
        child.matches(SILENT) ? [] : allIn(child, selector),
      ),
    ]);
}

const isLong = (element: Element): boolean =>
  element.localName === 'table' && (element as HTMLTableElement).rows.length > LONG;

function isSilent(element: Element, block: Element): boolean {
  const silent = element.closest(SILENT);
  return silent !== null && block.contains(silent);
}

/** An element and all that holds it, as it is shown: through slots, out of shadow roots and frames. */
function* pathOf(element: Element): Generator<Element> {
  for (
    let at: Element | null = element;
    at;
    at = at.assignedSlot ?? at.parentElement ?? hostOf(at) ?? frameOf(at)
  )
    yield at;
}

function hostOf({ parentNode }: Element): Element | null {
  return parentNode !== null && 'host' in parentNode ? (parentNode as ShadowRoot).host : null;
}

function frameOf(element: Element): Element | null {
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    // A frame of another origin keeps what is around it to itself.
    return null;
  }
}
