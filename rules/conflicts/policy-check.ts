import type { IsoDate } from '../calendar/dates.ts';
import type { Policy } from '../policy/policy.ts';
import { ABSENCE } from './checks/absence.ts';
import { LISTED_CODES } from './checks/codes.ts';
import { DOCUMENT } from './checks/document.ts';
import { ATTENDANCE_FIGURES } from './checks/figures.ts';
import type { PolicyCheck } from './checks/found.ts';
import { PENALTY } from './checks/penalty.ts';
import { PROVISION } from './checks/provision.ts';
import { RECORDS } from './checks/records.ts';
import { TIMES } from './checks/times.ts';
import type { Conflict, Severity } from './conflict.ts';

/** The day on which the five policies were read; checks that need a day use it where none is given. */
export const READ_ON = '2026-11-21' as IsoDate;

/** Every check, in the order in which what they find is shown. */
export const POLICY_CHECKS: readonly PolicyCheck[] = Object.freeze([
  ...TIMES,
  ...LISTED_CODES,
  ...PENALTY,
  ...RECORDS,
  ...ATTENDANCE_FIGURES,
  ...DOCUMENT,
  ...ABSENCE,
  ...PROVISION,
]);

/**
 * Every place where a policy disagrees with the law of a day or with itself: what the checks find, and what a person noted.
 * What is known under a number comes once, under that number and in its order; the rest follows, by the check's name.
 */
export function checkPolicy(policy: Policy, asOf: IsoDate = READ_ON): readonly Conflict[] {
  const known = new Map<string, Conflict>();
  const add = (conflict: Conflict): void => {
    const before = known.get(conflict.id);
    known.set(conflict.id, before ? together(before, conflict) : conflict);
  };
  for (const { clause: _, ...conflict } of policy.noted) add(conflict);
  const others: Conflict[] = [];
  for (const { name, find } of POLICY_CHECKS)
    for (const found of find(policy, asOf)) {
      const id = policy.numbering[`${name}:${found.field}`] ?? policy.numbering[name];
      if (id === undefined) others.push({ id: name, ...found });
      else add({ id, ...found });
    }
  const numbered = [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...numbered, ...others];
}

const GRAVITY: readonly Severity[] = ['low', 'medium', 'high'];

/** Two findings known as one conflict: the graver severity, and what each says, said once. */
function together(first: Conflict, second: Conflict): Conflict {
  const both = (a: string, b: string) =>
    [a, ...b.split(/(?<=”) /).filter((sentence) => !a.includes(sentence))].join(' ');
  const graver = GRAVITY.indexOf(second.severity) > GRAVITY.indexOf(first.severity) ? second : first;
  return {
    id: first.id,
    field: graver.field,
    severity: graver.severity,
    statement: both(first.statement, second.statement),
    law: both(first.law, second.law),
    reading: both(first.reading, second.reading),
  };
}
