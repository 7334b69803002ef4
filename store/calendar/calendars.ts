import { PlainError } from '../plain-error.ts';
import type { FormerCalendar, Settings } from '../records.ts';
import type { Database } from '../schema.ts';
import { readSettings, saveSettings } from '../settings.ts';

const KEY = 'former-calendars';
const MOST_KEPT = 10;

/** The term dates that were in force before, latest first, ten at most. */
export async function formerCalendars(database: Database): Promise<readonly FormerCalendar[]> {
  const row = await database.meta.get(KEY);
  // Nothing but this file writes the key.
  return (row?.value as readonly FormerCalendar[] | undefined) ?? [];
}

/** Puts term dates in force, and keeps those that were until `at` (milliseconds since 1970). */
export async function saveCalendar(
  database: Database,
  dates: Pick<Settings, 'calendar' | 'calendarSource'>,
  at: number,
): Promise<Settings> {
  return exchange(database, dates, await formerCalendars(database), at);
}

/** Puts those in force again that were until `until`; those in force now take their place among the former. */
export async function restoreCalendar(database: Database, until: number, at: number): Promise<Settings> {
  const former = await formerCalendars(database);
  const wanted = former.find((each) => each.at === until);
  if (!wanted) throw new PlainError('Those term dates are no longer kept.');
  const { calendar, source: calendarSource } = wanted;
  const others = former.filter((each) => each !== wanted);
  return exchange(database, { calendar, calendarSource }, others, at);
}

/** What was in force is kept first: stopped in between, it is there twice, and never lost. */
async function exchange(
  database: Database,
  dates: Pick<Settings, 'calendar' | 'calendarSource'>,
  former: readonly FormerCalendar[],
  now: number,
): Promise<Settings> {
  const { calendar, calendarSource: source } = await readSettings(database);
  if (JSON.stringify(calendar) === JSON.stringify(dates.calendar)) return saveSettings(database, dates);
  // Each has a moment of its own, which names it.
  const at = Math.max(now, (former[0]?.at ?? 0) + 1);
  await database.meta.put({ key: KEY, value: [{ at, calendar, source }, ...former].slice(0, MOST_KEPT) });
  return saveSettings(database, dates);
}
