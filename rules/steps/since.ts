import type { Minute } from '../calendar/clock.ts';
import { type IsoDate, mondayOf, toDay } from '../calendar/dates.ts';
import { longDay } from '../calendar/show.ts';
import { attendedBy, showPercent } from './counts.ts';
import type { Facts, LoggedEvent } from './facts.ts';
import { type Reading, showBetween } from './reading.ts';
import type { Step } from './step.ts';

const DAY: Minute = 1440;

/** The latest logged start of a step's period; of a step asked for every day or session, on this very day. Null when none is logged. */
export function startOf({ log, question }: Facts, { since, again }: Step): LoggedEvent | null {
  const daily = again === 'each-day' || again === 'each-session';
  return (
    log?.findLast(({ step, date }) => since?.includes(step) && (!daily || date === question.asOf)) ?? null
  );
}

/** Reads a period from its start, or says why there is none. */
function from(facts: Facts, step: Step, read: (start: LoggedEvent) => Reading): Reading {
  if (!facts.log) return { kind: 'unknown', why: 'no log of what has been done is kept here' };
  const start = startOf(facts, step);
  return start ? read(start) : { kind: 'none', says: `no ${step.since?.join(' or ') ?? 'start'} is logged` };
}

export function weeksSince(facts: Facts, step: Step): Reading {
  return from(facts, step, ({ step: name, date }) => {
    const { certain, unsure } = daysOfSchoolWeeks(facts, date);
    const least = Math.floor(certain / 7);
    const most = Math.floor((certain + unsure) / 7);
    const says = `${showBetween(least, most, 'week')} since ${name} on ${longDay(date)}, holidays left out`;
    return {
      kind: 'amount',
      least,
      most,
      of: 1,
      says,
      ...(least < most ? { gap: 'the term dates do not reach' } : {}),
    };
  });
}

/** Days after a date, up to `asOf`, in weeks with a school session; `unsure` are those outside the term dates. */
function daysOfSchoolWeeks({ question }: Facts, date: IsoDate): { certain: number; unsure: number } {
  const weeks = new Set(question.calendar.weeks);
  const [first = Number.POSITIVE_INFINITY] = weeks;
  const last = question.calendar.weeks.at(-1) ?? first;
  let certain = 0;
  let unsure = 0;
  for (let day = toDay(date) + 1; day <= toDay(question.asOf); day++) {
    const monday = mondayOf(day);
    if (weeks.has(monday)) certain++;
    else if (monday < first || monday > last) unsure++;
  }
  return { certain, unsure };
}

export function minutesSince(facts: Facts, step: Step): Reading {
  return from(facts, step, ({ step: name, date, minute }) => {
    const { now, asOf } = facts.question;
    const days = toDay(now?.date ?? asOf) - toDay(date);
    const passed = (from: Minute, to: Minute) => Math.max(0, days * DAY + to - from);
    const least = now ? passed(minute ?? now.minute, now.minute) : 0;
    const most = passed(minute ?? 0, now?.minute ?? DAY);
    const says = `${showBetween(least, most, 'minute')} since ${name}`;
    const gap = now ? `the time of ${name} is not logged` : 'the time of day is not known';
    return { kind: 'amount', least, most, of: 1, says, ...(least < most ? { gap } : {}) };
  });
}

export function attendanceChangeSince(facts: Facts, step: Step): Reading {
  return from(facts, step, ({ step: name, date }) => {
    const then = attendedBy(facts, date);
    const now = attendedBy(facts, facts.question.asOf);
    if (then.possible === 0 || now.possible === 0)
      return { kind: 'unknown', why: `no session was possible by ${longDay(date)} this school year` };
    const [thenAll, nowAll] = [then.possible + then.unmarked, now.possible + now.unmarked];
    const missing = then.unmarked + now.unmarked > 0;
    return {
      kind: 'amount',
      least: 100 * (now.attended * thenAll - (then.attended + then.unmarked) * nowAll),
      most: 100 * ((now.attended + now.unmarked) * thenAll - then.attended * nowAll),
      of: thenAll * nowAll,
      says: `attendance was ${showPercent(then.attended, then.possible)} at ${name} on ${longDay(date)} and is ${showPercent(now.attended, now.possible)} now`,
      ...(missing ? { gap: 'marks are missing' } : {}),
    };
  });
}
