import { toMinute } from '../calendar/clock.ts';
import { toDay } from '../calendar/dates.ts';
import { type Check, clauses, finding, sessionName } from './context.ts';
import type { Finding } from './finding.ts';
import { LAW } from './law.ts';

/** Marks made as a class comes in, a little before the register is due, are worth a note, not a warning. */
const EARLY_MINUTES = 20;

/** The session itself: does the school meet for it, and has it begun? `#` says itself that the school does not. */
export const checkSession: Check = ({ entry, policy, times, code }) => {
  const { date, session, entered, calendar, arrived } = entry;
  const found: Finding[] = [];
  if (code !== '#' && calendar && !calendar.meets(toDay(date), session))
    found.push(
      finding(
        'not-a-school-session',
        'check',
        `The term dates have no ${sessionName(session)} session on this day.`,
        ['#'],
        { law: LAW.closure },
      ),
    );
  if (entry.standing || (code !== '/' && code !== '\\' && code !== 'L' && code !== 'U')) return found;
  const early =
    date === entered.date && arrived === undefined && times.taken !== null
      ? toMinute(times.taken) - entered.minute
      : 0;
  if (date > entered.date || early > 0)
    found.push(
      finding(
        'future-session',
        date > entered.date || early > EARLY_MINUTES ? 'check' : 'note',
        `The ${sessionName(session)} session has not begun, so nobody can yet be ${code === 'L' || code === 'U' ? 'late' : 'present'}.`,
        [],
        clauses(policy, times.clause, LAW.sessions),
      ),
    );
  return found;
};
