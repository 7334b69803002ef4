import type { LoggedArrival, Role } from '../components/overlay/port.ts';
import type { CalendarInput } from '../rules/calendar/calendar.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import type { KeepFor } from './retention/kept-from.ts';

/** A mark of one session, as kept: a code of the dated code table. */
export interface StoredMark {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
}

/** A saved mark of one session of one pupil, as seen on a page. */
export interface SeenMark extends StoredMark {
  readonly pupil: string;
}

/** Term dates are given, by a list, a file or the grid; or worked out from marks, which is said wherever they are used. */
export type CalendarSource = 'list' | 'file' | 'grid' | 'marks';

/** Term dates that were in force until `at` (milliseconds since 1970). */
export interface FormerCalendar {
  readonly at: number;
  /** Null: there were none. */
  readonly calendar: CalendarInput | null;
  readonly source: CalendarSource | null;
}

/** How far a recount of all pupils is, in parts of the store. */
export interface RecountState {
  readonly done: number;
  readonly of: number;
}

/** Minutes after which counts that were shown hide again; `by-role`: two for teachers, never for the office. */
export const HIDE_AFTER = ['by-role', '1', '2', '5', '10', 'never'] as const;
export type HideAfter = (typeof HIDE_AFTER)[number];

/** How counts start, as a school's IT sets it for everybody; `by-role` leaves it to who the browser is used by. */
export type CountsShown = 'shown' | 'hidden' | 'by-role';

/** What a school sets once. Everything else is derived from it. */
export interface Settings {
  /** Null until the first run has asked who the browser is used by. */
  readonly role: Role | null;
  /** Id of the policy profile in force; null until one is chosen, and then the national rules alone apply. */
  readonly policyId: string | null;
  /** Null until term dates are set. */
  readonly calendar: CalendarInput | null;
  /** Where the term dates are from; null while there are none, and for those set before this was kept, which were given. */
  readonly calendarSource: CalendarSource | null;
  /** Milliseconds to add to this computer's clock to get the school office's. */
  readonly clockOffsetMs: number;
  readonly hideAfter: HideAfter;
  /** Whether pupils' names, where an import brings them, are kept beside their marks. Turning it off erases every name. */
  readonly keepNames: boolean;
  /** How long marks are kept (`retention/kept-from.ts`). */
  readonly keepFor: KeepFor;
  /** For shared computers: what is kept can be read until the browser closes, and never after. Changing it erases what is kept. */
  readonly sessionOnly: boolean;
}

/** One MIS site: where it is, whether the browser lets us read it, and whether the user has it switched on. */
export interface Site {
  /** For example `https://myschool.example`. */
  readonly origin: string;
  readonly on: boolean;
}

/** One pupil's marks of one academic year, packed (see `rules/strips/strips.ts`), as an import sends them. */
export interface PackedStrip {
  readonly pupil: string;
  /** The academic year by its September: 2025 is 2025/26. */
  readonly year: number;
  /** Base64 of the strip's bytes; 0 means no mark, and leaves what is kept. */
  readonly bytes: string;
}

/** A pupil's name as the imported file has it. */
export interface PupilName {
  readonly pupil: string;
  readonly name: string;
}

/** What an import did. */
export interface ImportReceipt {
  readonly id: number;
  readonly pupils: number;
  /** Sessions with a mark in the import. */
  readonly marks: number;
  /** Sessions whose kept mark was replaced by a different one. */
  readonly changed: number;
  /** Sessions whose kept mark differs and stands, because a page was seen to hold it after the file was saved. */
  readonly stood: number;
}

/** An import that was committed and has not been undone. */
export interface PastImport {
  readonly id: number;
  readonly origin: string;
  /** When it was committed, in milliseconds since 1970. */
  readonly at: number;
  /** Name of the file; null for a paste. */
  readonly file: string | null;
  readonly pupils: number;
  readonly marks: number;
  /** Only the last import of an origin can be undone. */
  readonly canUndo: boolean;
}

/** How much is kept of one site. */
export interface KeptSite {
  readonly origin: string;
  readonly pupils: number;
  readonly marks: number;
  /** From the first to the last day of which a mark is kept; null where none is. */
  readonly span: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** Pupils whose name is kept beside their marks. */
  readonly named: number;
  /** When marks were last imported, in milliseconds since 1970; null where none of those kept now were. */
  readonly lastImport: number | null;
  /** Part of what is kept does not open, and is not among these figures. */
  readonly unreadable: boolean;
}

/** An arrival as the day's list shows it. */
export interface DayArrival extends LoggedArrival {
  readonly origin: string;
  readonly session: Session;
  /** Null where no name is kept. */
  readonly name: string | null;
  /** The mark of the session as last seen saved on the register or imported; null where none was. */
  readonly code: string | null;
}
