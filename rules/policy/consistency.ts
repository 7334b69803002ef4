import { SESSIONS } from '../calendar/dates.ts';
import type { Fault } from './issue.ts';
import type { Policy, SessionTimes } from './policy.ts';

/** What is wrong in a document whose parts are each well formed, or null: times out of order, near above the threshold, no such clause. */
export function inconsistency(policy: Policy): Fault | null {
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
    return fault('threshold.near', 'The count is near before it is met: this is above the threshold.');
  return missingClause(policy, policy, '');
}

function order({ taken, closes, ends }: Omit<SessionTimes, 'exceptions'>, path: string): Fault | null {
  if (taken !== null && closes !== null && closes <= taken)
    return fault(`${path}.closes`, 'The register closes after it is taken: this is not after that time.');
  const last = closes ?? taken;
  if (last !== null && ends !== null && ends < last)
    return fault(`${path}.ends`, 'The session ends after its register closes: this is before that time.');
  return null;
}

/** Walks the document: a text under `clause` or `remoteAsAttended`, and each in a list `clauses` or `others`, names a clause. */
function missingClause(policy: Policy, value: unknown, path: string): Fault | null {
  if (typeof value !== 'object' || value === null || value === policy.clauses) return null;
  for (const [key, part] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const names = /^clause$|Clause$|^remoteAsAttended$/.test(key) || /\.(clauses|others)$/.test(path);
    if (names && typeof part === 'string' && !Object.hasOwn(policy.clauses, part))
      return fault(here, `There is no clause “${part}” among this policy’s clauses.`);
    const deeper = missingClause(policy, part, here);
    if (deeper) return deeper;
  }
  return null;
}

function fault(path: string, message: string): Fault {
  return { path, missing: false, message };
}
