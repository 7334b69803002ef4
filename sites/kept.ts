/** Elements of one kind, looked for once: a long register has tens of thousands of others to go through. */
export interface Kept {
  all(): readonly Element[];
  /** There may be others now. */
  anew(): void;
}

/** Keeps what a selector finds in the trees that `trees` answers, until it is to be looked for anew. */
export function kept(selector: string, trees: () => Iterable<ParentNode>): Kept {
  let found: readonly Element[] | null = null;
  return {
    all() {
      found ??= [...trees()].flatMap((tree) => [...tree.querySelectorAll(selector)]);
      return found;
    },
    anew() {
      found = null;
    },
  };
}
