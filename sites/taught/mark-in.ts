import type { MarkKind } from '../contract.ts';
import { marksBeside } from '../generic/beside.ts';
import { chosenIn } from '../generic/chosen.ts';
import { iconLabel } from '../generic/icon.ts';
import { commonAncestor } from '../generic/scope.ts';
import { NOT_TICKED } from '../generic/words.ts';
import { isAttendance } from '../label.ts';
import { collapse, textOf } from '../text.ts';
import { areChoices, controlsIn } from './choices.ts';
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

/** The marks of several lines; null for a line that shows none, or more than one. */
export interface ShownMarks {
  readonly marks: readonly (ShownMark | null)[];
  /** Why they cannot be told, as a plain sentence; null when they can. */
  readonly fault: string | null;
}

/** What a box says that is ticked, which shows no words of its own. */
const TICKED = 'ticked';
const TICK = 'input[type=checkbox], [role=checkbox], [role=switch]';
const TYPED = 'input, textarea';

/** The marks that the elements found in each line show together. */
export function marksIn(found: readonly (readonly Element[])[]): ShownMarks {
  const parts = found.map(partsOf);
  const labels = parts.map((each) => (areChoices(each) ? labelsOf(each) : null));
  const groups = parts.flatMap((elements, i) => {
    const said = labels[i];
    return said ? [{ i, elements, labels: said }] : [];
  });
  const { made, fault } = groups.length > 0 ? chosenIn(groups) : { made: [], fault: null };
  const beside = marksBeside(
    groups.map(({ elements }, at) => ({ elements, made: made[at] ?? null, parts: [] })),
  );
  const chosen = new Map(groups.map(({ i }, at) => [i, at]));
  const marks = parts.map((elements, i) => {
    const said = labels[i];
    const at = chosen.get(i);
    if (said && at !== undefined) return choice(elements, said, made[at] ?? null, beside.labels[at] ?? '');
    const [only, ...others] = elements;
    return only && others.length === 0 && !hidesMore(only) ? single(only) : null;
  });
  return { marks, fault: fault ?? beside.fault };
}

/** A cell stands for what is in it. */
function partsOf(found: readonly Element[]): readonly Element[] {
  const [only, ...others] = found;
  if (!only || others.length > 0) return found;
  const inside = only.matches('button, select') ? [] : controlsIn(only);
  return inside.length > 0 ? inside : found;
}

/** What stands in a shadow root inside is not looked into. */
function hidesMore(element: Element): boolean {
  return [element, ...element.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null);
}

function single(element: Element): ShownMark {
  if (element instanceof HTMLSelectElement) {
    const labels = [...element.options].map((option) => collapse(option.label || option.text));
    return { kind: 'drop-down', label: labels[element.selectedIndex] ?? '', labels, element };
  }
  if (element.matches(TICK)) {
    const ticked = element instanceof HTMLInputElement ? element.checked : element.ariaChecked === 'true';
    return { kind: 'tick', label: ticked ? TICKED : NOT_TICKED, labels: [TICKED, NOT_TICKED], element };
  }
  if (element.matches(TYPED))
    return { kind: 'typed', label: (element as HTMLInputElement).value.trim(), labels: null, element };
  const text = element.matches('button') ? collapse(element.textContent ?? '') : textOf(element);
  const kind = element.matches('[contenteditable=true]') ? 'typed' : 'text';
  if (text !== '' || kind === 'typed') return { kind, label: text, labels: null, element };
  const icon = iconLabel(element);
  return { kind: icon === '' ? 'text' : 'icon', label: icon, labels: null, element };
}

const SOURCES: readonly ((choice: Element) => string)[] = [
  (choice) =>
    choice instanceof HTMLInputElement ? collapse([...(choice.labels ?? [])].map(textOf).join(' ')) : '',
  (choice) => (choice instanceof HTMLInputElement ? '' : collapse(choice.textContent ?? '')),
  (choice) => choice.ariaLabel ?? choice.getAttribute('title') ?? '',
  headingOf,
  (choice) => choice.getAttribute('value') ?? choice.getAttribute('data-code') ?? '',
];

/** What the choices are called, each otherwise; null where the page does not say. */
function labelsOf(choices: readonly Element[]): readonly string[] | null {
  const told = SOURCES.map((source) => choices.map(source)).filter(
    (labels) => labels.every((label) => label !== '') && new Set(labels).size === labels.length,
  );
  return told.find(isAttendance) ?? told[0] ?? null;
}

function choice(
  choices: readonly Element[],
  labels: readonly string[],
  made: number | null,
  beside: string,
): ShownMark | null {
  const element =
    choices[made ?? 0]?.closest('td, th, [role=gridcell]') ?? commonAncestor(choices) ?? choices[0];
  const label = made === null ? beside : (labels[made] ?? '');
  return element ? { kind: 'choice', label, labels, element } : null;
}
