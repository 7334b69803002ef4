import { findIn } from './query.ts';
import { placePaths, selectorsOf, tagPath } from './selectors.ts';

const HIGHEST = 4;

/**
 * Selectors that find exactly `parts` in their line, the ones that last longest first: one element, or all the choices of
 * one mark.
 */
export function partSelectors(line: Element, parts: readonly Element[]): readonly string[] {
  const [first] = parts;
  if (!first || !parts.every((part) => part !== line && line.contains(part))) return [];
  const candidates = parts.length > 1 ? forChoices(line, first) : forOne(line, first);
  return [...new Set(candidates)].filter((selector) => isExactly(findIn(line, selector), parts));
}

function forOne(line: Element, part: Element): readonly string[] {
  return [...selectorsOf(part), ...withinBlocks(line, part), ...placePaths(line, part)];
}

/** Radio buttons of one mark share the beginning of a name; other choices share a block. */
function forChoices(line: Element, choice: Element): readonly string[] {
  const kinds = choice.matches('input')
    ? ['input[type=radio]']
    : ['[role=radio]', 'button[aria-pressed]', '[role=button]', 'button'].filter((kind) =>
        choice.matches(kind),
      );
  const start = /^[a-z_.[\]:-]+/i.exec(choice.getAttribute('name') ?? '')?.[0];
  const named = start ? kinds.map((kind) => `${kind}[name^="${CSS.escape(start)}"]`) : [];
  const blocks = withinBlocks(line, choice).flatMap((selector) =>
    kinds.map((kind) => selector.replace(/[^ ]+$/, kind)),
  );
  const cell = choice.parentElement ? placePaths(line, choice.parentElement) : [];
  return [...kinds, ...named, ...blocks, ...cell.flatMap((at) => kinds.map((kind) => `${at} > ${kind}`))];
}

/** By a block of the line that the part stands in. */
function withinBlocks(line: Element, part: Element): readonly string[] {
  const found: string[] = [];
  let block = part.parentElement;
  for (let level = 0; block && block !== line && level < HIGHEST; level++) {
    const path = tagPath(block, part);
    for (const selector of selectorsOf(block))
      found.push(`${selector} > ${path}`, `${selector} ${part.localName}`);
    block = block.parentElement;
  }
  return found;
}

function isExactly(found: readonly Element[], parts: readonly Element[]): boolean {
  return found.length === parts.length && found.every((element) => parts.includes(element));
}
