import type { MarkKind } from '../contract.ts';
import { isAttendance } from '../label.ts';
import { collapse, textOf } from '../text.ts';
import { CHOICE, choicesAround, chosenOf } from './choices.ts';
import { headingOf } from './heading.ts';

/** One mark as the page shows it. */
export interface ShownMark {
  readonly kind: MarkKind;
  /** As shown; blank where nothing is chosen or written. */
  readonly label: string;
  /** The labels it can have; null where the page does not list them. */
  readonly labels: readonly string[] | null;
  /** What a finding about it stands beside. */
  readonly element: Element;
}

const CONTROL =
  'select, input:not([type=hidden]), textarea, [contenteditable=true], [role=combobox], button, [role=button], [role=radio], [role=checkbox], [role=switch]';
const TICK = 'input[type=checkbox], [role=checkbox], [role=switch]';
const TYPED = 'input, textarea';
/** Labels of a tick box, which shows no words of its own. */
export const TICKED = 'ticked';
export const NOT_TICKED = 'not ticked';

/** The mark that the elements found in one line show together; null when they show none, or more than one. */
export function markIn(found: readonly Element[]): ShownMark | null {
  const [only, ...others] = found;
  if (!only) return null;
  if (found.every((element) => element.matches(CHOICE)) && found.length > 1) return choice(found);
  return others.length === 0 ? inOne(only) : null;
}

/** What of an element somebody pointed at is the mark: its control, all the choices it is one of, or the element itself. */
export function markAt(element: Element): readonly Element[] {
  const inside = controlsIn(element);
  const control =
    element.closest(CONTROL) ?? labelled(element) ?? (inside.length === 1 ? inside[0] : undefined);
  if (control) return choicesAround(control);
  const first = inside.find((each) => each.matches(CHOICE));
  const choices = first ? choicesAround(first) : [];
  return choices.length > 1 && inside.every((each) => choices.includes(each)) ? choices : [element];
}

function inOne(element: Element): ShownMark | null {
  if (element instanceof HTMLSelectElement) {
    const labels = [...element.options].map((option) => collapse(option.label || option.text));
    return { kind: 'drop-down', label: labels[element.selectedIndex] ?? '', labels, element };
  }
  if (element.matches(TICK)) return tick(element);
  if (element.matches(TYPED))
    return { kind: 'typed', label: (element as HTMLInputElement).value.trim(), labels: null, element };
  const inside = controlsIn(element);
  if (inside.length > 0) {
    const shown = markIn(inside);
    return shown && { ...shown, element: shown.kind === 'choice' ? element : shown.element };
  }
  if (element.matches('[contenteditable=true]'))
    return { kind: 'typed', label: collapse(element.textContent ?? ''), labels: null, element };
  const text = element.matches('button') ? collapse(element.textContent ?? '') : textOf(element);
  if (text !== '') return { kind: 'text', label: text, labels: null, element };
  const icon = iconName(element);
  return icon === null
    ? { kind: 'text', label: '', labels: null, element }
    : { kind: 'icon', label: icon, labels: null, element };
}

function tick(element: Element): ShownMark {
  const ticked = element instanceof HTMLInputElement ? element.checked : element.ariaChecked === 'true';
  return { kind: 'tick', label: ticked ? TICKED : NOT_TICKED, labels: [TICKED, NOT_TICKED], element };
}

const SOURCES: readonly ((choice: Element) => string)[] = [
  (choice) =>
    choice instanceof HTMLInputElement ? collapse([...(choice.labels ?? [])].map(textOf).join(' ')) : '',
  (choice) => (choice instanceof HTMLInputElement ? '' : collapse(choice.textContent ?? '')),
  (choice) => choice.ariaLabel ?? choice.getAttribute('title') ?? '',
  headingOf,
  (choice) => choice.getAttribute('value') ?? choice.getAttribute('data-code') ?? '',
];

function choice(choices: readonly Element[]): ShownMark | null {
  const chosen = chosenOf(choices);
  const told = SOURCES.map((source) => choices.map(source)).filter(
    (labels) => labels.every((label) => label !== '') && new Set(labels).size === labels.length,
  );
  const labels = told.find(isAttendance) ?? told[0];
  if (!labels || chosen === undefined) return null;
  const element = (chosen ?? choices[0])?.closest('td, th, [role=gridcell]') ?? commonAncestor(choices);
  const label = chosen ? (labels[choices.indexOf(chosen)] ?? '') : '';
  return element && { kind: 'choice', label, labels, element };
}

function controlsIn(element: Element): readonly Element[] {
  return [...element.querySelectorAll(CONTROL)].filter(
    (control) => !control.parentElement?.closest('button'),
  );
}

function labelled(element: Element): Element | null {
  return element.closest('label')?.control ?? null;
}

/** The words of a mark that is drawn: what assistive technology would say, else what its classes call it. */
function iconName(element: Element): string | null {
  const drawn = [element, ...element.querySelectorAll('img, svg, i, span, [aria-label], [title]')];
  for (const each of drawn) {
    const said = each.ariaLabel ?? each.getAttribute('alt') ?? each.getAttribute('title');
    const title = said ?? each.querySelector(':scope > title')?.textContent;
    if (title?.trim()) return collapse(title);
  }
  const classes = element.querySelector('img, svg, i, span')?.getAttribute('class');
  return classes?.trim() ? collapse(classes) : null;
}

/** The nearest element around all of them. */
export function commonAncestor(elements: readonly Element[]): Element | null {
  let at = elements[0] ?? null;
  while (at && !elements.every((element) => at?.contains(element))) at = at.parentElement;
  return at;
}
