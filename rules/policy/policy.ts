import type { ClockTime } from '../calendar/clock.ts';
import type { IsoDate, Session } from '../calendar/dates.ts';
import type { NotedConflict } from '../conflicts/conflict.ts';
import type { Stated } from '../conflicts/stated.ts';
import type { Step } from '../steps/step.ts';

/** A sentence of a school's policy, in its own words, and where it stands. */
export interface Clause {
  /** Heading of the section it stands under. */
  readonly section: string;
  /** The sentence itself; staff names and contact details never enter. */
  readonly sentence: string;
  /** File name of the policy text it was read from. */
  readonly source: string;
}

/** Another clause of the same policy that reads differently. Shown beside the safest reading, never applied. */
export interface OtherReading {
  /** A pupil who comes after this time is late, by this clause. */
  readonly lateAfter?: ClockTime;
  /** A pupil who comes after this time is absent, by this clause. */
  readonly closes?: ClockTime;
  /** Key into {@link Policy.clauses}. */
  readonly clause: string;
}

/** One session's times on the school's own clock. What the policy does not give is null: it is asked for, not guessed. */
export interface SessionTimes {
  /** When the register is taken: here by then is present, after it is late. */
  readonly taken: ClockTime | null;
  /** When the taking of the register ends. */
  readonly closes: ClockTime | null;
  /** How an arrival in the close minute itself is read. */
  readonly closeMinute: 'late' | 'absent';
  /** When the session ends: U needs an arrival before it (SI 2024/208 reg 10, Table 3). */
  readonly ends: ClockTime | null;
  /** Key into {@link Policy.clauses}; null where the policy has no sentence on this session. */
  readonly clause: string | null;
  /** The sentence on the taking time, where it is another. */
  readonly takenClause?: string;
  /** What the policy itself calls that time, where it is not the taking of the register: minutes late are said from it in these words. */
  readonly takenIs?: 'session-start' | 'in-class';
  readonly otherReadings: readonly OtherReading[];
  /** Where a weekday or a year group has other times; the first that fits holds. Read through `timesOn`. */
  readonly exceptions?: readonly SessionException[];
}

/** Times that differ on some weekdays, for some year groups, or both; what is left out is as on other days. */
export interface SessionException
  extends Partial<Pick<SessionTimes, 'taken' | 'closes' | 'closeMinute' | 'ends' | 'clause'>> {
  /** In English: `Friday`. Left out: every weekday. */
  readonly weekdays?: readonly string[];
  /** National curriculum years, Reception 0, Nursery -1. Left out: every year group. */
  readonly yearGroups?: readonly number[];
}

/** What a policy's own cover says of it, as printed. Names of schools and bodies, never of people. */
export interface PolicyDocument {
  readonly title: string;
  readonly trust: string | null;
  /** Null where the policy does not name one: its local code of conduct is then not known. */
  readonly localAuthority: string | null;
  readonly phase: 'primary' | 'alternative provision' | 'secondary' | 'other';
  /** The system the register is kept in, where the policy names it. */
  readonly registerSystem: string | null;
  readonly approved: string | null;
  readonly review: string | null;
}

/** Sentences shown to people and applied by no check, by what they are about. */
export interface Shown {
  readonly about: 'day' | 'contact' | 'penalty' | 'leave' | 'evidence' | 'register' | 'provision';
  /** Keys into {@link Policy.clauses}. */
  readonly clauses: readonly string[];
}

/** When a pupil's unauthorised sessions are near, or at, the number at which a penalty notice must be considered. */
export interface Threshold {
  readonly sessions: number;
  readonly schoolWeeks: number;
  /** From this total on, the count is near. */
  readonly near: number;
  readonly clause: string | null;
}

/** A band of attendance over the year. The first whose test holds is the pupil's, on exact counts, never a rounded rate. */
export interface Band {
  readonly id: string;
  readonly label: string;
  readonly test:
    | { readonly kind: 'attended-at-least'; readonly percent: number }
    | { readonly kind: 'attended-below'; readonly percent: number }
    | { readonly kind: 'missed-at-least'; readonly percent: number };
  readonly clause: string | null;
}

/** A school's attendance policy as data, every rule with the clause it comes from. */
export interface Policy {
  readonly id: string;
  readonly version: number;
  /** The school's name, as shown. */
  readonly school: string;
  /** Null for rules that come from no school's document: the national rules alone. */
  readonly document: PolicyDocument | null;
  /** `provision`: the register is not the one the pupil's absences are counted in, so no threshold is claimed. */
  readonly register: 'own' | 'provision';
  readonly effectiveFrom: IsoDate | null;
  readonly reviewBy: IsoDate | null;
  readonly times: Readonly<Record<Session, SessionTimes>>;
  readonly threshold: Threshold;
  /** How many school days an N may stand, and the sentence where the policy says otherwise. */
  readonly unsettled: { readonly schoolDays: number; readonly clause: string | null };
  readonly bands: readonly Band[];
  /** Codes the policy prints that the code set does not hold. */
  readonly alsoLists: readonly { readonly code: string; readonly clause: string }[];
  /** The clause that has remote education recorded as attended, against the guidance; null in most policies. */
  readonly remoteAsAttended: string | null;
  readonly shown: readonly Shown[];
  /** What the policy asks to be done, and when: reminders, each with who acts and the clause. */
  readonly steps: readonly Step[];
  /** What the policy's words state, right or wrong, as data: what checks for conflicts read. */
  readonly stated: Stated;
  /** Conflicts no check can find, read by a person and attached by hand. */
  readonly noted: readonly NotedConflict[];
  /** Ids under which the conflicts that checks do find in this policy are known, by check and field. */
  readonly numbering: Readonly<Record<string, string>>;
  readonly clauses: Readonly<Record<string, Clause>>;
}

/** The clause as one line a reader can check: section and sentence. Undefined for a null or unknown key. */
export function quote(policy: Policy, key: string | null): string | undefined {
  const clause = key === null ? undefined : policy.clauses[key];
  return clause && `${policy.school}, ${clause.section}: “${clause.sentence}”`;
}
