import { windowWeeks } from '../calendar/calendar.ts';
import { academicYearStart, fromDay, type IsoDate, toDay } from '../calendar/dates.ts';
import { type Facts, wasAway } from './facts.ts';
import { absenceStart } from './runs.ts';
import { startOf } from './since.ts';
import type { Step } from './step.ts';

/** The day of a logged doing that still holds; null when there is none. */
export function doneOn(facts: Facts, step: Step): IsoDate | null {
  if (!facts.log) return null;
  const doings = facts.log.filter((event) => event.step === step.id);
  const last = doings.at(-1)?.date;
  if (last === undefined) return null;
  const { asOf } = facts.question;
  if (step.again === 'each-session') {
    const missed = facts.days.find(({ date }) => date === asOf)?.sessions.filter(wasAway).length ?? 0;
    return doings.filter(({ date }) => date === asOf).length >= Math.max(1, missed) ? asOf : null;
  }
  const from = holdsFrom(facts, step);
  return from !== null && last >= from ? last : null;
}

/** The first day a doing must not lie before, to hold still. */
function holdsFrom(facts: Facts, step: Step): IsoDate | null {
  const { asOf, calendar, policy } = facts.question;
  if (step.again === 'each-day') return asOf;
  const start = step.since ? startOf(facts, step) : null;
  if (start) return start.date;
  if (step.again === 'each-absence') return absenceStart(facts);
  if (step.again === 'each-year') return academicYearStart(asOf);
  const monday = windowWeeks(calendar, toDay(asOf), policy.threshold.schoolWeeks)[0];
  return monday === undefined ? null : fromDay(monday);
}
