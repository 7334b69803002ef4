import { fromDay, type IsoDate, toDay, weekday } from '../calendar/dates.ts';
import type { Pupil } from './pupil.ts';

/** Whether a pupil is of compulsory school age on a day; `unknown` when nothing on hand says. */
export type OfCompulsoryAge = 'yes' | 'no' | 'unknown';

/** First and last day of compulsory school age (Education Act 1996 s8; SI 1998/1607 prescribes the days). */
export function compulsoryAge(dateOfBirth: IsoDate): { readonly from: IsoDate; readonly until: IsoDate } {
  const year = Number(dateOfBirth.slice(0, 4));
  const day = dateOfBirth.slice(5);
  const fifth = year + 5;
  const from = day <= '03-31' ? `${fifth}-03-31` : day <= '08-31' ? `${fifth}-08-31` : `${fifth}-12-31`;
  const leavingYear = year + (day <= '08-31' ? 16 : 17);
  return { from: from as IsoDate, until: lastFridayOfJune(leavingYear) };
}

/** By date of birth; failing that by a year group that settles it. Reception and Year 11 do not. */
export function isOfCompulsoryAge(pupil: Pupil | undefined, date: IsoDate): OfCompulsoryAge {
  if (pupil?.dateOfBirth) {
    const { from, until } = compulsoryAge(pupil.dateOfBirth);
    return date >= from && date <= until ? 'yes' : 'no';
  }
  const year = yearOf(pupil?.yearGroup);
  if (year === null || year === 0 || year === 11) return 'unknown';
  return year >= 1 && year <= 10 ? 'yes' : 'no';
}

/** National curriculum year on a day, Reception 0, Nursery below 0: as written, or from the date of birth; null when neither says. */
export function curriculumYear(pupil: Pupil | undefined, date: IsoDate): number | null {
  const written = yearOf(pupil?.yearGroup);
  if (written !== null || !pupil?.dateOfBirth) return written;
  const academicYear = (day: IsoDate) => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return academicYear(date) - academicYear(pupil.dateOfBirth) - 5;
}

/** National curriculum year as the MIS writes it, Reception 0, Nursery below 0; null when it is not known. */
export function writtenYear(pupil: Pupil | undefined): number | null {
  return yearOf(pupil?.yearGroup);
}

function yearOf(yearGroup: string | undefined): number | null {
  if (yearGroup === undefined) return null;
  const text = yearGroup.trim().toLowerCase();
  if (/^(n\d?|nursery.*)$/.test(text)) return -1;
  if (/^(r|reception.*|year r)$/.test(text)) return 0;
  const number = /^(?:year|yr|y)?\s*(\d{1,2})$/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

function lastFridayOfJune(year: number): IsoDate {
  const last = toDay(`${year}-06-30` as IsoDate);
  return fromDay(last - ((weekday(last) + 3) % 7));
}
