const SILENT = 'select, button, script, style, textarea, [data-rw]';

/** The words in an element as a reader sees them, white space collapsed; what controls and scripts hold is left out. */
export function textOf(element: Element): string {
  if (!element.querySelector(SILENT)) return collapse(element.textContent ?? '');
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = '';
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest(SILENT)) words += walker.currentNode.nodeValue;
  return collapse(words);
}

/** The same with a space between what stands in different elements, as in a button with small print under its name. */
export function spaced(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = '';
  let before: Element | null = null;
  while (walker.nextNode()) {
    const { parentElement: parent, nodeValue } = walker.currentNode;
    if (parent?.closest('script, style, [data-rw]')) continue;
    words += parent === before ? nodeValue : ` ${nodeValue}`;
    before = parent;
  }
  return collapse(words);
}

/** Nothing is seen of these: soft hyphens, and what has no width. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** One line of text: runs of white space, also the kind that does not break, become one space, and what is not seen none. */
export function collapse(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** What a text field holds, trimmed; null when it is blank or there is no such field. */
export function filled(field: Element | null): string | null {
  if (!(field && 'value' in field)) return null;
  return String(field.value).trim() || null;
}

/** Minutes late as typed, a whole number of at most three figures; null for anything else. */
export function minutesIn(text: string | null): number | null {
  return text !== null && /^\d{1,3}$/.test(text) ? Number(text) : null;
}
