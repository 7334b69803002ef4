import ICAL from 'ical.js';
import type { CalendarInput, Closure } from '../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, toDay } from '../../rules/calendar/dates.ts';
import { isInset } from '../../rules/calendar/words.ts';
import { showYears } from './year-groups.ts';

/** Our own properties (RFC 5545, 3.8.8.2), so that a calendar written here is read back without going by its words. */
export const OWN_KIND = 'x-registerwise-kind';
export const OWN_YEARS = 'x-registerwise-years';

/** A morning and an afternoon closed, as times: what a calendar file has no word for. */
const HALVES = { AM: ['08:30:00', '12:00:00'], PM: ['12:30:00', '15:00:00'] } as const;

/**
 * The calendar as an iCalendar file (RFC 5545), which other calendars take in and `readIcs` reads back to the same school
 * sessions. `stamp` is the moment it was made, `YYYY-MM-DDTHH:MM:SSZ`.
 */
export function writeIcs({ terms, closures }: CalendarInput, stamp: string): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Registerwise//Term dates//EN');
  const add = (
    kind: 'term' | 'closed',
    { reason, yearGroups }: Partial<Closure>,
    from: ICAL.Time,
    to: ICAL.Time,
  ) => {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue(
      'uid',
      `${calendar.getAllSubcomponents('vevent').length + 1}-${from.toString()}@registerwise.invalid`,
    );
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(stamp));
    event.updatePropertyWithValue('dtstart', from);
    event.updatePropertyWithValue('dtend', to);
    event.updatePropertyWithValue('summary', kind === 'term' ? 'Term' : nameOf({ reason, yearGroups }));
    event.updatePropertyWithValue(OWN_KIND, kind);
    if (reason) event.updatePropertyWithValue('description', reason);
    if (yearGroups) event.updatePropertyWithValue(OWN_YEARS, yearGroups.join(' '));
    event.updatePropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  };
  for (const { from, to } of terms) add('term', {}, dayOf(from), dayOf(fromDay(toDay(to) + 1)));
  for (const closure of closures) {
    const { from, to, sessions } = closure;
    if (sessions === 'both') add('closed', closure, dayOf(from), dayOf(fromDay(toDay(to) + 1)));
    else
      for (let day = toDay(from), last = toDay(to); day <= last; day++) {
        const [begins, ends] = HALVES[sessions];
        add('closed', closure, timeOf(fromDay(day), begins), timeOf(fromDay(day), ends));
      }
  }
  return calendar.toString();
}

/** A name for people and for other programs; our own reader goes by {@link OWN_KIND}, whatever the reason says. */
function nameOf({
  reason,
  yearGroups,
}: {
  reason?: string | undefined;
  yearGroups?: Closure['yearGroups'];
}): string {
  const words = reason?.replace(/\s+/g, ' ').trim() ?? '';
  const whom = yearGroups ? ` for ${showYears(yearGroups)}` : '';
  if (isInset(words)) return `INSET${whom}`;
  return `School closed${whom}${words === '' ? '' : `: ${words}`}`;
}

function dayOf(date: IsoDate): ICAL.Time {
  return ICAL.Time.fromDateString(date);
}

function timeOf(date: IsoDate, clock: string): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${date}T${clock}`);
}
