import type { Session } from '../../rules/calendar/dates.ts';
import { agreedDay, datesIn } from '../day.ts';
import { sessionsIn } from '../session.ts';
import { collapse, textOf } from '../text.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, [role=heading], time[datetime]';
const CHOSEN = '[aria-selected=true], [aria-current]:not([aria-current=false]), [aria-pressed=true]';
const NOT_THE_DAY = /\bweek\b|\bw\/c\b|\b(?:since|until|saved|updated|printed|due)\b/i;
const LONGEST = 200;
/** How many ancestors count as close. */
const LEVELS = 4;
/** A block with more children than these is read child by child. */
const FEW = 3;

/** What the page says about the whole register; null where it says nothing, or two things. */
export interface Surroundings {
  readonly date: string | null;
  readonly session: Session | null;
}

/**
 * Date and session of a register, from what stands around it: its caption and mark column, what is chosen in controls
 * above it, and the nearest heading that says one, which must all agree. Only a date, and only where they are silent, is
 * taken from other short text close above.
 */
export function surroundings(register: Element, markHeading: string): Surroundings {
  const near = [markHeading, ...captions(register), ...chosenAbove(register)];
  const headings = before(register, register.ownerDocument.querySelectorAll(HEADINGS))
    .reverse()
    .map(headingText);
  return {
    date: firstDay(near, headings, () => [...shortTextsAbove(register), register.ownerDocument.title]),
    session: firstSession(near, headings),
  };
}

function firstDay(
  near: readonly string[],
  headings: readonly string[],
  other: () => readonly string[],
): string | null {
  const dates = (texts: readonly string[]) =>
    texts.filter((text) => !NOT_THE_DAY.test(text)).flatMap(datesIn);
  const nearest = headings.map((text) => dates([text])).find((found) => found.length > 0) ?? [];
  const stated = [...dates(near), ...nearest];
  return agreedDay(stated.length > 0 ? stated : dates(other()));
}

function firstSession(near: readonly string[], headings: readonly string[]): Session | null {
  const sessions = (texts: readonly string[]) => texts.flatMap((text) => [...sessionsIn(text)]);
  const nearest = headings.map((text) => sessions([text])).find((found) => found.length > 0) ?? [];
  const [first, ...others] = new Set([...sessions(near), ...nearest]);
  return first !== undefined && others.length === 0 ? first : null;
}

function captions(register: Element): readonly string[] {
  const caption = register.querySelector('caption');
  const id = register.getAttribute('aria-labelledby');
  const label = id ? register.ownerDocument.getElementById(id) : null;
  return [
    caption ? textOf(caption) : '',
    label ? textOf(label) : '',
    register.getAttribute('aria-label') ?? '',
  ];
}

/** The values of controls that stand before the register: drop-downs, dates, radio buttons, tabs. */
function chosenAbove(register: Element): readonly string[] {
  const page = register.ownerDocument;
  const selects = before(register, page.getElementsByTagName('select')).map((select) =>
    [...select.selectedOptions].map((option) => collapse(option.text)).join(' '),
  );
  const inputs = before(register, page.getElementsByTagName('input')).flatMap((input) => {
    if (input.type === 'date' || input.type === 'text') return input.value;
    return input.type === 'radio' && input.checked ? [...(input.labels ?? [])].map(textOf) : [];
  });
  return [
    ...selects,
    ...inputs,
    ...before(register, page.querySelectorAll(CHOSEN)).map((element) => element.textContent ?? ''),
  ].filter((text) => text.length <= LONGEST);
}

/** Text beside the register's nearest ancestors, as far as it stands before it. */
function shortTextsAbove(register: Element): readonly string[] {
  const texts: string[] = [];
  let at: Element | null = register;
  for (let up = 0; at && up < LEVELS; up++, at = at.parentElement)
    for (let side = at.previousSibling; side; side = side.previousSibling) texts.push(...textsOf(side));
  return texts.map(collapse).filter((text) => text !== '' && text.length <= LONGEST);
}

function textsOf(node: Node): readonly string[] {
  if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? [node.nodeValue ?? ''] : [];
  if (node.matches('table, script, style, template')) return [];
  return [node, ...node.querySelectorAll('*')]
    .filter((element) => element.childElementCount <= FEW)
    .map(textOf);
}

const headingText = (element: Element): string =>
  `${textOf(element)} ${element.getAttribute('datetime') ?? ''}`;

/** Of elements in the order they stand, those that end before the register begins. Stops at the register. */
function before<E extends Element>(register: Element, elements: Iterable<E>): E[] {
  const found: E[] = [];
  for (const element of elements) {
    const place = register.compareDocumentPosition(element);
    if (place === Node.DOCUMENT_POSITION_PRECEDING) found.push(element);
    else if (!(place & Node.DOCUMENT_POSITION_PRECEDING)) break;
  }
  return found;
}
