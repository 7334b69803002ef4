type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Selector of everything that can hold a value with neither event nor mutation when it changes. */
export const CONTROLS = 'input, select, textarea';

/** Answers, each time it is called, whether any of `controls` holds something else than the time before. */
export function heldBook(controls: () => readonly Element[]): () => boolean {
  let before: readonly unknown[] = [];
  return () => {
    const now = controls().map((control) => heldBy(control as Control));
    const changed = now.length !== before.length || now.some((held, i) => held !== before[i]);
    before = now;
    return changed;
  };
}

/** A ticked box, else the words; of a drop-down the place of what is chosen. */
function heldBy(control: Control): string | number | true {
  if (control.localName === 'select') return (control as HTMLSelectElement).selectedIndex;
  return (control as HTMLInputElement).checked === true || control.value;
}
