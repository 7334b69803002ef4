import { type ClockTime, toMinute } from '../calendar/clock.ts';
import { SESSIONS } from '../calendar/dates.ts';
import type { Fault } from './issue.ts';
import type { Policy, SessionTimes } from './policy.ts';

/** Parts that do not fit together: where, and in plain English. */
export type Inconsistency = Pick<Fault, 'path' | 'message'>;

/** Keys whose text, or each text in whose list, names a clause. */
const NAMES_CLAUSE = /^(clauses?|\w+Clause|others|remoteAsAttended)$/;

/** What is wrong in a document whose parts are each well formed, or null: times out of order, near above the threshold, no such clause. */
export function inconsistency(policy: Policy): Inconsistency | null {
  for (const session of SESSIONS) {
    const { exceptions = [], ...times } = policy.times[session];
    const path = `times.${session}`;
    const wrong = order(times, path);
    if (wrong) return wrong;
    for (const [index, exception] of exceptions.entries()) {
      const differing = order({ ...times, ...exception }, `${path}.exceptions[${index}]`);
      if (differing) return differing;
    }
  }
  if (policy.threshold.near > policy.threshold.sessions)
    return {
      path: 'threshold.near',
      message: 'The count is near before it is met: this is above the threshold.',
    };
  return missingClause(policy, policy, '', '');
}

function order(
  { taken, closes, ends }: Omit<SessionTimes, 'exceptions'>,
  path: string,
): Inconsistency | null {
  if (minuteOf(closes) <= minuteOf(taken))
    return {
      path: `${path}.closes`,
      message: 'The register closes after it is taken: this is not after that time.',
    };
  if (minuteOf(ends) < minuteOf(closes ?? taken))
    return {
      path: `${path}.ends`,
      message: 'The session ends after its register closes: this is before that time.',
    };
  return null;
}

/** A time that is not given is neither before nor after another. */
function minuteOf(time: ClockTime | null): number {
  return time === null ? Number.NaN : toMinute(time);
}

/** Walks the document; `name` is the key that `value` stands under, in a list that of the list. */
function missingClause(policy: Policy, value: unknown, path: string, name: string): Inconsistency | null {
  if (typeof value === 'string' && NAMES_CLAUSE.test(name) && !Object.hasOwn(policy.clauses, value))
    return { path, message: `There is no clause “${value}” among this policy’s clauses.` };
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const missing = Array.isArray(value)
      ? missingClause(policy, part, `${path}[${key}]`, name)
      : missingClause(policy, part, path === '' ? key : `${path}.${key}`, key);
    if (missing) return missing;
  }
  return null;
}
