import { showMinute, toMinute } from '../rules/calendar/clock.ts';
import type { Session } from '../rules/calendar/dates.ts';
import type { Count, Status } from '../rules/history/count.ts';
import type { Finding } from '../rules/marks/finding.ts';
import type { SessionTimes, Threshold } from '../rules/policy/policy.ts';
import type { SetUp } from './overlay/port.ts';

/** Every sentence the overlay says, in one place: plain English, no blame, no verdict on a pupil. */

/** `1 mark`, `2 marks`. */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What is said of earlier marks that were read on a page, and whether they have been kept yet. */
export function earlierMarks(marks: number, pupils: number, stand: 'on-its-way' | 'kept' | 'failed'): string {
  const read = `Read ${many(marks, 'earlier mark')} of ${many(pupils, 'pupil')} here.`;
  if (stand === 'on-its-way') return read;
  const they = marks === 1 ? 'It' : 'They';
  if (stand === 'failed') return `${read} ${they} could not be kept yet. Registerwise will try again.`;
  return `${read} ${they} ${marks === 1 ? 'is' : 'are'} kept on this device.`;
}

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

/** `Warning` for what is known to be wrong, `Check` for the rest. */
export function levelWord(level: Finding['level']): 'Warning' | 'Check' {
  return level === 'warn' ? 'Warning' : 'Check';
}

/**
 * What is said of a mark in as few words as fit beside it: the gravest finding, or that the policy's own clauses clash.
 * `times` null: of a lesson, which no policy closes.
 */
export function findingShort(
  findings: readonly [Finding, ...Finding[]],
  code: string,
  times: SessionTimes | null,
): string {
  const [{ rule, suggest }, ...others] = findings;
  const clash = rule.endsWith('after-close') && others.some((other) => other.rule === 'policy-note');
  const closes = [times?.closes, ...(times?.otherReadings ?? []).map((other) => other.closes)].filter(
    (time) => time != null,
  );
  if (clash && closes.length > 1)
    return `Policy clash: closed ${closes.map((time) => showMinute(toMinute(time))).join(' or ')}?`;
  const use = suggest[0] ? ` · use ${suggest[0]}` : '';
  const closed = times?.closes ? `Register closed ${showMinute(toMinute(times.closes))}` : 'Register closed';
  switch (rule) {
    case 'late-after-close':
      return `${closed}${use}`;
    case 'entry-after-close':
      return `${closed} · just in? use ${suggest[0] ?? 'U'}`;
    case 'late-before-close':
      return `Register still open${use}`;
    case 'present-after-start':
      return `Came after the register${use}`;
    case 'late-before-start':
      return `Came before the register${use}`;
    case 'late-after-session':
      return 'Came after the session ended';
    case 'boundary-minute':
      return `The closing minute${use}`;
    case 'close-unknown':
      return 'No close time known';
    case 'wrong-session':
      return `Other session’s mark${use}`;
    case 'unknown-code':
      return `“${code}” is not a code${use}`;
    case 'withdrawn-code':
      return `${code} is withdrawn${suggest.length ? ` · use ${suggest.slice(0, 2).join(' or ')}` : ''}`;
    case 'not-yet-code':
      return `${code} was not a code yet`;
    case 'not-a-school-session':
      return 'No school session then';
    case 'future-session':
      return 'Session has not begun';
    case 'n-unsettled':
      return 'N still to be settled';
    case 'n-overdue':
      return `N is past its deadline${use}`;
    case 'age-check':
      return `${code}: check the pupil’s age`;
    case 'remote-not-attended':
      return 'Remote work is not attendance';
    case 'amendment-incomplete':
      return 'Amendment: say who and why';
    case 'policy-note':
      return 'Policy and law differ';
  }
}

/** What the bar says of the register's close; `clock` null when the register is not today's. */
export function closeText(
  times: SessionTimes,
  session: Session,
  clock: { readonly minute: number; readonly second: number } | null,
): string {
  if (!times.closes) return `No ${session} close in this policy: lateness not checked`;
  const close = toMinute(times.closes);
  const at = showMinute(close);
  if (!clock) return `Close ${at}`;
  const left = close * 60 - clock.minute * 60 - clock.second;
  if (left > 120)
    return `Closes ${at} · ${Math.ceil(left / 60) > 90 ? 'later' : `${Math.ceil(left / 60)} min`}`;
  if (left > 0) return `Closes ${at} · ${left >= 60 ? `${Math.floor(left / 60)} min ` : ''}${left % 60} s`;
  if (left > -60 && times.closeMinute === 'late') return `Closes ${at} · this minute`;
  return `Closed ${at}`;
}

/** What one register of several is called, short: `Register 1 of 2 · 6H, AM`. */
export function placeName({ at, of, name }: { at: number; of: number; name: string | null }): string {
  return `Register ${at} of ${of}${name === null ? '' : ` · ${name}`}`;
}

/** The accessible name of its bar. */
export function regionName({ at, of, name }: { at: number; of: number; name: string | null }): string {
  return `${TEXTS.region}, register ${at} of ${of}${name === null ? '' : `, ${name}`}`;
}

/** What the button says by which a person corrects a session that was assumed. */
export const SESSION_IS: Readonly<Record<Session, string>> = {
  AM: 'It is the morning register',
  PM: 'It is the afternoon register',
};

/** What the button on a page that is not checked says. */
export const SET_UP: Readonly<Record<SetUp, string>> = {
  confirm: 'Check how it is read',
  teach: 'Show where things are',
};

export const TEXTS = {
  region: 'Registerwise',
  show: 'Show counts',
  hide: 'Hide counts',
  showOne: 'Show count',
  showBriefly: 'Show',
  late: 'Log a late arrival',
  arrows: 'In the register, the arrow keys move from count to count',
  keep: 'Keep as it is',
  why: 'Why',
  close: 'Close',
  fold: 'Fold away',
  unfold: 'Open Registerwise',
  notChecking: 'not checking',
  jump: 'Go to',
  scroll: 'Scroll to',
  away: 'Not on the screen now.',
  found: 'Registerwise found a register here.',
  lesson: 'Lesson register: only codes are checked',
  noTerms: 'Term dates are not set: sessions are not counted',
  inferredTerms: 'Term dates are worked out from marks, not given',
  updated: 'Registerwise was updated. Reload this page when you are ready.',
  removed: 'This page keeps removing Registerwise, so it is not checking here',
  leftOver: 'Too little of the register is shown to be read.',
  turning: 'The page is changing to another session or day.',
  leftOut: 'could not be read for certain and were left out',
  noDate: 'The date or session of this register could not be read',
  duplicates: 'Some pupils stand on two rows, so their rows are not checked',
} as const;
