import { showMinute, toMinute } from '../rules/calendar/clock.ts';
import type { Session } from '../rules/calendar/dates.ts';
import type { SessionTimes } from '../rules/policy/policy.ts';
import type { SetUp } from './overlay/port.ts';

/** Every sentence the overlay says, here and in the files beside: plain English, no blame, no verdict on a pupil. */

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

/** What the button says that opens the list of marks, and of counts that have no room: `2 marks to check`, `1 kept`, `30 counts`. */
export function listWords(findings: number, kept: number, counts: number): readonly string[] {
  return [
    findings > 0 && `${many(findings, 'mark')} to check`,
    kept > 0 && `${kept} kept`,
    counts > 0 && many(counts, 'count'),
  ].filter((words) => words !== false);
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

/** What is said on an open page once the extension is another than the one that stands in it. */
export const UPDATED = 'Registerwise was updated. Reload this page when you are ready.';

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
  toCheck: 'Marks and counts',
  more: 'More about this register',
  why: 'Why',
  close: 'Close',
  fold: 'Fold away',
  notChecking: 'not checking',
  training: 'Training',
  jump: 'Go to',
  scroll: 'Scroll to',
  away: 'Not on the screen now.',
  found: 'Registerwise found a register here.',
  lesson: 'Lesson register: only codes are checked',
  noTerms: 'Term dates are not set: sessions are not counted',
  inferredTerms: 'Term dates are worked out from marks, not given',
  removed: 'This page keeps removing Registerwise, so it is not checking here',
  leftOver: 'Too little of the register is shown to be read.',
  turning: 'The page is changing to another session or day.',
  leftOut: 'could not be read for certain and were left out',
  noDate: 'The date or session of this register could not be read',
  duplicates: 'Some pupils stand on two rows, so their rows are not checked',
} as const;
