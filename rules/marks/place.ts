import { type Minute, toMinute } from '../calendar/clock.ts';
import { endOf, type Marked } from './context.ts';

/** Where a minute falls in a session, by the policy's times. */
export type Place =
  | 'before-taken'
  | 'at-taken'
  | 'open'
  | 'close-minute'
  | 'after-close'
  | 'after-end'
  /** The register has been taken, and the policy does not say when it closes. */
  | 'close-unknown';

/** Places a minute. The taking minute and the close minute are each a place of their own. */
export function placeOf(minute: Minute, marked: Marked): Place {
  const { taken, closes } = marked.times;
  const end = endOf(marked);
  if (end !== null && minute > end) return 'after-end';
  if (taken !== null && minute < toMinute(taken)) return 'before-taken';
  if (taken !== null && minute === toMinute(taken)) return 'at-taken';
  if (closes === null) return 'close-unknown';
  if (minute < toMinute(closes)) return 'open';
  return minute === toMinute(closes) ? 'close-minute' : 'after-close';
}

/** Absence codes that may fit a pupil who came after the register closed, U first (SI 2024/208 reg 10, Tables 2 and 3). */
export const AFTER_CLOSE: readonly string[] = ['U', 'M', 'I', 'C', 'Y1', 'Y2'];

/** Absence codes for a session the pupil missed altogether: U is not among them. */
export const MISSED: readonly string[] = ['N', 'O', 'M', 'I', 'C', 'Y1', 'Y2'];
