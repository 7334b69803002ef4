import { type CalendarInput, schoolCalendar } from '../rules/calendar/calendar.ts';
import { schoolTime } from '../rules/calendar/clock.ts';
import { conflictsOfCount } from '../rules/conflicts/of-count.ts';
import { history } from '../rules/history/history.ts';
import type { Policy } from '../rules/policy/policy.ts';
import { dueSteps } from '../rules/steps/due.ts';
import { marksOf } from './marks.ts';
import type { PageRequests } from './page-requests.ts';
import type { Database } from './schema.ts';

/**
 * What a why-card shows of one pupil that the page has not: the marks kept, what the policy asks for now, and the conflicts that
 * bear on the count. The mark on the screen is taken as if it stood. Without term dates there are the marks alone.
 * Throws {@link PlainError} where what is kept cannot be read.
 */
export async function whyOf(
  database: Database,
  origin: string,
  { pupil, date, session, code, at }: PageRequests['why']['ask'],
  { policy, calendar }: { readonly policy: Policy; readonly calendar: CalendarInput | null },
): Promise<PageRequests['why']['answer']> {
  const marks = await marksOf(database, origin, pupil);
  if (!calendar) return { marks, steps: [], conflicts: [] };
  const question = {
    ...{ policy, asOf: date, calendar: schoolCalendar(calendar) },
    marks: code === null ? marks : [...marks, { date, session, code }],
  };
  return {
    marks,
    steps: dueSteps({ ...question, now: schoolTime(at) }).filter(({ state }) => state !== 'not-due'),
    conflicts: conflictsOfCount(policy, history(question)),
  };
}
