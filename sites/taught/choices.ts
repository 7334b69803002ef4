import { textOf } from '../text.ts';

/** One of several choices for a mark. */
const CHOICE = 'input[type=radio], [role=radio], button, [role=button]';
const CONTROL =
  'select, input:not([type=hidden]), textarea, [contenteditable=true], [role=combobox], [role=checkbox], [role=switch]';

/** Several boxes on one line: which of them are the mark, and whether one alone can be ticked, nobody can see. */
const TICK = 'input[type=checkbox], [role=checkbox], [role=switch]';
const CELL = 'td, th, [role=cell], [role=gridcell]';
const LINE = 'tr, [role=row], li, body';

/** The shortest words on a button are codes; a longer one does something else. */
const LONGEST_LABEL = 30;

/** Whether the elements found in one line can show one mark: a single one, or choices throughout. */
export function isMark(found: readonly Element[]): boolean {
  return found.length === 1 || areChoices(found);
}

/** Whether these are the choices of one mark. */
export function areChoices(found: readonly Element[]): boolean {
  return found.length > 1 && found.every((element) => element.matches(CHOICE));
}

/** The controls in an element. */
export function controlsIn(element: Element): readonly Element[] {
  return [...element.querySelectorAll(`${CONTROL}, ${CHOICE}`)].filter(
    (control) => !control.parentElement?.closest('button'),
  );
}

/** What of an element somebody pointed at is the mark: its control, all the choices it is one of, or the element itself. */
export function markAt(element: Element): readonly Element[] {
  const inside = controlsIn(element);
  const control =
    element.closest(`${CONTROL}, ${CHOICE}`) ??
    element.closest('label')?.control ??
    (inside.length === 1 ? inside[0] : undefined);
  if (control) return choicesAround(control);
  const first = inside.find((each) => each.matches(CHOICE));
  const choices = first ? choicesAround(first) : [];
  return choices.length > 1 && inside.every((each) => choices.includes(each)) ? choices : [cellOf(element)];
}

/** A sign that fills its cell is not there where nothing is marked; the cell is. */
function cellOf(element: Element): Element {
  let at: Element = element.closest('svg') ?? element;
  while (!at.matches(CELL)) {
    const { parentElement } = at;
    const alone = parentElement?.childElementCount === 1 && textOf(parentElement) === textOf(at);
    if (!parentElement || !alone || parentElement.matches(LINE)) break;
    at = parentElement;
  }
  return at;
}

/** All choices of the mark that `control` is one choice of; the control alone where it is no choice among several. */
function choicesAround(control: Element): readonly Element[] {
  if (control.matches('input[type=radio]')) return radiosOf(control as HTMLInputElement);
  if (control.matches(TICK))
    return [...(control.closest(LINE) ?? control).querySelectorAll(TICK), control].filter(isFirst);
  const same = control.matches('[role=radio]') ? '[role=radio]' : 'button, [role=button]';
  if (!control.matches(same)) return [control];
  const group = control.closest('[role=radiogroup], [role=group]') ?? control.parentElement;
  const all = [...(group?.querySelectorAll(same) ?? [])].filter(
    (each) => (each.textContent ?? '').trim().length <= LONGEST_LABEL,
  );
  return all.length > 1 && all.includes(control) ? all : [control];
}

const isFirst = <T>(each: T, i: number, all: readonly T[]): boolean => all.indexOf(each) === i;

function radiosOf(radio: HTMLInputElement): readonly Element[] {
  const root = radio.getRootNode() as ParentNode;
  const all = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  return all.filter(
    (each) => each === radio || (each.name === radio.name && radio.name !== '' && each.form === radio.form),
  );
}
