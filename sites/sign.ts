import { scopeOf } from './generic/scope.ts';

/** Words of a register in what it is called, in what its fields are called, and in what its marks are called. */
const CALLED = /attend|regist|roll[ -]?call|\bmarks?\b/i;
const MARKED = /^(?:[/\\]|.*\b(?:present|absent|late)\b.*)$/is;
const TITLES = 'h1, h2, h3, h4, h5, h6, caption, legend, th, label, [role=heading], [role=columnheader]';
const NAMED = ['name', 'id', 'class', 'title', 'aria-label', 'alt', 'data-code']
  .flatMap((name) => ['attend', 'regist', 'present', 'absent'].map((word) => `[${name}*="${word}" i]`))
  .concat('form[action*="attendance/" i]', '[value="/"]', '[data-code="/"]', '[data-value="/"]')
  .join(',');
const ELSEWHERE = 'a, nav, script, style, template, [data-rw]';

/**
 * Whether a page shows any sign of a register, however faint: one that shows none needs no reader. Menus and links are
 * passed over, since they speak of attendance on every page of an MIS. Open shadow roots are looked into.
 */
export function mayHoldRegister(document: Document): boolean {
  if (CALLED.test(document.title)) return true;
  const { trees } = scopeOf(document);
  return trees.some(
    (tree) =>
      [...tree.querySelectorAll(NAMED)].some((element) => !element.closest(ELSEWHERE)) ||
      [...tree.querySelectorAll(TITLES)].some((title) => CALLED.test(title.textContent ?? '')) ||
      showsMark(document, tree),
  );
}

function showsMark(document: Document, tree: Node): boolean {
  const texts = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { nodeValue, parentElement } = texts.currentNode;
    if (MARKED.test((nodeValue ?? '').trim()) && !parentElement?.closest(ELSEWHERE)) return true;
  }
  return [...(tree as ParentNode).querySelectorAll('input')].some(({ value }) => MARKED.test(value.trim()));
}
