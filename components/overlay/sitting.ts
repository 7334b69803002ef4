import type { SchoolTime } from '../../rules/calendar/clock.ts';
import { type IsoDate, parseIsoDate, type Session } from '../../rules/calendar/dates.ts';

/** Which session's register is open on the page, and what of it had to be assumed. */
export interface Sitting {
  readonly date: IsoDate;
  readonly session: Session;
  readonly assumed: 'nothing' | 'date' | 'session' | 'both';
}

/** Which lesson's register is open: no statutory session, so only its codes are checked. */
export interface Lesson {
  readonly date: IsoDate;
  readonly session: null;
  /** As the page calls it. */
  readonly lesson: string;
  readonly assumed: 'nothing' | 'date';
}

/** What a register is of. */
export type Occasion = Sitting | Lesson;

/** From here on, a page that does not say its session is taken to be the afternoon's. */
const AFTERNOON_FROM = 12 * 60 + 30;

/**
 * What a register is of. What the page does not say is taken from the clock, and labelled so; null when it cannot
 * be taken from there either: an unreadable date, or another day's register with no session.
 * @param said what a person said of a page that does not say its session; null for the clock's half of the day
 */
export function occasionOf(
  page: { readonly date: string | null; readonly session: Session | null; readonly lesson: string | null },
  clock: SchoolTime,
  said: Session | null = null,
): Occasion | null {
  const date = page.date === null ? clock.date : parseIsoDate(page.date);
  if (!date) return null;
  const assumed = page.date === null ? 'date' : 'nothing';
  if (page.lesson !== null) return { date, session: null, lesson: page.lesson, assumed };
  if (page.session) return { date, session: page.session, assumed };
  if (date !== clock.date) return null;
  const session = said ?? (clock.minute < AFTERNOON_FROM ? 'AM' : 'PM');
  return { date, session, assumed: assumed === 'date' ? 'both' : 'session' };
}

/** Whether nobody but the clock, or a person who was asked for want of anything better, says which session it is. */
export function isSessionAssumed({ assumed }: Occasion): boolean {
  return assumed === 'session' || assumed === 'both';
}

/** One text for each occasion. */
export function occasionKey(occasion: Occasion): string {
  return `${occasion.date} ${occasion.session ?? `lesson ${occasion.lesson}`}`;
}
