import type { CalendarInput, Closure } from '../../../../rules/calendar/calendar.ts';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, toDay } from '../../../../rules/calendar/dates.ts';
import { type History, history } from '../../../../rules/history/history.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import { builtInPolicy } from '../../../../rules/policy/profiles.ts';
import type { Pupil } from '../../../../rules/pupil/pupil.ts';

export const date = (text: string) => text as IsoDate;

/** A mark in short: `2026-11-09 AM O`. */
export function mark(text: string): Mark {
  const [day = '', session = 'AM', code = ''] = text.split(' ');
  return { date: date(day), session: session as Mark['session'], code };
}

/** The history of one pupil under a built-in policy. */
export function count(
  calendar: CalendarInput,
  asOf: string,
  marks: readonly Mark[],
  { policy = 'england-2024', pupil }: { policy?: string; pupil?: Pupil } = {},
): History {
  const known = builtInPolicy(policy);
  if (!known) throw new Error(`no policy ${policy}`);
  return history({ policy: known, asOf: date(asOf), calendar: schoolCalendar(calendar), pupil, marks });
}

/** Terms of 2025/26 and 2026/27 with half-terms, Christmas, Easter and summer between them, bank holidays as closures. */
export const twoYears: CalendarInput = {
  terms: [
    { from: date('2025-09-03'), to: date('2025-10-24') },
    { from: date('2025-11-03'), to: date('2025-12-19') },
    { from: date('2026-01-05'), to: date('2026-02-13') },
    { from: date('2026-02-23'), to: date('2026-03-27') },
    { from: date('2026-04-13'), to: date('2026-05-22') },
    { from: date('2026-06-01'), to: date('2026-07-21') },
    { from: date('2026-09-02'), to: date('2026-10-23') },
    { from: date('2026-11-02'), to: date('2026-12-18') },
  ],
  closures: [
    { from: date('2025-11-28'), to: date('2025-11-28'), sessions: 'both', reason: 'INSET' },
    { from: date('2026-05-04'), to: date('2026-05-04'), sessions: 'both', reason: 'Bank holiday' },
    { from: date('2026-11-13'), to: date('2026-11-13'), sessions: 'both', reason: 'INSET' },
  ],
};

/** A calendar of whole weeks, of which each holds its first `sessions` sessions from Monday morning on. */
export function weeksOf(weeks: readonly { monday: string; sessions: number }[]): CalendarInput {
  const closures = weeks.flatMap(({ monday, sessions }) =>
    Array.from({ length: 10 - sessions }, (_, i): Closure => {
      const session = sessions + i;
      const day = fromDay(toDay(date(monday)) + Math.floor(session / 2));
      return { from: day, to: day, sessions: session % 2 === 0 ? 'AM' : 'PM' };
    }),
  );
  return {
    terms: weeks.map(({ monday }) => ({ from: date(monday), to: fromDay(toDay(date(monday)) + 4) })),
    closures,
  };
}
