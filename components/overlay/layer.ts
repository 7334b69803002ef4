import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import type { RegisterPlace } from '../register/bar-facts.ts';
import type { Bars } from './bars.tsx';
import type { Laid } from './plan.ts';
import type { OverlayContext, OverlayPort, OverlayReading, PageState, SetUp } from './port.ts';
import type { Privacy } from './privacy.ts';

/** Context with its calendar made ready. */
export interface World {
  readonly context: OverlayContext;
  readonly calendar: SchoolCalendar | null;
}

/** What all registers of a page have in common. */
export interface LayerPage {
  readonly document: Document;
  readonly view: Window;
  readonly mode: ShadowRootMode;
  readonly port: OverlayPort;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly counted: Privacy;
  readonly bars: Bars;
  /** Lays everything again in the next frame; the page is read anew only if it has changed. */
  readonly soon: () => void;
  /** Reads the page and lays everything, at once. */
  readonly update: () => void;
  readonly onCounts: () => void;
  /** A count is being looked at. */
  readonly onLooked: () => void;
  readonly onSetUp: (how: SetUp) => void;
}

/** A register among the others of its page, as they are in one look at it. */
export interface AmongOthers {
  readonly place: RegisterPlace | null;
  /** So few rows are on the page that all are drawn. */
  readonly whole: boolean;
  /** Pupils who stand on another register of the same session too: which mark is kept for them cannot be told. */
  readonly twice: ReadonlySet<string>;
  readonly laid: Laid;
  /** Names that have a count beside them already. */
  readonly counted: Set<Element>;
}

/** What is laid over one register. */
export interface RegisterLayer {
  /** The element of the register it was last laid over; null before the first. */
  readonly root: Element | null;
  /** Pupils of the register are still shown in its place, although it no longer reads as one. */
  readonly leftOver: boolean;
  /** Elements that pieces stand by. */
  readonly places: readonly Element[];
  show(reading: OverlayReading, world: World, among: AmongOthers): PageState;
  /** The register has left the page. */
  clear(): void;
  robbed(): readonly Element[];
  hideStale(): boolean;
  /** Hides every count, and closes what tells of one, at once. */
  hideCounts(): void;
  /** Policy, calendar or store have changed. */
  forget(): void;
}
