import type { Page } from '@playwright/test';

/** One pupil as the page's own model has them. */
export interface TruePupil {
  readonly id: string;
  /** Other numbers of this pupil's that the page may show. */
  readonly also: readonly string[];
  readonly name: string;
  readonly code: string | null;
}

/** What the page is about, told by its model and not by its document. */
export interface Truth {
  readonly date: string;
  readonly session: 'AM' | 'PM' | null;
  readonly lesson: string | null;
  readonly group: string;
  /** The pupils whose rows are drawn now. */
  readonly onScreen: readonly string[];
  /** Rows the grid has to scroll through, drawn or not. */
  readonly inView: number;
  readonly pupils: readonly TruePupil[];
}

/** Asks the page's model. */
export const truthOf = (page: Page): Promise<Truth> =>
  page.evaluate(() => (globalThis as unknown as { __truth: () => Truth | Promise<Truth> }).__truth());
