/** Before the first new try, and at most between two, in milliseconds. A store that is full needs a person, and time. */
export const FIRST_WAIT = 1_000;
export const LONGEST_WAIT = 120_000;

/** Calls `again` after `ms` milliseconds. */
export type Later = (ms: number, again: () => void) => void;

/** Tells what is to be kept again and again, less and less often, until it is kept. `tell` null: there is nothing left to tell. */
export function tellUntilKept(tell: () => Promise<void> | null, later: Later, wait = FIRST_WAIT): void {
  tell()?.catch(() => later(wait, () => tellUntilKept(tell, later, Math.min(wait * 4, LONGEST_WAIT))));
}
