import type { CalendarInput } from '../../rules/calendar/calendar.ts';
import type { Minute } from '../../rules/calendar/clock.ts';
import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import type { CountWithout } from '../../rules/history/count.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import type { KeptBook } from './kept-book.ts';
import type { LateQuestion, WhyPlace, WhyQuestion } from './questions.ts';
import type { SeenBook } from './seen-book.ts';
import type { ToldMark } from './until-kept.ts';

/** Who the browser is used by; null until the first run has asked. */
export type Role = 'teacher' | 'office' | 'lead';

/** One pupil's line as the overlay needs it; a site adapter's row fits. */
export interface OverlayRow {
  readonly pupilKey: string;
  readonly name: string | null;
  readonly code: string | null;
  readonly state: 'saved' | 'draft' | 'unknown';
  readonly minutesLate: number | null;
  readonly note: string | null;
  readonly markElement: Element;
  readonly anchor: Element;
}

/** A register as the overlay needs it; a site adapter's reading fits. */
export interface OverlayReading {
  readonly adapter: string;
  readonly date: string | null;
  readonly session: Session | null;
  /** What the page calls the lesson it is a register of: no statutory session, so only codes are checked. Null otherwise. */
  readonly lesson: string | null;
  readonly group: string | null;
  readonly root: Element;
  readonly rows: readonly OverlayRow[];
  /** How it was understood, which a person confirmed and can teach anew; null where nothing was to be confirmed. */
  readonly basis: object | null;
  readonly health: {
    readonly paused: string | null;
    readonly unknownCodes: readonly string[];
    /** Rows of the register where the page has drawn only some of them; null when all are there. */
    readonly rowsInAll: number | null;
  };
}

/** Marks of earlier sessions as the overlay needs them; what a site adapter reads of a page of histories fits. */
export interface OverlayHistory {
  readonly marks: readonly {
    readonly pupilKey: string;
    readonly date: IsoDate;
    readonly session: Session;
    readonly code: string;
  }[];
  readonly health: {
    /** Marks that were not certain, and so were not read. */
    readonly leftOut: number;
    readonly paused: string | null;
  };
}

/** What a person can do about a page that is not checked: look at how it was understood, or show where things are. */
export type SetUp = 'confirm' | 'teach';

/** The registers on this page, or one plain sentence that says why it is not being checked. */
export type Sight =
  | { readonly kind: 'registers'; readonly readings: readonly [OverlayReading, ...OverlayReading[]] }
  /** `setUp` null: there is nothing to be done. */
  | { readonly kind: 'not-checking'; readonly why: string; readonly setUp: SetUp | null }
  /** A page of earlier marks. */
  | { readonly kind: 'history'; readonly reading: OverlayHistory }
  /** A page with no sign of a register: nothing is shown at all. */
  | { readonly kind: 'no-register' };

/** Where readings come from. */
export interface RegisterSource {
  /** Reads the page as it is now. Never throws. */
  look(): Sight;
  /** Calls `onChange` when the page may read differently, once a frame or little more; stops with `signal`. */
  observe(signal: AbortSignal, onChange: () => void): void;
}

/** When counts that are shown hide by themselves. While the page fills the screen, or is printed, they always do. */
export interface Hiding {
  /** So many milliseconds after one was last shown; null for never. */
  readonly afterMs: number | null;
  /** When the tab is left for another. */
  readonly onLeave: boolean;
}

/** What the overlay must know before its first check. */
export interface OverlayContext {
  readonly role: Role | null;
  readonly countsShown: boolean;
  /** Left out where counts never hide by themselves. */
  readonly hiding?: Hiding;
  readonly policy: Policy;
  /** Null until term dates are set: then nothing can be counted, and the bar says so. */
  readonly calendar: CalendarInput | null;
  /** The term dates were worked out from marks, not given: said wherever a count is shown. */
  readonly inferred?: boolean;
  /** Milliseconds to add to this computer's clock to get the school office's. */
  readonly clockOffsetMs: number;
  /** The clock is set for training and not the school's own: said in the bar as long as it holds. */
  readonly training?: boolean;
}

/** A finding that somebody kept as it is: the check's word on this code of this pupil. */
export interface KeptFinding {
  readonly pupil: string;
  readonly code: string;
  readonly rule: string;
}

/** That findings about one mark are kept as they are or, `kept` false, are not any more. */
export interface Keeping {
  readonly pupil: string;
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
  readonly rules: readonly string[];
  readonly kept: boolean;
  /** Null where the policy asks for none. */
  readonly reason: string | null;
}

/** Who changes a mark, as a record of the change needs it. */
export interface Who {
  readonly by: string;
  readonly role: string;
}

/** A change that a person made to a mark of an earlier session, with what its record needs. */
export interface AmendmentRecord extends Who {
  /** The original mark. */
  readonly from: string;
  /** The amended mark. */
  readonly to: string;
  readonly reason: string;
  /** The day of the change. */
  readonly on: IsoDate;
}

/** A change that is to be recorded. */
export interface MarkChange extends Pick<AmendmentRecord, 'from' | 'to'> {
  readonly pupil: string;
  /** Shown, not sent. */
  readonly name: string | null;
  readonly date: IsoDate;
  readonly session: Session;
}

/** Why a pupil's count cannot be given, in one plain sentence. */
export interface NoCount {
  readonly why: string;
}

/**
 * The answer to one batched question about a register. Pupils of whom nothing is known are absent; those of whom something is
 * kept that cannot be read are not.
 */
export type Counts = Readonly<Record<string, CountWithout | NoCount>>;

/** What the overlay asks of the world behind the page: the background's door, the practice page, or a widget's store. */
export interface OverlayPort {
  context(): Promise<OverlayContext>;
  /** Counts for every pupil of one register, in one message. */
  counts(question: { date: IsoDate; session: Session; pupils: readonly string[] }): Promise<Counts>;
  /** Takes saved marks seen on the page, to be added to the pupils' strips. */
  readonly seen: SeenBook;
  /** Which findings people keep as they are. */
  readonly kept: KeptBook;
  /** Opens the helper in which a change is recorded, beside `mark`, until `signal`. Null: it was closed, and nothing recorded. */
  amend(change: MarkChange, mark: Element, signal: AbortSignal): Promise<AmendmentRecord | null>;
  /** Saved marks of earlier sessions seen on the page, to be added likewise; at most a thousand at once. */
  seenHistory(marks: readonly ToldMark[]): Promise<void>;
  /**
   * Opens the why-card for one pupil, until `signal`: counts were hidden, or the row left or has another mark. `name` is
   * shown, not sent.
   */
  why(question: WhyQuestion, place: WhyPlace, signal: AbortSignal): Promise<void>;
  /** Opens the panel in which a page is confirmed or taught, until `signal`. */
  setUp(how: SetUp, signal: AbortSignal): Promise<void>;
  /** When pupils of one register were logged to have come, in order of arrival. */
  arrivals(question: { date: IsoDate; session: Session }): Promise<readonly LoggedArrival[]>;
  /** Opens the panel in which late arrivals are logged, until `signal`: the register left. */
  late(question: LateQuestion, signal: AbortSignal): Promise<void>;
  /** Says outside the page (toolbar badge, popup) how the page stands. */
  report(state: PageState): void;
  /** Calls back when settings, policy or store changed, or when the popup or the keyboard shortcut asks to show or hide counts. */
  onChange(signal: AbortSignal, listener: (change: PortChange) => void): void;
}

export type PortChange =
  | { readonly kind: 'reload' }
  | { readonly kind: 'counts-shown'; readonly shown: boolean }
  /** The keyboard shortcut: shown becomes hidden, hidden becomes shown. */
  | { readonly kind: 'switch-counts' }
  /** The popup: open the panel in which this page is confirmed or taught. */
  | { readonly kind: 'set-up' }
  /** The extension was updated or removed under the open page. */
  | { readonly kind: 'gone' };

/** When a pupil came to a session, as somebody logged it. */
export interface LoggedArrival {
  readonly pupil: string;
  readonly arrived: Minute;
  /** Empty where none was given. */
  readonly reason: string;
}

/** How a page stands, for the toolbar and the popup. */
export interface PageState {
  readonly state: 'checking' | 'not-checking' | 'history' | 'no-register';
  /** One plain sentence. */
  readonly detail: string;
  readonly findings: number;
  /** What a person can do about a page that is not checked; null for nothing. */
  readonly setUp: SetUp | null;
}
