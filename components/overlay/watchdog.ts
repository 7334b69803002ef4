/** How often, within how long, a page may take our pieces out before we stop putting them back. */
export const REMOUNTS = 5;
export const REMOUNT_WINDOW_MS = 10_000;

/** Counts removals. `removed` answers whether to put the pieces back or to give up for good. */
export interface Watchdog {
  removed(atMs: number): 'put-back' | 'give-up';
}

/** A new, unspent budget: {@link REMOUNTS} removals in any {@link REMOUNT_WINDOW_MS}, and then no more. */
export function watchdog(): Watchdog {
  let recent: number[] = [];
  return {
    removed(atMs) {
      recent = [...recent.filter((ms) => atMs - ms < REMOUNT_WINDOW_MS), atMs];
      return recent.length > REMOUNTS ? 'give-up' : 'put-back';
    },
  };
}
