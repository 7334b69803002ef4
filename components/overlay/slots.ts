/** Something that holds the register whose element it had last. */
export interface Slot {
  readonly root: Element | null;
}

/**
 * Which slot each register goes to: the one that had its element, else the first that is free; null asks for a new one.
 * A page that builds its only register anew keeps its slot.
 */
export function slotsFor<S extends Slot>(
  slots: readonly S[],
  registers: readonly { readonly root: Element }[],
): readonly (S | null)[] {
  const free = new Set(slots);
  const take = (slot: S | undefined) => {
    if (slot) free.delete(slot);
    return slot ?? null;
  };
  const had = registers.map(({ root }) => take([...free].find((slot) => slot.root === root)));
  return had.map((slot) => slot ?? take([...free][0]));
}
