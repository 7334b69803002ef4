/** Far longer than a browser takes to open a database on a slow disk. */
const PATIENCE_MS = 10_000;

/**
 * What the browser answers; rejects with a `TimeoutError` when it never does. Chromium forgets what it was asked while it erases a
 * site's data, and whoever waited for that would wait for ever.
 */
export function inTime<T>(answer: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new DOMException('The browser did not answer', 'TimeoutError'));
    const timer = setTimeout(late, PATIENCE_MS);
    const settled = () => clearTimeout(timer);
    answer.then(settled, settled);
    answer.then(resolve, reject);
  });
}
