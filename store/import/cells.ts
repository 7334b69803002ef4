import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { readCode } from '../../rules/codes/codes.ts';
import { byteOf, NO_MARK } from '../../rules/strips/code-bytes.ts';
import { readNumericDate } from '../written-date.ts';

/** Why a row was left out, in plain words. */
export type BadReason =
  | 'too few columns'
  | 'more columns than headings'
  | 'a quotation mark is not closed'
  | 'no pupil id'
  | 'the pupil id is too long'
  | 'the pupil id has letters that were not saved as UTF-8'
  | 'the date could not be read'
  | 'not a weekday'
  | 'the session could not be read'
  | 'not an attendance code';

/** A cell as read, or why it could not be. */
export type Cell<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: BadReason };

/** Pupil ids longer than this are taken for something else. */
export const LONGEST_PUPIL_ID = 200;

const MIDNIGHT = /[ T]00:00(:00(\.0+)?)?$/;
const MORNING = /^(am|a\.m\.?|morning)( session)?$/;
const AFTERNOON = /^(pm|p\.m\.?|afternoon)( session)?$/;
const [EARLIEST, LATEST] = ['2000', '2100'];
/** The day decides only whether a code was in force, which an import does not ask. */
const ANY_DAY = '2025-09-01' as IsoDate;

const good = <T>(value: T): Cell<T> => ({ ok: true, value });
const bad = (reason: BadReason): Cell<never> => ({ ok: false, reason });

/** The pupil's id as it stands. */
export function readPupil(text: string): Cell<string> {
  if (text === '') return bad('no pupil id');
  if (text.length > LONGEST_PUPIL_ID) return bad('the pupil id is too long');
  return text.includes('\uFFFD') ? bad('the pupil id has letters that were not saved as UTF-8') : good(text);
}

/** A day of this century, as `2025-09-03` or `03/09/2025`, with midnight after it or not. */
export function readDate(text: string): Cell<IsoDate> {
  const date = readNumericDate(text.replace(MIDNIGHT, ''));
  return date && date >= EARLIEST && date < LATEST ? good(date) : bad('the date could not be read');
}

/** AM or PM, in letters or words. */
export function readSession(text: string): Cell<Session> {
  const plain = text.toLowerCase();
  if (MORNING.test(plain)) return good('AM');
  return AFTERNOON.test(plain) ? good('PM') : bad('the session could not be read');
}

/**
 * The byte of an attendance code, whenever it was in force; {@link NO_MARK} for a blank or a dash, which say that nobody has
 * entered a mark.
 */
export function readMark(text: string): Cell<number> {
  const reading = readCode(text, ANY_DAY);
  if (reading.kind === 'none') return good(NO_MARK);
  const byte = reading.kind === 'code' ? byteOf(reading.entry.code) : undefined;
  return byte === undefined ? bad('not an attendance code') : good(byte);
}
