import { outwards } from './across.ts';
import type { CheckedRow } from './checked-rows.ts';

/** Remembers what was found on rows that a page draws only while they are on the screen. */
export interface AwayRows {
  /**
   * Rows with findings, kept or not, that have left the page since. `occasion` and `root` name the register: with another, or one that is
   * drawn whole, nothing is remembered.
   */
  see(
    rows: readonly CheckedRow[],
    register: { occasion: string; root: Element; whole: boolean },
  ): readonly CheckedRow[];
  /** What was kept as it is on a row that is away is to be said again. */
  unkeep(pupil: string): void;
  /** Scrolls to where a pupil's row was last seen; false when that is not known. */
  scrollTo(pupil: string): boolean;
  clear(): void;
}

interface Remembered {
  readonly checked: CheckedRow;
  readonly scroller: Element;
  readonly top: number;
}

/** No rows yet. */
export function awayRows(): AwayRows {
  let register = '';
  let root: Element | null = null;
  let known = new Map<string, Remembered>();
  return {
    clear: () => known.clear(),
    see(rows, { occasion, root: at, whole }) {
      if (occasion !== register || at !== root || whole) known = new Map();
      register = occasion;
      root = at;
      if (whole) return [];
      for (const { row } of rows) known.delete(row.pupilKey);
      const away = [...known.values()].map(({ checked }) => checked);
      const found = rows.filter(({ findings, kept }) => findings.length + kept.length > 0);
      const [one] = rows;
      if (!one || found.length === 0) return away;
      const scroller = scrollerOf(one.row.anchor);
      for (const checked of found)
        known.set(checked.row.pupilKey, { checked, scroller, top: scroller.scrollTop });
      return away;
    },
    unkeep(pupil) {
      const place = known.get(pupil);
      if (!place) return;
      const { findings, kept } = place.checked;
      known.set(pupil, {
        ...place,
        checked: { ...place.checked, findings: [...findings, ...kept], kept: [] },
      });
    },
    scrollTo(pupil) {
      const place = known.get(pupil);
      place?.scroller.scrollTo({ top: place.top });
      return place !== undefined;
    },
  };
}

/** The box that `element` scrolls up and down in. */
function scrollerOf(element: Element): Element {
  const { documentElement, scrollingElement } = element.ownerDocument;
  for (const at of outwards(element))
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return scrollingElement ?? documentElement;
}
