import { schoolDaysBetween } from '../calendar/calendar.ts';
import { type IsoDate, toDay } from '../calendar/dates.ts';
import { longDay } from '../calendar/show.ts';
import { attendance } from '../history/attendance.ts';
import { history } from '../history/history.ts';
import { type Facts, missingMarks, thisYear, wasAway, wasDue } from './facts.ts';
import { type Amount, type Reading, showBetween } from './reading.ts';

const MARKS_MISSING = 'marks are missing';

export function daysAbsentThisYear(facts: Facts): Reading {
  const { days, whole } = thisYear(facts);
  let least = 0;
  let most = 0;
  for (const { date, sessions } of days) {
    const due = sessions.filter(wasDue);
    const marked = due.filter(({ code }) => code !== null);
    if (due.length === 0 || !marked.every(wasAway)) continue;
    const today = date === facts.question.asOf;
    if (marked.length === due.length || (today && marked.length > 0)) least++;
    if (marked.length > 0 || !today) most++;
  }
  return bounded(least, whole ? most : null, 1, 'school day', 'absent this school year');
}

/** In halves of a day, so that a morning coded I is half a day. */
export function illnessDays(facts: Facts): Reading {
  const { days, whole } = thisYear(facts);
  const ill = days.reduce((sum, day) => sum + day.sessions.filter(({ code }) => code === 'I').length, 0);
  const most = whole ? ill + missingMarks(facts, days) : null;
  return bounded(ill, most, 2, 'session', 'coded I this school year, two to a school day');
}

/** Attendance over the year to a day, the sessions attended, possible, and not marked. */
export function attendedBy({ question, held, roll, days }: Facts, asOf: IsoDate) {
  const upTo = held.filter(({ date }) => date <= asOf);
  const { attended, possible, unmarked } = attendance(question.calendar, upTo, asOf, roll, []);
  const today =
    days.find(({ date }) => date === asOf)?.sessions.filter(({ code }) => code === null).length ?? 0;
  return { attended, possible, unmarked: unmarked - today };
}

export function attendancePercent(facts: Facts): Reading {
  return percent(facts, 'attended');
}

export function absencePercent(facts: Facts): Reading {
  return percent(facts, 'missed');
}

function percent(facts: Facts, side: 'attended' | 'missed'): Reading {
  const { attended, possible, unmarked } = attendedBy(facts, facts.question.asOf);
  const all = possible + unmarked;
  if (all === 0) return { kind: 'unknown', why: 'no session was possible this school year' };
  const count = side === 'attended' ? attended : possible - attended;
  const words = `${count} of ${possible} sessions ${side} this school year`;
  return {
    kind: 'amount',
    least: count * 100,
    most: (count + unmarked) * 100,
    of: all,
    says: possible === 0 ? words : `${words}, ${showPercent(count, possible)}`,
    ...(unmarked > 0
      ? { gap: `${unmarked} more ${unmarked === 1 ? 'session has' : 'sessions have'} no mark` }
      : {}),
  };
}

/** Cut off after one decimal, so that 89.96% never reads as 90%. */
export function showPercent(part: number, whole: number): string {
  return `${Math.floor((part * 1000) / whole) / 10}%`;
}

export function unauthorisedInWindow(facts: Facts): Reading {
  const { total, settled, missing, schoolWeeks } = windowOf(facts);
  const n = total - settled;
  const gaps = [
    ...(n > 0 ? [`${n} of them coded N may still change`] : []),
    ...(missing === 0 ? [] : [MARKS_MISSING]),
  ];
  return {
    kind: 'amount',
    least: settled,
    most: missing === null ? null : total + missing,
    of: 1,
    says: `${showBetween(total, missing === 0 ? total : null, 'unauthorised session')} in the last ${schoolWeeks} school weeks`,
    ...(gaps.length > 0 ? { gap: gaps.join(', and ') } : {}),
  };
}

export function lateMarks(facts: Facts): Reading {
  const { days, missing } = windowOf(facts);
  const late = days.reduce((sum, day) => sum + day.sessions.filter(({ code }) => code === 'L').length, 0);
  const most = missing === null ? null : late + missing;
  return bounded(late, most, 1, 'session', 'coded L in the window of the count');
}

/** The window of the count; `missing` is null where the term dates do not reach back over all of it. */
function windowOf(facts: Facts) {
  const { unauthorised, window } = history(facts.question);
  const { schoolWeeks } = facts.question.policy.threshold;
  const from = window.from ?? facts.question.asOf;
  const days = facts.days.filter(({ date }) => date >= from);
  const short = window.weeks.length < schoolWeeks && !facts.fromTheStart;
  return { ...unauthorised, days, missing: short ? null : missingMarks(facts, days), schoolWeeks };
}

export function oldestN(facts: Facts): Reading {
  const { calendar, asOf } = facts.question;
  const oldest = facts.days.find(({ sessions }) => sessions.some(({ code }) => code === 'N'));
  if (!oldest) return bounded(0, 0, 1, 'school day', 'since any N: there is none');
  const age = schoolDaysBetween(calendar, oldest.day, toDay(asOf));
  const last = calendar.schoolDays.at(-1) ?? oldest.day;
  const most = toDay(asOf) > last ? null : age;
  const what = `since the oldest N, of ${longDay(oldest.date)}`;
  return bounded(age, most, 1, 'school day', what, 'the term dates end before this day');
}

function bounded(
  least: number,
  most: number | null,
  of: number,
  unit: string,
  what: string,
  gap = MARKS_MISSING,
): Amount {
  const says = `${showBetween(least, most, unit)} ${what}`;
  return { kind: 'amount', least, most, of, says, ...(least === most ? {} : { gap }) };
}
