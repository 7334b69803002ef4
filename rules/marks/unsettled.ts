import { type SchoolCalendar, schoolDayAfter, schoolDaysBetween } from '../calendar/calendar.ts';
import { type Minute, showMinute } from '../calendar/clock.ts';
import { type Day, fromDay, toDay, weekday } from '../calendar/dates.ts';
import { longDay } from '../calendar/show.ts';
import { type Check, clauses, finding, type Marked, presentMark } from './context.ts';
import type { Finding } from './finding.ts';
import { LAW } from './law.ts';
import { AFTER_CLOSE, placeOf } from './place.ts';

/** An N is worth chasing from its third school day on (decision table 7.2). */
const AGEING_FROM = 3;

/** However long a policy lets an N stand, the regulations give it five school days (SI 2024/208 reg 10(7) to (9)). */
const AT_MOST = 5;

/** N is provisional: it is settled when the pupil turns up, and otherwise within its school days. */
export const checkUnsettled: Check = (marked) => {
  if (marked.code !== 'N') return [];
  const arrived = marked.entry.arrived === undefined ? [] : arrivedAfterN(marked, marked.entry.arrived);
  const ageing = checkAgeing(marked);
  // One who came is told of as one who came; only a deadline that has passed is worth a second word.
  return arrived.length > 0 && ageing[0]?.rule !== 'n-overdue' ? arrived : [...arrived, ...ageing];
};

function checkAgeing(marked: Marked): readonly Finding[] {
  const { entry, policy } = marked;
  const schoolDays = Math.min(policy.unsettled.schoolDays, AT_MOST);
  const now = toDay(entry.entered.date);
  const age = ageOf(toDay(entry.date), now, schoolDays, entry.calendar);
  const says = clauses(policy, null, LAW.unsettled);
  const guess = entry.calendar ? '' : ' Counted by weekdays: no term dates are set.';
  if (age.deadline !== null && now > age.deadline) {
    const message = `N has stood for more than ${schoolDays} school days (to ${longDay(fromDay(age.deadline))}). Use the code for the reason, or O.${guess}`;
    return [finding('n-overdue', 'warn', message, ['O'], says), ...otherWords(marked, schoolDays)];
  }
  if (age.days < AGEING_FROM) return [];
  const message =
    age.deadline === null
      ? 'N is ageing. The term dates end before its deadline, so that cannot be worked out.'
      : `N is ${age.days} school days old. Settle it by ${longDay(fromDay(age.deadline))}, or it becomes O.${guess}`;
  return [
    finding('n-unsettled', age.days >= schoolDays ? 'check' : 'note', message, [], says),
    ...otherWords(marked, schoolDays),
  ];
}

function arrivedAfterN(marked: Marked, minute: Minute): readonly Finding[] {
  const { entry, policy, times } = marked;
  const place = placeOf(minute, marked);
  if (place === 'after-end') return [];
  const closed = place === 'after-close' || (place === 'close-minute' && times.closeMinute === 'absent');
  const suggest = closed
    ? AFTER_CLOSE
    : place === 'before-taken' || place === 'at-taken'
      ? [presentMark(entry.session)]
      : place === 'open' || place === 'close-minute'
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

function otherWords({ policy }: Marked, schoolDays: number): readonly Finding[] {
  if (policy.unsettled.clause === null) return [];
  const message = `${policy.school}’s policy words the deadline differently. ${schoolDays === AT_MOST ? 'Five' : schoolDays} school days are applied.`;
  const says = clauses(policy, policy.unsettled.clause, LAW.unsettled);
  return [finding('policy-note', 'note', message, [], says)];
}
