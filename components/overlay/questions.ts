import type { IsoDate, Session } from '../../rules/calendar/dates.ts';

/** The count of one pupil that is to be explained. */
export interface WhyQuestion {
  readonly pupil: string;
  readonly name: string | null;
  readonly date: IsoDate;
  readonly session: Session;
  /** The mark on the screen, saved or not. */
  readonly code: string | null;
  /** The page is known to have saved it. */
  readonly saved: boolean;
  /** The school's clock: milliseconds since 1970. */
  readonly at: number;
}

/** A box in the window, in its pixels. */
export interface WindowBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where on a page the why-card belongs. Asked anew whenever something may have moved. */
export interface WhyPlace {
  /** The host of the badge it was opened from, which gets the focus back; null once it has left the page. */
  badge(): HTMLElement | null;
  /** The badge, and the pupil's whole row with it: neither is ever covered. Null once either has left the page. */
  boxes(): { readonly badge: WindowBox; readonly row: WindowBox } | null;
  /** What moves with the row. */
  anchor(): Element | null;
  /** Where the bars at the foot of the window begin. */
  foot(): number;
}

/** The register for which a late arrival is to be logged. Names are shown, not sent. */
export interface LateQuestion {
  readonly date: IsoDate;
  readonly session: Session;
  /** Whom it is about; null where that is still to be chosen. */
  readonly pupil: string | null;
  readonly pupils: readonly {
    readonly pupil: string;
    readonly name: string | null;
    /** The mark on the screen, saved or not. */
    readonly code: string | null;
  }[];
}
