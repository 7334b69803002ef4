import { type Day, fromDay, type IsoDate, toDay, weekday } from '../../rules/calendar/dates.ts';
import { NO_MARK } from '../../rules/strips/code-bytes.ts';
import { bad, type Cell, good, readMark } from './cells.ts';

/** One mark of a string, with its day and half. */
export interface StringMark {
  readonly day: Day;
  readonly afternoon: boolean;
  readonly byte: number;
}

/** Two years of sessions, Saturdays and Sundays included. */
const MOST_MARKS = 2 * 366 * 2;
/** From this day on J and Y have a digit after them (SI 2024/208 reg 10). */
const NEW_CODES = '2024-08-19' as IsoDate;
const SEPARATORS = /[,;|\t]/;
/** A blank or a dash in a string of one-character marks: a session without a mark. */
const NONE = /^[ \u00a0\r\u2010-\u2015\u2212-]$/;

/**
 * The marks of a string from its first day on, two a day; blanks and dashes are days without one. `week` is how many days of each
 * week stand in it. A string is read whole or not at all: one sign too many or too few would move every mark after it.
 */
export function readMarksString(
  text: string,
  start: IsoDate,
  week: 5 | 7,
  written: 'one' | 'separated',
): Cell<StringMark[]> {
  const signs = written === 'one' ? [...text] : splitMarks(text);
  if (!signs) return bad('two spaces together: a mark may be missing');
  if (signs.length > MOST_MARKS) return bad('more marks than two years have sessions');
  let day = toDay(start);
  if (week === 5 && weekday(day) > 4) return bad('not a weekday');
  const marks: StringMark[] = [];
  for (const [at, sign] of signs.entries()) {
    const mark = written === 'one' ? readOne(sign, day) : readMark(sign);
    if (!mark.ok) return mark;
    const weekend = weekday(day) > 4;
    if (weekend && mark.value !== NO_MARK && sign !== '#') return bad('a mark on a Saturday or Sunday');
    if (!weekend) marks.push({ day, afternoon: at % 2 === 1, byte: mark.value });
    if (at % 2 === 1) day += week === 5 && weekday(day) === 4 ? 3 : 1;
  }
  return good(marks);
}

function readOne(sign: string, day: Day): Cell<number> {
  // A digit belongs to a code of two characters, so that what stands before and after it has moved.
  if (/\d/.test(sign)) return bad('C1, J1 and Y1 cannot be told from one-character marks');
  if (/[JY]/i.test(sign) && fromDay(day) >= NEW_CODES)
    return bad('J or Y alone is no code after 18 August 2024: a digit may be missing');
  const mark = readMark(sign);
  // A sign of no width is no session.
  return mark.ok && mark.value === NO_MARK && !NONE.test(sign) ? bad('not an attendance code') : mark;
}

/** By the one sign that separates them: a comma, semicolon, line or tab, or else one space. Null where spaces leave it open. */
function splitMarks(text: string): string[] | null {
  const separator = SEPARATORS.exec(text)?.[0];
  if (separator) return text.split(separator);
  const marks = text.trimEnd();
  return /^ | {2}/.test(marks) ? null : marks.split(' ');
}

/** How strings are written, by a few of them: null where they can be read both ways. */
export function proposeWritten(samples: readonly string[]): 'one' | 'separated' | null {
  const texts = samples.filter((text) => text.trim().length > 1);
  if (texts.length === 0) return null;
  if (texts.every((text) => SEPARATORS.test(text))) return 'separated';
  if (texts.some((text) => SEPARATORS.test(text) || /\s/.test(text.trim()))) return null;
  return 'one';
}
