import { findAll } from './query.ts';
import { anchorsOf, placePaths, tagPath } from './selectors.ts';

const LONGEST = 300;

/** A selector that finds this element and no other in the whole page; null when it has nothing of its own to be found by. */
export function selectorOf(document: Document, element: Element): string | null {
  const candidates = [...anchorsOf(element)];
  for (let block = element.parentElement; block; block = block.parentElement)
    for (const anchor of anchorsOf(block))
      candidates.push(`${anchor} ${element.localName}`, `${anchor} > ${tagPath(block, element)}`);
  candidates.push(element.localName, ...byPlace(element));
  return candidates.find((each) => each.length <= LONGEST && finds(document, each, element)) ?? null;
}

/** By its place in the nearest block that has something of its own to be found by. */
function byPlace(element: Element): readonly string[] {
  for (let block = element.parentElement; block; block = block.parentElement) {
    const within = placePaths(block, element);
    const found = anchorsOf(block).flatMap((anchor) => within.map((path) => path.replace(':scope', anchor)));
    if (found.length > 0) return found;
  }
  return [];
}

function finds(document: Document, selector: string, element: Element): boolean {
  const [only, ...others] = findAll(document, selector);
  return only === element && others.length === 0;
}
