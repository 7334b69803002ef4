import type { Session } from '../../rules/calendar/dates.ts';
import type { Level } from '../../rules/marks/finding.ts';
import type { Threshold } from '../../rules/policy/policy.ts';
import type { SetUp } from '../overlay/port.ts';
import type { FindingLine } from '../texts-findings.ts';
import type { ShownCount } from './badge.tsx';

/** One line of the bar's list. */
export interface ListedFinding {
  readonly pupil: string;
  readonly name: string | null;
  readonly level: Level;
  readonly message: string;
  /** The same in the few words that stand beside a mark. */
  readonly line: FindingLine;
  /** The page does not hold its row now: said as it was when it last did. */
  readonly away: boolean;
}

/** A count that found no room beside its name. */
export interface ListedCount {
  readonly pupil: string;
  readonly name: string | null;
  readonly badge: ShownCount;
  readonly threshold: Threshold;
}

/** Which of the page's registers a bar is about. */
export interface RegisterPlace {
  /** From 1. */
  readonly at: number;
  readonly of: number;
  /** What tells it from the others: class or lesson, and session; null when the page says neither. */
  readonly name: string | null;
}

/** What the bar shows. While counts are hidden nothing here tells of them. */
export interface BarView {
  /** Null where the page has one register only. */
  readonly place: RegisterPlace | null;
  /** The school whose policy holds; null until it is known. */
  readonly profile: string | null;
  /** `AM · Fri 20 Nov`, or what of it was assumed; null when not checking. */
  readonly sitting: string | null;
  readonly assumed: string | null;
  /** The session a person can say it is instead of the one that was assumed; null where the page says it. */
  readonly other: Session | null;
  readonly close: string | null;
  /** `12 of 30 not marked`; null when all are. */
  readonly missing: string | null;
  readonly health: string;
  readonly checking: boolean;
  /** What a person can do about a register that is not checked; null for nothing. */
  readonly setUp: SetUp | null;
  /** More to know about this page, each a plain sentence. */
  readonly asides: readonly string[];
  readonly findings: readonly ListedFinding[];
  /** Marks that somebody keeps as they are, whatever was found. */
  readonly kept: readonly ListedFinding[];
  /** Counts that found no room on the page, the highest first; none while counts are hidden. */
  readonly roomless: readonly ListedCount[];
  /** What the banner says of a clock that is set for training; null where the clock is the school's. */
  readonly training: string | null;
  /** The newest finding, where its row has no room for the words; null otherwise. */
  readonly latest: ListedFinding | null;
  /** The register has been taken, today: pupils who come now are late. */
  readonly late: boolean;
  readonly counts: 'shown' | 'hidden' | 'none';
  /** Said once, politely, to a screen reader. */
  readonly said: string;
}

/** `listing`: with all there is to know of the register, and the list of marks and counts above the line. */
export type BarShape = 'line' | 'listing' | 'folded';
