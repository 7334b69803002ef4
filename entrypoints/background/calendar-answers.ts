import { inferCalendar } from '../../rules/calendar/inferred.ts';
import { formerCalendars, restoreCalendar, saveCalendar } from '../../store/calendar/calendars.ts';
import { tallyMarks } from '../../store/calendar/mark-tally.ts';
import type { Settings } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { readSettings, saveSettings } from '../../store/settings.ts';
import type { OwnAnswers } from './doors.ts';
import { store } from './opened-store.ts';
import { pushToPages } from './push.ts';
import { beginRecount, recountState } from './recounting.ts';

type CalendarQuestion =
  | 'save-calendar'
  | 'former-calendars'
  | 'restore-calendar'
  | 'recompute-state'
  | 'calendar-from-marks';

/** What the extension's own pages are answered about term dates. */
export const calendarAnswers: Pick<OwnAnswers, CalendarQuestion> = {
  'save-calendar': ({ calendar, source }) =>
    change((database) => saveCalendar(database, { calendar, calendarSource: source }, Date.now())),
  'former-calendars': async () => formerCalendars(await store()),
  'restore-calendar': ({ at }) => change((database) => restoreCalendar(database, at, Date.now())),
  'recompute-state': async () => recountState(),
  'calendar-from-marks': async () => inferCalendar(await tallyMarks(await store())),
};

/** After new marks: term dates that were worked out from marks are worked out again. Given ones are never touched. */
export async function renewFromMarks(): Promise<void> {
  const database = await store();
  if ((await readSettings(database)).calendarSource !== 'marks') return;
  // Where they cannot be read, the dates stay as they were: what is kept says so elsewhere.
  const inferred = inferCalendar(await tallyMarks(database).catch(() => []));
  if (!inferred) return;
  // Not kept among the former: nobody set these, and they come back by themselves.
  const dates = { calendar: inferred.calendar, calendarSource: 'marks' as const };
  beginRecount(database, await saveSettings(database, dates));
}

async function change(work: (database: Database) => Promise<Settings>): Promise<Settings> {
  const database = await store();
  const settings = await work(database);
  await pushToPages({ to: 'page', kind: 'reload' });
  beginRecount(database, settings);
  return settings;
}
