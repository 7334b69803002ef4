import type { Counts, LoggedArrival, OverlayContext, PageState } from '../components/overlay/port.ts';
import type { CalendarInput } from '../rules/calendar/calendar.ts';
import type { ClockTime } from '../rules/calendar/clock.ts';
import type { IsoDate } from '../rules/calendar/dates.ts';
import type { InferredCalendar } from '../rules/calendar/inferred.ts';
import type { Policy } from '../rules/policy/policy.ts';
import type { SiteProfile } from '../sites/profile.ts';
import type { BackupSummary } from './backup/backup.ts';
import type { NotedAmendment } from './noted-amendment.ts';
import type { PageRequests, Sight, WhyAnswer } from './page-requests.ts';
import type { KeptPolicy } from './policies.ts';
import type {
  CalendarSource,
  CountsShown,
  DayArrival,
  FormerCalendar,
  ImportReceipt,
  KeptSite,
  PackedStrip,
  PastImport,
  PupilName,
  RecountState,
  Settings,
  Site,
} from './records.ts';
import type { KeepFor } from './retention/kept-from.ts';
import type { TidyPlan } from './retention/tidy.ts';
import type { PolicyVersion } from './schema.ts';
import type { ProfileOfSite } from './site-profiles.ts';
import type { PupilRecord } from './subject/record.ts';

/** Questions the extension's own pages may ask: any origin, and settings. */
export type OwnRequests = {
  settings: { ask: Record<never, never>; answer: Settings };
  /** What the school's IT has set for everybody. */
  managed: { ask: Record<never, never>; answer: { readonly countsShown: CountsShown } };
  'save-settings': { ask: Partial<Settings>; answer: Settings };
  /** Policy profiles of the school's own. */
  policies: { ask: Record<never, never>; answer: readonly KeptPolicy[] };
  /** The policy that marks are checked against now; the national rules where none is chosen. */
  'policy-in-force': { ask: Record<never, never>; answer: Policy };
  /** Keeps the profile in the text of a file, as the newest version of its id. It is not chosen by that. */
  'keep-policy': {
    ask: { text: string };
    answer: { readonly id: string; readonly policies: readonly KeptPolicy[] };
  };
  /** Puts the version kept at `at` in force again: it is kept once more, as the newest. */
  'take-up-policy': { ask: { id: string; at: number }; answer: readonly KeptPolicy[] };
  /** Forgets a profile, and answers with all its versions, which `put-policy-back` takes. */
  'forget-policy': {
    ask: { id: string };
    answer: { readonly versions: readonly PolicyVersion[]; readonly policies: readonly KeptPolicy[] };
  };
  'put-policy-back': { ask: { versions: readonly PolicyVersion[] }; answer: readonly KeptPolicy[] };
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
   * Stages one part, of at most 500 pupils; parts are counted from 0, and one sent again takes the place of the first. Names
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

/** An own page's question as it travels. */
export type OwnMessage = {
  [K in keyof OwnRequests]: { door: 'own'; type: K } & OwnRequests[K]['ask'];
}[keyof OwnRequests];
