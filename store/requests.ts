import type { Counts, OverlayContext, PageState, Role } from '../components/overlay/port.ts';
import type { CalendarInput } from '../rules/calendar/calendar.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import type { InferredCalendar } from '../rules/calendar/inferred.ts';
import type { SiteProfile } from '../sites/profile.ts';
import type { ProfileOfSite } from './site-profiles.ts';

/** A mark of one session, as kept: a code of the dated code table. */
export interface StoredMark {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
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

/** How far a recount of all pupils is. */
export interface RecountState {
  readonly done: number;
  readonly of: number;
}

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

/** What an import did, or would do. */
export interface ImportReceipt {
  readonly pupils: number;
  readonly marks: number;
}

type Sight = { date: IsoDate; session: Session };

/** Questions a page's own content script may ask. The background answers only about that page's own origin. */
export type PageRequests = {
  /**
   * Injects the overlay's script (`overlay.js`) into the asking frame, for a page that turned out to hold a register: most
   * pages of a site never need it. Refused, like all else, where the site is switched off.
   */
  overlay: { ask: Record<never, never>; answer: null };
  /** Injects the readers' script (`readers.js`) into the asking frame, for a page that shows any sign of a register. */
  readers: { ask: Record<never, never>; answer: null };
  context: { ask: Record<never, never>; answer: OverlayContext };
  counts: { ask: Sight & { pupils: readonly string[] }; answer: Counts };
  seen: { ask: Sight & { marks: readonly { pupil: string; code: string }[] }; answer: null };
  /** Injects the why-card into the asking frame, then answers with what it shows. */
  why: { ask: { pupil: string }; answer: { marks: readonly StoredMark[] } };
  report: { ask: PageState; answer: null };
  /**
   * How pages of the asking site are read, as people confirmed or taught it. Every page asks as it loads (`loading`), which says
   * besides that no register has been found in it yet.
   */
  profiles: { ask: { loading?: true }; answer: readonly SiteProfile[] };
  /** Injects the panel's script (`setup.js`), in which a page is confirmed or taught, into the asking frame. */
  'set-up': { ask: Record<never, never>; answer: null };
  /** Keeps one, in place of that of the same id, and tells every page to look again. */
  'save-profile': { ask: { profile: SiteProfile }; answer: null };
  'forget-profile': { ask: { id: string }; answer: null };
};

/** Questions the extension's own pages may ask: any origin, and settings. */
export type OwnRequests = {
  settings: { ask: Record<never, never>; answer: Settings };
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
  /** `file` is the file's name, for the receipt. */
  import: { ask: { origin: string; file?: string; strips: readonly PackedStrip[] }; answer: ImportReceipt };
  /** How much is kept: pupils and marks, by origin. */
  kept: { ask: Record<never, never>; answer: readonly { origin: string; pupils: number; marks: number }[] };
  /** Erases every mark, setting and policy kept on this device. */
  wipe: { ask: Record<never, never>; answer: null };
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
  'own-why': { ask: { origin: string; pupil: string }; answer: { marks: readonly StoredMark[] } };
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
