const LOCK = 'registerwise-store';

/**
 * Runs `work` while nothing else changes the store. What is kept is opened and sealed outside transactions, which would
 * commit while they waited for the cipher: so it is read, changed and written under this one lock, and written in one
 * transaction at the end. Not to be called from within itself.
 */
export function locked<T>(work: () => Promise<T>): Promise<T> {
  // Typed for what `work` answers with, which the DOM's own types lose.
  return navigator.locks.request(LOCK, work) as Promise<T>;
}
