/** How often, within how long, a page may take our pieces out before we stop putting them back. */
export const REMOUNTS = 5;
export const REMOUNT_WINDOW_MS = 10_000;

/**
 * The same where the page wrote what the pieces stood in anew: many do so for every mark, and a virtual list for every
 * row that scrolls in. More often than this, it is answering us.
 */
export const REWRITES = 150;

/** Counts removals. `removed` answers whether to put the pieces back or to give up for good. */
export interface Watchdog {
  /** `rewritten`: the pieces went with what they stood in. */
  removed(atMs: number, rewritten?: boolean): 'put-back' | 'give-up';
}

/** A new, unspent budget: {@link REMOUNTS} removals in any {@link REMOUNT_WINDOW_MS}, and then no more. */
export function watchdog(): Watchdog {
  const taken: number[] = [];
  const rewrites: number[] = [];
  return {
    removed(atMs, rewritten = false) {
      const recent = rewritten ? rewrites : taken;
      while (recent[0] !== undefined && atMs - recent[0] >= REMOUNT_WINDOW_MS) recent.shift();
      recent.push(atMs);
      return recent.length > (rewritten ? REWRITES : REMOUNTS) ? 'give-up' : 'put-back';
    },
  };
}
