/** Either an answer or one plain sentence that says why there is none. */
export type Reply<T> = { ok: true; value: T } | { ok: false; message: string };

/** What the background tells a page without being asked. */
export type Push =
  | { to: 'page'; kind: 'reload' }
  | { to: 'page'; kind: 'counts-shown'; shown: boolean }
  | { to: 'page'; kind: 'switch-counts' }
  | { to: 'page'; kind: 'set-up' }
  /** Permission taken back, or switched off. For pages whose origin, with or without its port, is among `origins`. */
  | { to: 'page'; kind: 'stop'; origins: readonly string[] };

/** The keyboard shortcut that shows or hides counts, as the manifest names it. */
export const SWITCH_COUNTS = 'switch-counts';

/** The origin under which the practice register's made-up marks are kept. */
export const PRACTICE_ORIGIN = 'practice:register';
