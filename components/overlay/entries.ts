import type { SchoolTime } from '../../rules/calendar/clock.ts';

/** A mark on the page, and when we saw it being made; `entered` null: it was there before we looked. */
export interface Entry {
  readonly code: string | null;
  readonly entered: SchoolTime | null;
}

/** Remembers when each mark of one register was first seen. */
export interface EntryBook {
  /** The entries of the rows as they stand now. A register of another `occasion` starts a new page of the book. */
  see(
    occasion: string,
    rows: readonly { readonly pupilKey: string; readonly code: string | null }[],
    now: SchoolTime,
  ): ReadonlyMap<string, Entry>;
  /** The register has left the page. */
  left(): void;
}

/**
 * An empty book. A row not seen before is not an entry made now: it may have been pre-filled. Nor is a mark that changed
 * while its row was off the page, scrolled or filtered away, unless it was back within the minute.
 */
export function entryBook(): EntryBook {
  let page = '';
  let entries = new Map<string, Entry>();
  let seen = new Map<string, SchoolTime>();
  let present = new Set<string>();
  return {
    left: () => present.clear(),
    see(occasion, rows, now) {
      if (occasion !== page) {
        page = occasion;
        entries = new Map();
        seen = new Map();
      }
      for (const { pupilKey, code } of rows) {
        const known = entries.get(pupilKey);
        const watched = present.has(pupilKey) || isSameMinute(seen.get(pupilKey), now);
        seen.set(pupilKey, now);
        if (known?.code !== code) entries.set(pupilKey, { code, entered: known && watched ? now : null });
      }
      present = new Set(rows.map(({ pupilKey }) => pupilKey));
      return entries;
    },
  };
}

function isSameMinute(a: SchoolTime | undefined, b: SchoolTime): boolean {
  return a?.minute === b.minute && a.date === b.date;
}
