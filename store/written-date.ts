import { format, isValid, parse } from 'date-fns';
import { type IsoDate, parseIsoDate } from '../rules/calendar/dates.ts';

const NUMBERS = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
const WORDS = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})$/i;

/** The date in `text`, written `2025-09-03` or the UK way, `03/09/2025`; null for anything else and for no such day. */
export function readNumericDate(text: string): IsoDate | null {
  return parseIsoDate(text) ?? (NUMBERS.test(text) ? through(text, 'd/M/yyyy') : null);
}

/** As {@link readNumericDate}, and also `3 September 2025` or `3rd Sept 2025`. */
export function readWrittenDate(text: string): IsoDate | null {
  const words = WORDS.exec(text);
  if (!words) return readNumericDate(text);
  const [, day, month = '', year] = words;
  const short = month.toLowerCase() === 'sept' ? 'Sep' : month;
  return through(`${day} ${short} ${year}`, short.length === 3 ? 'd MMM yyyy' : 'd MMMM yyyy');
}

function through(text: string, pattern: string): IsoDate | null {
  const date = parse(text, pattern, new Date(0));
  return isValid(date) ? parseIsoDate(format(date, 'yyyy-MM-dd')) : null;
}
