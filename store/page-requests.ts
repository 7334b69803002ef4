import type {
  AmendmentRecord,
  Counts,
  Keeping,
  KeptFinding,
  LoggedArrival,
  OverlayContext,
  PageState,
  Who,
} from '../components/overlay/port.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import type { Conflict } from '../rules/conflicts/conflict.ts';
import type { DueStep } from '../rules/steps/due.ts';
import type { SiteProfile } from '../sites/profile.ts';
import type { SeenMark, StoredMark } from './records.ts';

/** The session a question is about. */
export type Sight = { date: IsoDate; session: Session };

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
   * besides that no register has been found in it yet. `clockOffsetMs`: to the clock that says which day is today there.
   */
  profiles: {
    ask: { loading?: true };
    answer: { readonly profiles: readonly SiteProfile[]; readonly clockOffsetMs: number };
  };
  /** Keeps one, in place of that of the same id, and tells every page to look again. */
  'save-profile': { ask: { profile: SiteProfile }; answer: null };
  'forget-profile': { ask: { id: string }; answer: null };
};

/** A page's question as it travels. `door` says which door a message is for; the sender is checked besides. */
export type PageMessage = {
  [K in keyof PageRequests]: { door: 'page'; type: K } & PageRequests[K]['ask'];
}[keyof PageRequests];
