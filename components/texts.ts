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

/** One line about a mark: what is wrong and what to use, and the codes that may fit instead; under fifteen words in all. */
export interface FindingLine {
  readonly says: string;
  /** `, or M, I, C if the reason fits`; empty where one code alone may fit. */
  readonly others: string;
}

/** So many other codes are named beside the mark, one less where the words before are more; the rest are under “Why”. */
const OTHERS = 3;

/**
 * What is said of a mark beside it: the gravest finding, or that the policy's own clauses clash. `times` null: of a lesson,
 * which no policy closes.
 */
export function findingLine(
  findings: readonly [Finding, ...Finding[]],
  code: string,
  times: SessionTimes | null,
): FindingLine {
  const [{ rule, suggest }, ...others] = findings;
  const clash = rule.endsWith('after-close') && others.some((other) => other.rule === 'policy-note');
  const closes = [times?.closes, ...(times?.otherReadings ?? []).map((other) => other.closes)].filter(
    (time) => time != null,
  );
  if (clash && closes.length > 1) {
    const both = closes.map((time) => showMinute(toMinute(time))).join(' or ');
    return { says: `Policy clash: closed ${both}? U by one, L by the other`, others: '' };
  }
  const more = suggest.slice(1, rule === 'entry-after-close' ? OTHERS : OTHERS + 1).join(', ');
  return {
    says: leadOf(rule, code, suggest, times?.closes ? ` ${showMinute(toMinute(times.closes))}` : ''),
    others: more && rule !== 'withdrawn-code' ? `, or ${more} if the reason fits` : '',
  };
}

/** What is wrong, and the code that is likeliest to be right; without one, what to do. `at`: the closing time, if known. */
function leadOf(rule: Finding['rule'], code: string, suggest: readonly string[], at: string): string {
  const [first] = suggest;
  const use = first === undefined ? '' : ` · use ${first}`;
  switch (rule) {
    case 'late-after-close':
      return `Register closed${at}${use}`;
    case 'entry-after-close':
      return `Register closed${at} · just in? ${first}`;
    case 'late-before-close':
      return `Register still open${use}`;
    case 'present-after-start':
      return `Came after the register${use}`;
    case 'late-before-start':
      return `Came before the register${use}`;
    case 'late-after-session':
      return `Session had ended${use}`;
    case 'boundary-minute':
      return `The closing minute${use || ` · ${code} fits this policy`}`;
    case 'close-unknown':
      return 'No close time known · lateness is not checked';
    case 'wrong-session':
      return `Other session’s mark${use}`;
    case 'unknown-code':
      return `“${code}” is not a code${use || ' · choose one that is'}`;
    case 'withdrawn-code':
      return `${code} is withdrawn · use ${suggest.slice(0, 2).join(' or ') || 'a code in force'}`;
    case 'not-yet-code':
      return `${code} was not a code yet · use one in force then`;
    case 'not-a-school-session':
      return `No school session then${use}`;
    case 'future-session':
      return 'Session has not begun · mark it once it has';
    case 'n-unsettled':
      return first ? `Pupil has come${use}` : 'N still to be settled · use the code for the reason';
    case 'n-overdue':
      return `N is past its deadline${use}, or the reason’s code`;
    case 'age-check':
      return `${code}: check the pupil’s age${use}`;
    case 'remote-not-attended':
      return `Remote work is absence: ${first}`;
    case 'amendment-incomplete':
      return 'Changed after the session · note why, and who';
    case 'policy-note':
      return 'The policy’s clauses differ · see Why';
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

/** What the button says that opens the list of marks: `2 marks to check · 1 kept`. */
export function listText(findings: number, kept: number): string {
  const both = [findings > 0 && `${many(findings, 'mark')} to check`, kept > 0 && `${kept} kept`];
  return both.filter(Boolean).join(' · ');
}

/** The banner over a bar whose clock is set for training, and shows `minute`. */
export function trainingText(minute: number): string {
  return `The clock here says ${showMinute(minute)}, which is not the school’s time. What you keep here is not noted.`;
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
  kept: 'Kept.',
  keptAs: 'Kept as it is.',
  undo: 'Undo',
  amend: 'Note the change',
  thisRow: 'this row',
  toCheck: 'Marks to check',
  why: 'Why',
  close: 'Close',
  fold: 'Fold away',
  unfold: 'Open Registerwise',
  notChecking: 'not checking',
  training: 'Training',
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
