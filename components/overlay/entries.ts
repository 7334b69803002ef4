import type { SchoolTime } from '../../rules/calendar/clock.ts';

/** A mark on the page, and when we saw it being made; `entered` null: it was there before we looked. */
export interface Entry {
  readonly code: string | null;
  readonly entered: SchoolTime | null;
}

/** Remembers when each mark of one register was first seen. */
export interface EntryBook {
  /** The entries of the rows as they stand now. A register of another `sitting` starts a new page of the book. */
  see(
    sitting: string,
    rows: readonly { readonly pupilKey: string; readonly code: string | null }[],
    now: SchoolTime,
  ): ReadonlyMap<string, Entry>;
}

/** An empty book. A row not seen before is not an entry made now: it may have been pre-filled, or scrolled in. */
export function entryBook(): EntryBook {
  let page = '';
  let entries = new Map<string, Entry>();
  return {
    see(sitting, rows, now) {
      if (sitting !== page) {
        page = sitting;
        entries = new Map();
      }
      for (const { pupilKey, code } of rows) {
        const before = entries.get(pupilKey);
        if (before?.code === code) continue;
        entries.set(pupilKey, { code, entered: before ? now : null });
      }
      return entries;
    },
  };
}
