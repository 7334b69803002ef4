import type { OverlayRow } from './port.ts';

/** How long a page is given to bring the rows of another session after it has named that session. */
export const GRACE_MS = 3000;

/**
 * Tells whether the rows on the page may still be those of the session before. Many pages change a heading or a drop-down
 * first and the rows a moment later; to read the old marks under the new session would be to read them wrongly. Rows are
 * new when their elements or their marks are; when nothing has changed after {@link GRACE_MS} they are taken as they are.
 * `at` is in milliseconds, from any clock that only goes forward.
 */
export function turning(): (sitting: string, rows: readonly OverlayRow[], at: number) => boolean {
  let settled: {
    readonly sitting: string;
    readonly rows: string;
    readonly elements: readonly Element[];
  } | null = null;
  let since: { readonly sitting: string; readonly at: number } | null = null;
  return (sitting, rows, at) => {
    const now = {
      sitting,
      rows: JSON.stringify(rows.map(({ pupilKey, code, state }) => [pupilKey, code, state])),
      elements: rows.map(({ anchor }) => anchor),
    };
    const same =
      settled !== null &&
      settled.sitting !== sitting &&
      settled.rows === now.rows &&
      settled.elements.every((element, i) => element === now.elements[i]);
    if (same) {
      if (since?.sitting !== sitting) since = { sitting, at };
      if (at - since.at < GRACE_MS) return true;
    }
    since = null;
    settled = now;
    return false;
  };
}
