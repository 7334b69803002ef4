import type { Minute } from '../calendar/clock.ts';
import { toMinute } from '../calendar/clock.ts';
import type { IsoDate, Session } from '../calendar/dates.ts';
import type { CodeReading } from '../codes/codes.ts';
import { type Policy, quote, type SessionTimes } from '../policy/policy.ts';
import { timesOn } from '../policy/times.ts';
import type { MarkEntry } from './check.ts';
import type { Finding, Level, RuleName } from './finding.ts';

/** One entry with what every check needs to know of it. */
export interface Marked {
  readonly entry: MarkEntry;
  readonly policy: Policy;
  readonly times: SessionTimes;
  readonly reading: CodeReading;
  /** The code as it will be counted, look-alikes folded; null where there is none. */
  readonly code: string | null;
}

/** One check: what it has to say of an entry, or nothing. */
export type Check = (marked: Marked) => readonly Finding[];

/** The sentence of the school's policy, where it has one on the point, and the law behind it. */
export function clauses(policy: Policy, key: string | null, law: string): Finding['clause'] {
  const words = quote(policy, key);
  return words === undefined ? { law } : { policy: words, law };
}

/** A finding in one line. */
export function finding(
  rule: RuleName,
  level: Level,
  message: string,
  suggest: readonly string[],
  clause: Finding['clause'],
): Finding {
  return { rule, level, message, suggest, clause };
}

/** `morning` or `afternoon`. */
export function sessionName(session: 'AM' | 'PM'): string {
  return session === 'AM' ? 'morning' : 'afternoon';
}

/** The present mark of a session: `/` in the morning, `\` in the afternoon. */
export function presentMark(session: 'AM' | 'PM'): string {
  return session === 'AM' ? '/' : '\\';
}

/** When the session of an entry has certainly ended; null when that is not known. */
export function endOf({ entry, policy }: Marked): Minute | null {
  return sessionEnd(policy, entry.session, entry.date, entry.pupil?.yearGroup);
}

/**
 * When a session has certainly ended: as the policy says; failing that, a morning is over when the afternoon register is taken.
 * Null when neither is known.
 */
export function sessionEnd(
  policy: Policy,
  session: Session,
  date: IsoDate,
  yearGroup?: string,
): Minute | null {
  const ends =
    timesOn(policy, session, date, yearGroup).ends ??
    (session === 'AM' ? timesOn(policy, 'PM', date, yearGroup).taken : null);
  return ends === null ? null : toMinute(ends);
}
