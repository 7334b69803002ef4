import { type Minute, type SchoolTime, showMinute } from '../../rules/calendar/clock.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { readOfficeClock } from '../forms/office-clock.ts';

/** A typed time of arrival, or one plain sentence that says what to write. */
export type TypedArrival =
  | { readonly arrived: Minute; readonly problem: null }
  | { readonly arrived: null; readonly problem: string };

/** Reads a typed time of arrival on `date`: `9:24`, `09:24` or `9.24`, and on the day itself none that is still to come. */
export function readArrival(text: string, date: IsoDate, now: SchoolTime): TypedArrival {
  const seconds = readOfficeClock(text);
  if (seconds === null) return { arrived: null, problem: 'Write the time as 9:24.' };
  const arrived = Math.floor(seconds / 60);
  if (date === now.date && arrived > now.minute)
    return {
      arrived: null,
      problem: `${showMinute(arrived)} is still to come: by the school’s clock it is ${showMinute(now.minute)}.`,
    };
  return { arrived, problem: null };
}
