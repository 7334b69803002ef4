import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import type { SiteProfile } from './profile.ts';

/** Whether a mark on the page is known to be saved in the MIS, is only on the screen, or cannot be told. */
export type MarkState = 'saved' | 'draft' | 'unknown';

/** One pupil's line in a register, as read. */
export interface RegisterRow {
  /** The MIS's own id of the pupil, from a field name, link or data attribute; never the row's place or a bare name. */
  readonly pupilKey: string;
  /** The name as shown; null when the page shows none. Never stored, never sent. */
  readonly name: string | null;
  /** The mark now chosen, as an attendance code where the page's label could be mapped, else as shown; null when there is none. */
  readonly code: string | null;
  /** Whether the mark is saved. A pre-filled default is a draft. */
  readonly state: MarkState;
  /** Minutes late where the page holds them; null when it does not. */
  readonly minutesLate: number | null;
  /** The comment beside the mark; null when the page has none. */
  readonly note: string | null;
  /** The control or cell that holds the mark: what a finding is about. */
  readonly markElement: Element;
  /** The cell or block that holds the name: what a count stands beside. */
  readonly anchor: Element;
}

/** By what a page shows a mark. */
export type MarkKind = 'drop-down' | 'choice' | 'tick' | 'typed' | 'text' | 'icon';

/** A label a mark has, or can have, and the code it is read as. */
export interface ReadLabel {
  /** As shown on the page. */
  readonly label: string;
  /** Null: it is not known which code it stands for. */
  readonly code: string | null;
  /** A likely code that a person has yet to confirm: such a label is not read as a code until then. */
  readonly proposed: string | null;
}

/** How a page was understood that no adapter was made for: what a person confirms, and later readings are held against. */
export interface Basis {
  readonly marks: MarkKind;
  /** Where the pupils' numbers stand, in a few plain words that stay the same from day to day: "data-student-id", "links". */
  readonly pupils: string;
  readonly labels: readonly ReadLabel[];
}

/** How far a reading can be trusted. */
export interface Health {
  readonly rowsSeen: number;
  readonly pupilsIdentified: number;
  /** Marks whose label is no code we know, each once, as shown. */
  readonly unknownCodes: readonly string[];
  /** Pupil keys that stand on more than one row. */
  readonly duplicateKeys: readonly string[];
  /** Rows the page says the register has, of which it has drawn only some; null when all are there. */
  readonly rowsInAll: number | null;
  /** Why checking is paused, as one plain sentence; null when the page is being checked. */
  readonly paused: string | null;
}

/** What is not on the page is null: it is asked for, or taken from settings and said so. */
export interface RegisterReading {
  readonly adapter: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly session: Session | null;
  /** What the page calls the lesson the register is of ("Period 3"); null for a statutory session. Only codes are checked. */
  readonly lesson: string | null;
  readonly group: string | null;
  /** The element that holds the register: what is watched, and what the bar is about. */
  readonly root: Element;
  readonly rows: readonly RegisterRow[];
  /** Null from an adapter that was proved on its pages: there is nothing to confirm. */
  readonly basis: Basis | null;
  readonly health: Health;
}

/** One saved mark of an earlier session, from a page of pupils' histories. */
export interface HistoryMark {
  /** The same id as on the register page of the system, from the same place in its data. */
  readonly pupilKey: string;
  /** A school day before today: today's marks are the register's to tell. */
  readonly date: IsoDate;
  readonly session: Session;
  /** An attendance code. */
  readonly code: string;
}

/** What a page of earlier marks was read as. Every mark on it is saved: such a page has no presets. */
export interface HistoryReading {
  readonly adapter: string;
  /** Each session of each pupil once; empty while paused. */
  readonly marks: readonly HistoryMark[];
  readonly health: {
    /** Marks of earlier sessions that could not be read for certain, and so were not. */
    readonly leftOut: number;
    /** Of these, labels of which it is not certain what code they are, each once, as shown. */
    readonly unknownCodes: readonly string[];
    /** Why nothing of the page is read, as one plain sentence; null when it is read. */
    readonly paused: string | null;
  };
}

/** Thrown by an adapter that recognised a page and then could not read it. Its message is shown to the user. */
export class SiteReadError extends Error {
  override readonly name = 'SiteReadError';
}

/** Reads one kind of register page. Data plus at most a few small functions; never writes to the page. */
export interface SiteAdapter {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** What it was proved on, or null when it has not been proved on any real page. */
  readonly verified: string | null;
  /** 0 (not mine) to 1 (certain), from the address and the document. Cheap; never throws. */
  matches(url: URL, document: Document): number;
  /**
   * The registers under `root`, in the order they stand; empty when there is none. Throws {@link SiteReadError} only. Same
   * page, same answer. `profile` is what a person confirmed of this kind of page; null when nobody has. `today` is what a
   * page means by "Today", and the year of a date that has none; without it such dates are not known.
   */
  read(root: Document, profile: SiteProfile | null, today?: IsoDate): readonly RegisterReading[];
  /**
   * The earlier marks that a page of pupils' histories shows; null when the page is none, a reading without marks where it
   * shows none that are of sessions. A mark whose pupil, day, session or code is not certain is left out. Throws
   * {@link SiteReadError} only. Same page, same answer. `profiles` are what people confirmed of this site's registers. An
   * adapter without this member reads no histories.
   */
  history?(root: Document, profiles: readonly SiteProfile[], today: IsoDate): HistoryReading | null;
}
