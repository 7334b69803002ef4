import type { IsoDate, Session } from '../calendar/dates.ts';
import { dayName } from '../calendar/show.ts';
import { curriculumYear } from '../pupil/age.ts';
import type { Policy, SessionTimes } from './policy.ts';

/** The times of a session on a day, for a year group as the MIS writes it. With none known, only rules for all years hold. */
export function timesOn(
  policy: Policy,
  session: Session,
  date: IsoDate,
  yearGroup?: string | undefined,
): SessionTimes {
  const times = policy.times[session];
  if (!times.exceptions) return times;
  const year = curriculumYear({ yearGroup }, date);
  const found = times.exceptions.find(
    ({ weekdays, yearGroups }) =>
      (!weekdays || weekdays.includes(dayName(date))) &&
      (!yearGroups || (year !== null && yearGroups.includes(year))),
  );
  return { ...times, ...found };
}
