import type {
  AmendmentRecord,
  Counts,
  Keeping,
  KeptFinding,
  LoggedArrival,
  OverlayContext,
  PageState,
  Role,
  Who,
} from '../components/overlay/port.ts';
import type { CalendarInput } from '../rules/calendar/calendar.ts';
import type { ClockTime } from '../rules/calendar/clock.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import type { InferredCalendar } from '../rules/calendar/inferred.ts';
import type { Conflict } from '../rules/conflicts/conflict.ts';
import type { DueStep } from '../rules/steps/due.ts';
import type { SiteProfile } from '../sites/profile.ts';
import type { BackupSummary } from './backup/backup.ts';
import type { NotedAmendment } from './noted-amendment.ts';
import type { KeepFor } from './retention/kept-from.ts';
import type { TidyPlan } from './retention/tidy.ts';
import type { ProfileOfSite } from './site-profiles.ts';
import type { PupilRecord } from './subject/record.ts';

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

type Sight = { date: IsoDate; session: Session };

/** What the why-card of one pupil shows that a page has not. */
export interface WhyAnswer {
  readonly marks: readonly StoredMark[];
  /** What the policy asks for now, and what of it cannot be told from here. */
  readonly steps: readonly DueStep[];
  /** Where sentences of the policy that bear on the count clash with one another or the law. */
  readonly conflicts: readonly Conflict[];
}

/** Questions a page's own content script may ask. The background answers only about that page's own origin. */
export type PageRequests = {
  context: { ask: Record<never, never>; answer: OverlayContext };
  counts: { ask: Sight & { pupils: readonly string[] }; answer: Counts };
  seen: { ask: Sight & { marks: readonly { pupil: string; code: string }[] }; answer: null };
  /** The findings about marks of one register that somebody kept as they are. */
  'kept-findings': { ask: Sight & { pupils: readonly string[] }; answer: readonly KeptFinding[] };
  /** Notes that findings about one mark are kept as they are, or are not any more. */
  'keep-findings': { ask: Keeping; answer: null };
  /** Who recorded a change to a mark last, in this session of the browser. */
  'last-who': { ask: Record<never, never>; answer: Who | null };
  /** Notes a change to a mark of an earlier session, and remembers who made it until the browser closes. */
  'note-amendment': { ask: Sight & { pupil: string } & AmendmentRecord; answer: null };
  /** Saved marks of any sessions, from a page of earlier ones. */
  'seen-history': { ask: { marks: readonly SeenMark[] }; answer: null };
  /** When pupils of one register were logged to have come. */
  arrivals: { ask: Sight; answer: readonly LoggedArrival[] };
  /** Logs an arrival, in place of what was logged of that pupil and session before, and tells every page to look again. */
  'log-arrival': { ask: Sight & LoggedArrival; answer: null };
  /** Takes back what was logged; logging it again undoes that. */
  'remove-arrival': { ask: Sight & { pupil: string }; answer: null };
  /** Opens the list of a day's late arrivals, a page of ours, in a new tab. */
  'open-lates': { ask: { date: IsoDate }; answer: null };
  /**
   * What the why-card of one pupil shows. `code` is the mark on the screen, `at` the
   * school's clock in milliseconds since 1970.
   */
  why: { ask: Sight & { pupil: string; code: string | null; at: number }; answer: WhyAnswer };
  report: { ask: PageState; answer: null };
  /**
   * How pages of the asking site are read, as people confirmed or taught it. Every page asks as it loads (`loading`), which says
   * besides that no register has been found in it yet.
   */
  profiles: { ask: { loading?: true }; answer: readonly SiteProfile[] };
  /** Keeps one, in place of that of the same id, and tells every page to look again. */
  'save-profile': { ask: { profile: SiteProfile }; answer: null };
  'forget-profile': { ask: { id: string }; answer: null };
};

/** Questions the extension's own pages may ask: any origin, and settings. */
export type OwnRequests = {
  settings: { ask: Record<never, never>; answer: Settings };
  /** What the school's IT has set for everybody. */
  managed: { ask: Record<never, never>; answer: { readonly countsShown: CountsShown } };
  'save-settings': { ask: Partial<Settings>; answer: Settings };
  /** Puts term dates in force, keeps those that were, and begins to count every pupil anew: see `recompute-state`. */
  'save-calendar': { ask: { calendar: CalendarInput; source: CalendarSource }; answer: Settings };
  /** The term dates that were in force before, latest first. */
  'former-calendars': { ask: Record<never, never>; answer: readonly FormerCalendar[] };
  /** Puts those in force again that were until `at`, as `save-calendar` does. */
  'restore-calendar': { ask: { at: number }; answer: Settings };
  /** Null when every count is as it should be. */
  'recompute-state': { ask: Record<never, never>; answer: RecountState | null };
  /** What the marks kept here say of when school met; null where they say too little. */
  'calendar-from-marks': { ask: Record<never, never>; answer: InferredCalendar | null };
  sites: { ask: Record<never, never>; answer: readonly Site[] };
  'set-site': { ask: Site; answer: readonly Site[] };
  'page-state': { ask: { tabId: number }; answer: PageState | null };
  'show-counts': { ask: { tabId: number; shown: boolean }; answer: null };
  /** Opens the panel, in which a page is confirmed or taught, in the frame of the tab that is not checked. */
  'open-set-up': { ask: { tabId: number }; answer: null };
  /**
   * Begins an import, which comes in parts and counts only once it is committed. `file` is the file's name, `savedAt` when it
   * was last saved in milliseconds since 1970; both null for a paste. What is begun and never committed is erased when the
   * store is next opened.
   */
  'import-begin': {
    ask: { origin: string; file: string | null; savedAt: number | null };
    answer: { id: number };
  };
  /**
   * Stages one part, of at most 250 pupils; parts are counted from 0, and one sent again takes the place of the first. Names
   * are kept only while the setting is on.
   */
  'import-part': {
    ask: { id: number; part: number; strips: readonly PackedStrip[]; names?: readonly PupilName[] };
    answer: null;
  };
  /** Lays the whole import over what is kept, or nothing of it. */
  'import-commit': { ask: { id: number }; answer: ImportReceipt };
  'import-cancel': { ask: { id: number }; answer: null };
  /** The imports of every site, the latest first. */
  imports: { ask: Record<never, never>; answer: readonly PastImport[] };
  /** Puts back what was kept before; sessions that something changed later are left. Answers with what was put back. */
  'undo-import': { ask: { id: number }; answer: { pupils: number; marks: number } };
  /** A small import in one piece. `file` is the file's name, for the receipt. */
  import: { ask: { origin: string; file?: string; strips: readonly PackedStrip[] }; answer: ImportReceipt };
  /** Every change to a mark of an earlier session that was noted, oldest first; `unreadable`: there is more that does not open. */
  amendments: {
    ask: Record<never, never>;
    answer: { readonly amendments: readonly NotedAmendment[]; readonly unreadable: boolean };
  };
  /** What a tab's training clock was set to, `HH:MM`; null where the school's own clock holds. */
  training: { ask: { tabId: number }; answer: ClockTime | null };
  /** Sets a tab's training clock, on today's date, or, with null, puts it back to the school's. It goes when the tab closes. */
  'set-training': { ask: { tabId: number; time: ClockTime | null }; answer: null };
  /** How much is kept: pupils and marks, by origin. */
  kept: { ask: Record<never, never>; answer: readonly KeptSite[] };
  /** When what was kept was found gone, in milliseconds since 1970; null when it was not, or somebody has read so. */
  loss: { ask: Record<never, never>; answer: number | null };
  /** Somebody has read that it is gone. */
  'loss-read': { ask: Record<never, never>; answer: null };
  /** Erases every mark, setting and policy kept on this device. */
  wipe: { ask: Record<never, never>; answer: null };
  /** What tidying would do now, with another choice of how long to keep than the saved one where it is given. */
  'tidy-plan': { ask: { keepFor?: KeepFor }; answer: TidyPlan };
  /** Erases what has been kept long enough. `dateIsRight` when somebody has said that this computer's date is. */
  tidy: { ask: { dateIsRight: boolean }; answer: TidyPlan };
  /** Everything kept about one pupil; null when nothing is. */
  'pupil-record': { ask: { origin: string; pupil: string }; answer: PupilRecord | null };
  /** The pupils of a site whose names are kept, by name; empty where none is. */
  'pupil-names': { ask: { origin: string }; answer: readonly PupilName[] };
  /** Erases everything about one pupil. */
  'erase-pupil': { ask: { origin: string; pupil: string }; answer: { found: boolean } };
  /** Everything kept on this device, as one locked file in base64. */
  'backup-make': { ask: { passphrase: string }; answer: { file: string } };
  /** What is in such a file, without using it. */
  'backup-look': { ask: { file: string; passphrase: string }; answer: BackupSummary };
  /** Puts what is in such a file in place of what is kept of its sites: the whole or nothing. */
  'backup-restore': { ask: { file: string; passphrase: string }; answer: BackupSummary };
  'own-context': { ask: { origin: string }; answer: OverlayContext };
  /** `policyId` and `calendar`, where given, stand in for the saved settings: the practice register has its own. */
  'own-counts': {
    ask: { origin: string; policyId?: string; calendar?: CalendarInput } & PageRequests['counts']['ask'];
    answer: Counts;
  };
  'own-seen': { ask: { origin: string } & PageRequests['seen']['ask']; answer: null };
  /** How pages are read, of every site. */
  'site-profiles': { ask: Record<never, never>; answer: readonly ProfileOfSite[] };
  /** Keeps all or none, each in place of that of the same id; answers with those of every site. */
  'save-site-profiles': {
    ask: { origin: string; profiles: readonly SiteProfile[] };
    answer: readonly ProfileOfSite[];
  };
  'forget-site-profile': { ask: { origin: string; id: string }; answer: readonly ProfileOfSite[] };
  /** What was logged of one day, at every site, in order of session and arrival. */
  'day-arrivals': { ask: { date: IsoDate }; answer: readonly DayArrival[] };
  'own-arrivals': { ask: { origin: string } & Sight; answer: readonly LoggedArrival[] };
  'own-log-arrival': { ask: { origin: string } & PageRequests['log-arrival']['ask']; answer: null };
  'own-remove-arrival': { ask: { origin: string } & PageRequests['remove-arrival']['ask']; answer: null };
  /** Names of pupils, by number, on the pages of a site that are open now. Asked, shown, and kept nowhere. */
  'names-shown': { ask: { origin: string }; answer: Readonly<Record<string, string>> };
  'own-why': {
    ask: { origin: string; policyId?: string; calendar?: CalendarInput } & PageRequests['why']['ask'];
    answer: WhyAnswer;
  };
};

/** Both doors' questions as they travel. `door` says which door a message is for; the sender is checked besides. */
export type PageMessage = {
  [K in keyof PageRequests]: { door: 'page'; type: K } & PageRequests[K]['ask'];
}[keyof PageRequests];
export type OwnMessage = {
  [K in keyof OwnRequests]: { door: 'own'; type: K } & OwnRequests[K]['ask'];
}[keyof OwnRequests];

/** Either an answer or one plain sentence that says why there is none. */
export type Reply<T> = { ok: true; value: T } | { ok: false; message: string };

/** What the background tells a page without being asked. */
export type Push =
  | { to: 'page'; kind: 'reload' }
  | { to: 'page'; kind: 'counts-shown'; shown: boolean }
  | { to: 'page'; kind: 'switch-counts' }
  | { to: 'page'; kind: 'set-up' }
  /** Permission taken back, or switched off. For pages whose origin, with or without its port, is among `origins`. */
  | { to: 'page'; kind: 'stop'; origins: readonly string[] };

/** The keyboard shortcut that shows or hides counts, as the manifest names it. */
export const SWITCH_COUNTS = 'switch-counts';

/** The origin under which the practice register's made-up marks are kept. */
export const PRACTICE_ORIGIN = 'practice:register';
