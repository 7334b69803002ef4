import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import type { Conflict } from '../../../../rules/conflicts/conflict.ts';
import { checkPolicy } from '../../../../rules/conflicts/policy-check.ts';
import type { Stated } from '../../../../rules/conflicts/stated.ts';
import { faultless, sixth } from './sixth.ts';

/** The two clauses of {@link faultless}, by key and as they are quoted. */
export const it = { clause: 'it' };
export const other = { clause: 'other' };
export const IT = 'Section 1: “It is so.”';
export const OTHER = 'Section 2: “It is otherwise.”';

/** What is changed in the faultless policy and in what it states, and what the conflict of that id then says. */
export type Case = [
  name: string,
  id: string,
  change: object,
  stated: Partial<Stated>,
  says: Partial<Conflict>,
  asOf?: string,
];

/** The conflict of one id. */
export function conflictOf(
  id: string,
  change: object,
  stated: Partial<Stated>,
  asOf?: string,
): Conflict | undefined {
  const conflicts = checkPolicy(sixth(change, stated), asOf as IsoDate | undefined);
  return conflicts.find((conflict) => conflict.id === id);
}

/** The faultless times, changed. */
export const times = (AM: object, PM: object = {}) => ({
  times: { AM: { ...faultless.times.AM, ...AM }, PM: { ...faultless.times.PM, ...PM } },
});
