import type { History } from '../history/history.ts';
import type { Policy } from '../policy/policy.ts';
import type { Conflict } from './conflict.ts';
import { checkPolicy } from './policy-check.ts';

/**
 * The conflicts of a policy that bear on one count, as of its day: on the threshold and whose register it is; on N where one is
 * counted; on the band the pupil is in; on what follows where the threshold is reached. Only those with a sentence of the
 * policy's to set beside the other: what a policy leaves out clashes with nothing.
 */
export function conflictsOfCount(policy: Policy, told: History): readonly Conflict[] {
  return checkPolicy(policy, told.window.to).filter(
    ({ field, statement }) => statement.includes('“') && bearsOn(field, told),
  );
}

function bearsOn(field: string, { unauthorised, status, attendance }: History): boolean {
  if (/^(threshold\b|register$)/.test(field)) return true;
  if (field === 'unsettled.schoolDays') return unauthorised.byCode.N > 0;
  if (field === 'stated.notices') return status === 'met' || status === 'met-if-unsettled-stand';
  return attendance.band !== null && field === `bands.${attendance.band.id}`;
}
