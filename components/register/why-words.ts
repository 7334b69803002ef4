import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import { fromDay, toDay } from '../../rules/calendar/dates.ts';
import { longDay, shortDate, shortDay } from '../../rules/calendar/show.ts';
import type { Attendance } from '../../rules/history/attendance.ts';
import type { History } from '../../rules/history/history.ts';
import type { Threshold } from '../../rules/policy/policy.ts';
import { many } from '../texts.ts';
import type { Told } from './why-told.ts';

/** The sentences of the why-card that hold figures or dates. */

/** `7 of 10`, `At least 7 of 10`, `7` where no threshold applies. */
export function countWords(
  { history: { status, unauthorised }, isLeast }: Told,
  threshold: Threshold,
): string {
  const of = status === 'not-applicable' ? '' : ` of ${threshold.sessions}`;
  return `${isLeast ? 'At least ' : ''}${unauthorised.total}${of}`;
}

/** What the mark on the screen does to the count; null where it does nothing. */
export function thisMarkWords(
  told: Told,
  { code, saved }: { readonly code: string | null; readonly saved: boolean },
  threshold: Threshold,
): string | null {
  if (!told.adds || code === null) return null;
  if (saved) return `This session’s mark, ${code}, is saved and is one of them.`;
  const { total } = told.history.unauthorised;
  const count = countWords(told, threshold);
  const makes = `${count.charAt(0).toLowerCase()}${count.slice(1)}`;
  return `This mark, ${code}, makes it ${makes}: ${told.before} → ${total} if it stands.`;
}

/** How much of the window is known, and what fills the gaps; null where nothing is missing. */
export function gapWords({ history: { coverage, window } }: Told, threshold: Threshold): string | null {
  const { known, expected } = coverage;
  const { schoolWeeks } = threshold;
  const weeks = window.weeks.length;
  const says = [
    ...(known < expected
      ? [
          `${known} of ${many(expected, 'session')} seen on this device. Importing marks, or opening those registers here, fills the gaps.`,
        ]
      : []),
    ...(weeks < schoolWeeks
      ? [
          `Term dates are known for ${weeks} of ${schoolWeeks} school weeks. Earlier term dates fill that gap.`,
        ]
      : []),
  ];
  return says.length === 0 ? null : says.join(' ');
}

/** The window's dates, and the weeks between them that are no school weeks. */
export function windowWords(
  { window: { weeks, to } }: History,
  calendar: SchoolCalendar,
): { readonly counted: string; readonly skipped: string | null } {
  const [first] = weeks;
  if (first === undefined) return { counted: 'No school week has begun by this day.', skipped: null };
  const counted = `Counted: ${many(weeks.length, 'school week')}, ${longDay(first)} to ${longDay(to)}.`;
  const runs = skippedRuns(weeks.map(toDay), new Set(calendar.weeks));
  if (runs.length === 0) return { counted, skipped: null };
  return { counted, skipped: `Skipped, as school did not meet: ${listed(runs.map(runWords))}.` };
}

/** Runs of Mondays, oldest first, between the weeks counted. */
function skippedRuns(
  counted: readonly number[],
  school: ReadonlySet<number>,
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  const [from = 0] = counted;
  const last = counted.at(-1) ?? from;
  for (let monday = from; monday <= last; monday += 7) {
    if (school.has(monday)) continue;
    const run = runs.at(-1);
    if (run?.at(-1) === monday - 7) run.push(monday);
    else runs.push([monday]);
  }
  return runs;
}

function runWords(run: readonly number[]): string {
  const [first = 0] = run;
  const last = run.at(-1) ?? first;
  if (run.length === 1) return `the week of ${shortDate(fromDay(first))}`;
  return `the ${run.length} weeks from ${shortDate(fromDay(first))} to ${shortDate(fromDay(last + 4))}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** What leaves the window and when, a sentence each, soonest first. */
export function leavingWords({ unauthorised, leaving }: History, threshold: Threshold): readonly string[] {
  if (unauthorised.total === 0) return ['Nothing is counted, so nothing leaves.'];
  const going = leaving.map(
    ({ on, sessions }) =>
      `${shortDay(on)}: ${many(sessions, 'session leaves', 'sessions leave')} the ${threshold.schoolWeeks} weeks.`,
  );
  const left = unauthorised.total - leaving.reduce((sum, { sessions }) => sum + sessions, 0);
  if (left === 0) return going;
  const those = going.length > 0 ? `the other ${many(left, 'session')}` : many(left, 'session');
  return [...going, `The term dates known here end before ${those} can leave.`];
}

/** The year's attendance; rounded down, so that no pupil is shown on the other side of a band. */
export function yearWords({ rate, attended, possible, unmarked, from }: Attendance): string {
  if (rate === null && unmarked > 0) return 'Not known: no mark of a possible session this year is here.';
  if (rate === null) return 'No possible sessions yet.';
  const percent = (Math.floor(rate * 1000) / 10).toFixed(1);
  const says = `${percent}%: ${attended} of ${possible} possible sessions attended since ${shortDate(from)}.`;
  if (unmarked === 0) return says;
  return `On what has been seen, ${says} ${many(unmarked, 'session has', 'sessions have')} no mark here, so the year’s figure may differ.`;
}
