import * as v from 'valibot';
import type { IsoDate } from '../calendar/dates.ts';
import { isoDate } from '../policy/parts.ts';

/**
 * A parent, by one capital letter and nothing else, so that no name can enter a log. Two parents with the same initial
 * are kept apart by giving one of them another letter.
 */
export type Initial = (typeof INITIALS)[number];
const INITIALS = [
  ...(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'] as const),
  ...(['N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z'] as const),
] as const;

/** What has become of a notice. A prosecution that did not end in a finding of guilt is `acquitted`. */
export type Outcome = 'open' | 'paid' | 'unpaid' | 'prosecuted' | 'acquitted' | 'withdrawn';

/** One penalty notice, as a school was told of it. */
export interface PenaltyNotice {
  /** Its date of issue, which the three years run from. */
  readonly dated: IsoDate;
  readonly outcome: Outcome;
}

/** The notices to one parent for one pupil. Limits are per parent and per pupil, so that is what a log holds; the pupil is known to whoever keeps it. */
export interface NoticeLog {
  readonly parent: Initial;
  /** In any order. */
  readonly notices: readonly PenaltyNotice[];
}

/** Reads a log from outside. Strict: a field it does not know, such as a name, is an error. */
export const noticeLogSchema = v.strictObject({
  parent: v.picklist(INITIALS, 'A parent is one capital letter, never a name.'),
  notices: v.array(
    v.strictObject({
      dated: isoDate,
      outcome: v.picklist(['open', 'paid', 'unpaid', 'prosecuted', 'acquitted', 'withdrawn']),
    }),
  ),
}) satisfies v.GenericSchema<unknown, NoticeLog>;

/** Whether a notice is one of the two that three years allow: paid, unpaid or prosecuted with guilt, and one still open; not withdrawn (codes of conduct of Rotherham and Manchester). */
export function counts({ outcome }: PenaltyNotice): boolean {
  return outcome !== 'withdrawn' && outcome !== 'acquitted';
}
