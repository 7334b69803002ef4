import type { Count, Status } from '../rules/history/count.ts';
import type { Threshold } from '../rules/policy/policy.ts';

/** What is said of counts. */

/** Where a count stands, in words. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  below: 'below the threshold',
  near: 'near the threshold',
  met: 'threshold for considering a notice met',
  'met-if-unsettled-stand': 'threshold met only if the unsettled sessions stand',
  'not-applicable': 'no threshold applies',
};

/** The same in a word or three, beside the number. */
export const STATUS_SHORT: Readonly<Record<Status, string>> = {
  below: 'below',
  near: 'near',
  met: 'met',
  'met-if-unsettled-stand': 'met if N stand',
  'not-applicable': 'no threshold',
};

/** What a badge shows; `threshold` left out where none applies. */
export function countShort(count: Count, threshold: Threshold): string {
  if (count.kind === 'not-counted') return 'No count';
  const of = count.status === 'not-applicable' ? '' : ` of ${threshold.sessions}`;
  return `${count.total}${of}`;
}

/** The same in figures alone, where there is no room for words. */
export function countFigures(count: Count, threshold: Threshold): string {
  return count.kind === 'not-counted' ? '–' : countShort(count, threshold).replace(' of ', '/');
}

/**
 * A badge's accessible name: the count, then where it stands, then what may still change; `reason` is why no threshold applies,
 * `before` the count without a mark that is only on the screen, null where that makes no difference.
 */
export function countName(
  count: Count,
  threshold: Threshold,
  reason: string | null,
  before: number | null = null,
): string {
  if (count.kind === 'not-counted') return `No count: ${count.why}`;
  const none = count.status === 'not-applicable';
  const unsettled = count.total - count.settled;
  return [
    `${countShort(count, threshold)} unauthorised ${count.total === 1 && none ? 'session' : 'sessions'} in the last ${threshold.schoolWeeks} school weeks`,
    none && reason ? `no threshold applies: ${reason}` : STATUS_WORDS[count.status],
    ...(unsettled > 0 ? [`${unsettled} not settled`] : []),
    ...(count.kind === 'at-least' ? [`at least: ${coverage(count, threshold)}`] : []),
    ...(before === null ? [] : [`${before} to ${count.total} if this mark stands`]),
  ].join(', ');
}

function coverage(count: Count & { kind: 'at-least' }, threshold: Threshold): string {
  const seen = `${count.known} of ${count.expected} sessions seen`;
  return count.schoolWeeks < threshold.schoolWeeks
    ? `${seen}, and term dates for ${count.schoolWeeks} of ${threshold.schoolWeeks} school weeks`
    : seen;
}
