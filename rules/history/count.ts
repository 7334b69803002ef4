import { isUnauthorised } from '../codes/codes.ts';
import type { Threshold } from '../policy/policy.ts';

/** Where a count stands against the threshold for considering a notice. N is provisional, so it alone never makes it met. */
export type Status = 'below' | 'near' | 'met' | 'met-if-unsettled-stand' | 'not-applicable';

/** The ten-week count of one pupil with the session now being marked left out, so that a click needs no message. */
export interface CountWithout {
  /** Sessions coded G, N, O or U. */
  readonly total: number;
  /** The total less N. */
  readonly settled: number;
  /** Of the school sessions expected so far in the window, how many have a mark. */
  readonly known: number;
  readonly expected: number;
  /** School weeks that the term dates reach back to: fewer than the window's make the count a lower bound. */
  readonly schoolWeeks: number;
  /** Why no threshold is claimed for this pupil; null when one is. */
  readonly notApplicable: string | null;
}

/** A count as shown: exact, a lower bound, or plainly not there. */
export type Count =
  | { readonly kind: 'exact'; readonly total: number; readonly settled: number; readonly status: Status }
  | {
      readonly kind: 'at-least';
      readonly total: number;
      readonly settled: number;
      readonly status: Status;
      readonly known: number;
      readonly expected: number;
      readonly schoolWeeks: number;
    }
  | { readonly kind: 'not-counted'; readonly why: string };

/** Status of a count, to the letter of the contract: N alone can make it near, but only settled sessions make it met. */
export function statusOf(total: number, settled: number, threshold: Threshold): Status {
  if (settled >= threshold.sessions) return 'met';
  if (total >= threshold.sessions) return 'met-if-unsettled-stand';
  return total >= threshold.near ? 'near' : 'below';
}

/** The count with the mark on the screen added. `code` null: not marked yet. */
export function countWith(base: CountWithout | undefined, code: string | null, threshold: Threshold): Count {
  if (!base || (base.known === 0 && base.expected > 0))
    return { kind: 'not-counted', why: 'No earlier marks on this device' };
  const unauthorised = code !== null && isUnauthorised(code);
  const total = base.total + (unauthorised ? 1 : 0);
  const settled = base.settled + (unauthorised && code !== 'N' ? 1 : 0);
  const status = base.notApplicable === null ? statusOf(total, settled, threshold) : 'not-applicable';
  const { known, expected, schoolWeeks } = base;
  return known < expected || schoolWeeks < threshold.schoolWeeks
    ? { kind: 'at-least', total, settled, status, known, expected, schoolWeeks }
    : { kind: 'exact', total, settled, status };
}
