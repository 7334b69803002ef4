import * as v from 'valibot';
import type { CalendarInput, Closure } from '../../rules/calendar/calendar.ts';
import type { Entry } from '../../rules/calendar/entries.ts';
import { type EntryKind, isInset } from '../../rules/calendar/words.ts';
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

/** The terms and closures of a calendar as entries, each with words that say it. */
export function entriesOf({ terms, closures }: CalendarInput): readonly Entry[] {
  return [
    ...terms.map((term) => ({ ...term, kind: 'term' as const, sessions: 'both' as const, text: 'Term' })),
    ...closures.map((closure) => ({ ...closure, kind: kindOf(closure), text: closure.reason ?? 'Closed' })),
  ].map((entry, i) => ({ ...entry, place: i + 1, assumed: [] }));
}

function kindOf({ reason = '' }: Closure): EntryKind {
  return isInset(reason) ? 'inset' : 'closed';
}
