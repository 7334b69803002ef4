import { collapse } from '../text.ts';
import { closeTo, isElement, type Level } from './above.ts';

/** What can be pressed says what may come, and not what is. */
const COMMAND =
  'a, button, [role=button], [role=tab], [role=link], [role=menuitem], [role=option], [role=radio], [role=gridcell]';
const CONTROL = 'select, textarea, option';
/** What is of the whole site, and what is not shown. */
const NO_LINE =
  'nav, footer, aside, thead, [role=rowgroup], [role=row], [role=columnheader], [role=banner], [role=navigation], [role=contentinfo], script, style, template, [hidden], [data-rw]';
/** What is read part by part. */
const BLOCK =
  'address, article, blockquote, dd, div, dl, dt, fieldset, form, h1, h2, h3, h4, h5, h6, header, li, ol, p, section, table, td, th, ul';
const LONGEST = 200;
const LONGEST_LABEL = 40;
/** Lists of other things. */
const LIST =
  '[role=grid], [role=table], [role=treegrid], [role=listbox], [role=menu], [role=tablist], [role=tree]';
/** A table with more rows than these is a list of something. */
const FEW_ROWS = 6;

/** Lines of text close before a register, as the page breaks them. */
export function linesIn(
  levels: readonly Level[],
  isShown: (element: Element) => boolean,
): readonly { readonly text: string; readonly own: boolean }[] {
  return closeTo(levels).flatMap(({ before, own }) =>
    before
      .flatMap((node) => linesOf(node, isShown))
      .filter((text) => text !== '' && text.length <= LONGEST)
      .map((text) => ({ text, own })),
  );
}

/** A node's words, after those of the label before it: "Date of birth" makes a date another. */
export function withOwnLabel(node: Node): string {
  const text = wordsOf(node);
  let before = node.previousSibling;
  while (before && wordsOf(before) === '') before = before.previousSibling;
  if (text === '' || !before || (isElement(before) && before.childElementCount > 0)) return text;
  const label = wordsOf(before);
  return label.length <= LONGEST_LABEL && !/\d/.test(label) ? `${label} ${text}` : text;
}

function linesOf(node: Node, isShown: (element: Element) => boolean): readonly string[] {
  if (!isElement(node)) return [withOwnLabel(node)];
  if (node.matches(`${NO_LINE}, ${COMMAND}`) || isList(node) || !isShown(node)) return [];
  // The parts of a line say no more than the line, and less of what it means.
  if (!node.shadowRoot && !node.querySelector(isToolbar(node) ? `${BLOCK}, ${COMMAND}` : BLOCK))
    return [withOwnLabel(node)];
  const parts = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes];
  return parts.flatMap((child) => linesOf(child, isShown));
}

/** Of elements only, with no words of its own between them. */
const isToolbar = (element: Element): boolean =>
  [...element.childNodes].every((node) => node.nodeType !== 3 || (node.nodeValue ?? '').trim() === '');

const wordsOf = (node: Node): string => collapse(wordsIn(node));

/** The words of a node and all in it but what can be pressed or chosen from. */
function wordsIn(node: Node): string {
  if (!isElement(node)) return node.nodeType === 3 ? (node.nodeValue ?? '') : '';
  if (node.matches(`${NO_LINE}, ${COMMAND}, ${CONTROL}`)) return '';
  return [...node.childNodes].map(wordsIn).join('');
}

/** Lists say nothing about the register. A short table without headings may be how an old page is laid out. */
function isList(element: Element): boolean {
  return (
    element.matches(LIST) ||
    (element.localName === 'table' &&
      ((element as HTMLTableElement).rows.length > FEW_ROWS || element.querySelector('thead') !== null))
  );
}
