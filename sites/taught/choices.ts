/** One of several choices for a mark. */
export const CHOICE = 'input[type=radio], [role=radio], button, [role=button]';

/** The shortest words on a button are codes; a longer one does something else. */
const LONGEST_LABEL = 30;
const STATES = ['aria-checked', 'aria-pressed', 'aria-selected'];

/** All choices of the mark that `control` is one choice of; the control alone where it is no choice among several. */
export function choicesAround(control: Element): readonly Element[] {
  if (control.matches('input[type=radio]')) return radiosOf(control as HTMLInputElement);
  const same = control.matches('[role=radio]') ? '[role=radio]' : 'button, [role=button]';
  if (!control.matches(same)) return [control];
  const group = control.closest('[role=radiogroup], [role=group]') ?? control.parentElement;
  const all = [...(group?.querySelectorAll(same) ?? [])].filter(
    (each) => (each.textContent ?? '').trim().length <= LONGEST_LABEL,
  );
  return all.length > 1 && all.includes(control) ? all : [control];
}

function radiosOf(radio: HTMLInputElement): readonly Element[] {
  const root = radio.getRootNode() as ParentNode;
  const all = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  return all.filter(
    (each) => each === radio || (each.name === radio.name && radio.name !== '' && each.form === radio.form),
  );
}

/** The choice that is made; null when none is; undefined when the page shows it in no way that can be told for certain. */
export function chosenOf(choices: readonly Element[]): Element | null | undefined {
  const stated = choices.filter(
    (each) => each instanceof HTMLInputElement || STATES.some((state) => each.hasAttribute(state)),
  );
  if (stated.length > 0) {
    const made = stated.filter(isChosen);
    return made.length > 1 || stated.length < choices.length ? undefined : (made[0] ?? null);
  }
  const dress = choices.map((each) => each.getAttribute('class') ?? '');
  const odd = choices.filter((_, i) => dress.filter((other) => other === dress[i]).length === 1);
  if (odd.length === 0) return null;
  return odd.length === 1 && choices.length > 2 ? odd[0] : undefined;
}

function isChosen(choice: Element): boolean {
  if (choice instanceof HTMLInputElement) return choice.checked;
  return STATES.some((state) => choice.getAttribute(state) === 'true');
}
