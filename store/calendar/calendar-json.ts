import * as v from 'valibot';
import type { CalendarInput } from '../../rules/calendar/calendar.ts';
import { calendarShape } from './calendar-shape.ts';

/** The calendar as the JSON of the batch contract: what `npm run rules` takes as `calendar`. */
export function writeCalendarJson(calendar: CalendarInput): string {
  return `${JSON.stringify(calendar, null, 2)}\n`;
}

/** Reads what {@link writeCalendarJson} writes; null for anything else. */
export function readCalendarJson(text: string): CalendarInput | null {
  try {
    const result = v.safeParse(calendarShape, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
