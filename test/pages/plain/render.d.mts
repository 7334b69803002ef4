interface PagePupil {
  readonly id: string;
  readonly name: string;
}

/** Pupils 1001 onwards, names repeating from the class list. */
export function manyPupils(pupils: readonly PagePupil[], rows: number): readonly PagePupil[];

/** A whole page with a register of drop-downs; `script` runs last in it. */
export function renderPlain(page: {
  pupils: readonly PagePupil[];
  date: string;
  session?: 'AM' | 'PM';
  script?: string;
}): string;

/** Script of a page that removes whatever is added to it with `data-rw`. */
export const HOSTILE: string;
