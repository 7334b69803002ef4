import { type SchoolCalendar, schoolDayAfter, schoolDaysBetween } from '../calendar/calendar.ts';
import { showMinute } from '../calendar/clock.ts';
import { type Day, fromDay, toDay, weekday } from '../calendar/dates.ts';
import { longDay } from '../calendar/show.ts';
import { type Check, clauses, finding, type Marked, presentMark } from './context.ts';
import type { Finding } from './finding.ts';
import { LAW } from './law.ts';
import { AFTER_CLOSE, placeOf } from './place.ts';

/** An N is worth chasing from its third school day on (decision table 7.2). */
const AGEING_FROM = 3;

/** N is provisional: it is settled when the pupil turns up, and otherwise within its school days. */
export const checkUnsettled: Check = (marked) => {
  const { entry, policy, code } = marked;
  if (code !== 'N') return [];
  if (entry.arrived !== undefined) return arrivedAfterN(marked);
  const { schoolDays, clause } = policy.unsettled;
  const from = toDay(entry.date);
  const now = toDay(entry.entered.date);
  const age = ageOf(from, now, schoolDays, entry.calendar);
  const says = clauses(policy, null, LAW.unsettled);
  const guess = entry.calendar ? '' : ' Counted by weekdays: no term dates are set.';
  if (age.deadline !== null && now > age.deadline) {
    const message = `N has stood for more than ${schoolDays} school days (to ${longDay(fromDay(age.deadline))}). Use the code for the reason, or O.${guess}`;
    return [finding('n-overdue', 'warn', message, ['O'], says), ...otherWords(marked, clause)];
  }
  if (age.days < AGEING_FROM) return [];
  const message =
    age.deadline === null
      ? 'N is ageing. The term dates end before its deadline, so that cannot be worked out.'
      : `N is ${age.days} school days old. Settle it by ${longDay(fromDay(age.deadline))}, or it becomes O.${guess}`;
  return [
    finding('n-unsettled', age.days >= schoolDays ? 'check' : 'note', message, [], says),
    ...otherWords(marked, clause),
  ];
};

function arrivedAfterN(marked: Marked): readonly Finding[] {
  const { entry, policy, times } = marked;
  const minute = entry.arrived as number;
  const place = placeOf(minute, marked);
  if (place === 'after-end') return [];
  const closed = place === 'after-close';
  const suggest = closed
    ? AFTER_CLOSE
    : place === 'before-taken' || place === 'at-taken'
      ? [presentMark(entry.session)]
      : place === 'open'
        ? ['L']
        : ['L', 'U'];
  const message = `The pupil arrived at ${showMinute(minute)}, so N no longer fits. Use ${closed ? 'U, or another absence code if the reason fits' : suggest.join(' or ')}.`;
  return [finding('n-unsettled', 'check', message, suggest, clauses(policy, times.clause, LAW.unsettled))];
}

function ageOf(
  from: Day,
  now: Day,
  limit: number,
  calendar: SchoolCalendar | undefined,
): { readonly days: number; readonly deadline: Day | null } {
  if (calendar)
    return { days: schoolDaysBetween(calendar, from, now), deadline: schoolDayAfter(calendar, from, limit) };
  const weekdays: Day[] = [];
  for (let day = from + 1; weekdays.length < limit; day++) if (weekday(day) < 5) weekdays.push(day);
  return { days: weekdays.filter((day) => day <= now).length, deadline: weekdays.at(-1) ?? null };
}

function otherWords({ policy }: Marked, clause: string | null): readonly Finding[] {
  if (clause === null) return [];
  const message = `${policy.school}’s policy words the deadline differently. Five school days are applied.`;
  return [finding('policy-note', 'note', message, [], clauses(policy, clause, LAW.unsettled))];
}
