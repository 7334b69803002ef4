import type { SchoolTime } from '../../rules/calendar/clock.ts';
import { type IsoDate, parseIsoDate, type Session } from '../../rules/calendar/dates.ts';

/** Which session's register is open on the page, and what of it had to be assumed. */
export interface Sitting {
  readonly date: IsoDate;
  readonly session: Session;
  readonly assumed: 'nothing' | 'date' | 'session' | 'both';
}

/** From here on, a page that does not say its session is taken to be the afternoon's. */
const AFTERNOON_FROM = 12 * 60 + 30;

/**
 * The session of a register. What the page does not say is taken from the clock, and labelled so; null when it cannot
 * be taken from there either: an unreadable date, or another day's register with no session.
 */
export function sittingOf(
  page: { readonly date: string | null; readonly session: Session | null },
  clock: SchoolTime,
): Sitting | null {
  const date = page.date === null ? clock.date : parseIsoDate(page.date);
  if (!date) return null;
  const assumedDate = page.date === null;
  if (page.session) return { date, session: page.session, assumed: assumedDate ? 'date' : 'nothing' };
  if (date !== clock.date) return null;
  const session = clock.minute < AFTERNOON_FROM ? 'AM' : 'PM';
  return { date, session, assumed: assumedDate ? 'both' : 'session' };
}
