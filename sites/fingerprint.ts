const CONTROLS = 'input, select, textarea';

/** A number that differs, but for a chance of one in four thousand million, when any control holds something else. */
export function fingerprint(trees: Iterable<ParentNode>): number {
  let hash = 0x811c9dc5;
  const mix = (n: number): void => {
    hash = Math.imul(hash ^ n, 0x01000193);
  };
  for (const tree of trees)
    for (const control of tree.querySelectorAll(CONTROLS)) {
      if (control instanceof HTMLSelectElement) mix(control.selectedIndex + 2);
      else if (
        control instanceof HTMLInputElement &&
        (control.type === 'radio' || control.type === 'checkbox')
      )
        mix(control.checked ? 1 : 0);
      else for (const letter of `${(control as HTMLInputElement).value}\n`) mix(letter.charCodeAt(0));
    }
  return hash;
}
