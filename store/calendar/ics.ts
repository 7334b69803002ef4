import ICAL from 'ical.js';
import { parseSchoolTime } from '../../rules/calendar/clock.ts';
import {
  fromDay,
  type IsoDate,
  parseIsoDate,
  type Session,
  toDay,
  weekday,
} from '../../rules/calendar/dates.ts';
import type { Entry } from '../../rules/calendar/entries.ts';
import { isInset, kindOf } from '../../rules/calendar/words.ts';
import { OWN_KIND, OWN_YEARS } from './ics-write.ts';
import type { LineProblem } from './list.ts';
import { yearsIn } from './year-groups.ts';

/** What an iCalendar file holds: each event, those that are no term dates left out, and what could not be read. */
export type IcsReading =
  | { readonly ok: true; readonly entries: readonly Entry[]; readonly problems: readonly LineProblem[] }
  | { readonly ok: false; readonly why: string };

/** Far above any school's calendar, far below what would hold the browser up. */
const LONGEST_FILE = 2_000_000;
const MOST_EVENTS = 2_000;
const MOST_REPEATS = 200;
const MOST_ENTRIES = 3_000;
const LONGEST_DAYS = 366;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const NOT_A_CALENDAR = 'This is not a calendar file (.ics): it could not be read.';
const REPEATS = 'It repeats in a way that is not read. Put its days in by hand.';
/** Parts of a repeat that always come to an end when counted; others may search for a day that never comes. */
const REPEAT =
  /^(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\d?|COUNT=\d{1,4}|UNTIL=[\dTZ]+|WKST=[A-Z]{2}|BYDAY=(?:[A-Z]{2},?)+)$/;

/** Reads an iCalendar file (RFC 5545). Repeats are bounded. Never throws. */
export function readIcs(text: string): IcsReading {
  if (text.length > LONGEST_FILE)
    return { ok: false, why: 'This file is too large to be a calendar of term dates.' };
  const events = eventsIn(text);
  if (events === null) return { ok: false, why: NOT_A_CALENDAR };
  if (events.length === 0) return { ok: false, why: 'There are no events in this calendar file.' };
  if (events.length > MOST_EVENTS)
    return { ok: false, why: `This file has more than ${MOST_EVENTS} events. Export the term dates alone.` };
  const entries: Entry[] = [];
  const problems: LineProblem[] = [];
  for (const [index, component] of events.entries()) {
    const place = index + 1;
    try {
      const event = new ICAL.Event(component);
      const name =
        (event.summary ?? '').replace(/\s+/g, ' ').trim().slice(0, 200) || 'An event without a name';
      const days = daysOf(event, component);
      if (typeof days === 'string') problems.push({ place, text: name, reason: days });
      else
        entries.push(
          ...days.map((run) => ownEntry(component, place, name, run) ?? entryOf(place, name, run)),
        );
    } catch {
      problems.push({ place, text: `Event ${place}`, reason: 'Its dates could not be read.' });
    }
    if (entries.length > MOST_ENTRIES)
      return { ok: false, why: 'The events of this file repeat too often. Export the term dates alone.' };
  }
  return { ok: true, entries, problems };
}

function eventsIn(text: string): readonly ICAL.Component[] | null {
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed)) return null;
    // One calendar is [name, properties, parts]; several are a list of such.
    const calendars = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return calendars.flatMap((each) => new ICAL.Component(each).getAllSubcomponents('vevent'));
  } catch {
    return null;
  }
}

interface Run {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Whole minutes since midnight at which a timed event of one day begins and ends; null for whole days. */
  readonly clock: { readonly from: number; readonly to: number } | null;
}

function daysOf(event: ICAL.Event, component: ICAL.Component): readonly Run[] | string {
  const first = runBetween(event.startDate, event.endDate);
  if (typeof first === 'string' || !event.isRecurring()) return typeof first === 'string' ? first : [first];
  const rules = component.getAllProperties('rrule').map((rule) => String(rule.getFirstValue()));
  const isPlain = rules.every(
    (rule) =>
      rule.split(';').every((part) => REPEAT.test(part)) &&
      (!rule.includes('BYDAY') || rule.includes('FREQ=WEEKLY')),
  );
  if (!isPlain || component.hasProperty('rdate')) return REPEATS;
  const runs: Run[] = [];
  const repeat = event.iterator();
  for (
    let next = repeat.next();
    next && runs.length < MOST_REPEATS && next.year <= LAST_YEAR;
    next = repeat.next()
  ) {
    const end = next.clone();
    end.addDuration(event.duration);
    const run = runBetween(next, end);
    if (typeof run === 'string') return run;
    runs.push(run);
  }
  return runs.length < MOST_REPEATS ? runs : REPEATS;
}

function runBetween(start: ICAL.Time | null, end: ICAL.Time | null): Run | string {
  const from = start && momentOf(start);
  const until = end && momentOf(end);
  if (!start || !from) return 'Its date could not be read.';
  // Whole days end on the day after the last (RFC 5545, 3.6.1), and so does what ends at midnight.
  const atMidnight = until && until.date > from.date && until.minute === 0;
  const to =
    !until || until.date < from.date ? from.date : atMidnight ? fromDay(toDay(until.date) - 1) : until.date;
  if (toDay(to) - toDay(from.date) > LONGEST_DAYS) return 'It is longer than a year.';
  const timed = !start.isDate && from.date === to && until;
  return {
    from: from.date,
    to,
    clock: timed ? { from: from.minute, to: atMidnight ? 24 * 60 : until.minute } : null,
  };
}

function momentOf(time: ICAL.Time): { readonly date: IsoDate; readonly minute: number } | null {
  if (!(time.year >= FIRST_YEAR && time.year <= LAST_YEAR)) return null;
  const text = time.toString();
  const local = text.endsWith('Z') ? parseSchoolTime(text) : null;
  const date = local?.date ?? parseIsoDate(text.slice(0, 10));
  return date && { date, minute: local?.minute ?? time.hour * 60 + time.minute };
}

/** An event that `writeIcs` wrote says by itself what it is; null for any other. */
function ownEntry(
  component: ICAL.Component,
  place: number,
  text: string,
  { from, to, clock }: Run,
): Entry | null {
  const kind = component.getFirstPropertyValue(OWN_KIND);
  if (kind !== 'term' && kind !== 'closed') return null;
  const base = { place, text, from, to, assumed: [] };
  if (kind === 'term') return { ...base, kind, sessions: 'both' };
  const reason = String(component.getFirstPropertyValue('description') ?? '');
  const years = String(component.getFirstPropertyValue(OWN_YEARS) ?? '').match(/-?\d{1,2}/g) ?? [];
  return {
    ...{ ...base, kind: isInset(reason) ? 'inset' : 'closed', sessions: clock ? halfOf(clock) : 'both' },
    ...(reason === '' ? {} : { reason: reason.slice(0, 200) }),
    ...(years.length > 0 ? { yearGroups: years.map(Number) } : {}),
  };
}

function entryOf(place: number, text: string, { from, to, clock }: Run): Entry {
  const kind = kindOf(text, toDay(to) - toDay(from) + 1);
  const base = { place, text, from, to, sessions: 'both' as const, assumed: [] };
  const leftOut = (why: string): Entry => ({ ...base, kind: 'left-out', assumed: [why] });
  if (kind === null) return leftOut('Its name says nothing of terms or closures.');
  if (from === to && weekday(toDay(from)) > 4)
    return leftOut('This is a Saturday or Sunday, when there is no session anyway.');
  if (kind === 'term' || kind === 'first-day' || kind === 'last-day') return { ...base, kind };
  if (clock && clock.from >= AFTER_SCHOOL) return leftOut('This is after school, so no session is closed.');
  const years = yearsIn(text);
  return {
    ...base,
    ...{
      kind,
      sessions: clock ? halfOf(clock) : 'both',
      reason: kind === 'inset' ? 'INSET' : text.slice(0, 60),
    },
    ...(years.length > 0 ? { yearGroups: years } : {}),
  };
}

const AFTER_SCHOOL = 15 * 60;
const NOON = 12 * 60;
const LATEST_MORNING = 13 * 60;

function halfOf({ from, to }: { from: number; to: number }): Session | 'both' {
  if (from >= NOON) return 'PM';
  return to <= LATEST_MORNING ? 'AM' : 'both';
}
