import * as v from 'valibot';
import { type IsoDate, parseIsoDate } from '../rules/calendar/dates.ts';

/** A day of the calendar, written `YYYY-MM-DD`. */
export const isoDate = v.custom<IsoDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== null,
  'is not a day written as YYYY-MM-DD',
);

/** A text that says something, of at most `longest` characters. */
export const words = (longest: number) =>
  v.pipe(
    v.string('is not a text'),
    v.check((text) => text.trim() !== '', 'is empty'),
    v.maxLength(longest, `is longer than ${longest} characters`),
  );
