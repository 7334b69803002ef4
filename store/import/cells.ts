import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { readCode } from '../../rules/codes/codes.ts';
import { byteOf, NO_MARK } from '../../rules/strips/code-bytes.ts';
import type { RowFault } from './table.ts';

/** Why a row, or one cell of it, was left out, in plain words. */
export type BadReason =
  | RowFault
  | 'too few columns'
  | 'more columns than headings'
  | 'no pupil id'
  | 'the pupil id is too long'
  | 'the pupil id has letters that could not be read'
  | 'the pupil id is a number that a spreadsheet has shortened'
  | 'the date could not be read'
  | 'not a weekday'
  | 'not a Monday'
  | 'the session could not be read'
  | 'not an attendance code'
  | 'two marks were expected: morning and afternoon'
  | 'C1, J1 and Y1 cannot be told from one-character marks'
  | 'J or Y alone is no code after 18 August 2024: a digit may be missing'
  | 'two spaces together: a mark may be missing'
  | 'a mark on a Saturday or Sunday'
  | 'more marks than two years have sessions';

/** A cell as read, or why it could not be. */
export type Cell<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: BadReason };

/** Pupil ids longer than this are taken for something else. */
export const LONGEST_PUPIL_ID = 200;

/** Written so that spreadsheets keep the zeros in front: `="001234"`. */
const KEPT_ZEROS = /^="([^"]*)"$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a wrong encoding leaves behind
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f\ufffd]/;
/** `1.23457E+11`: a spreadsheet shows long numbers so, and saves what it shows. Several pupils would become one. */
const SHORTENED = /^\d+(\.\d+)?e\+?\d+$/i;

/** The day decides only whether a code was in force, which an import does not ask. */
const ANY_DAY = '2025-09-01' as IsoDate;

export const good = <T>(value: T): Cell<T> => ({ ok: true, value });
export const bad = (reason: BadReason): Cell<never> => ({ ok: false, reason });

/** The pupil's id as it stands. */
export function readPupil(text: string): Cell<string> {
  const id = (KEPT_ZEROS.exec(text)?.[1] ?? text).trim();
  if (id === '') return bad('no pupil id');
  if (id.length > LONGEST_PUPIL_ID) return bad('the pupil id is too long');
  if (UNREADABLE.test(id)) return bad('the pupil id has letters that could not be read');
  return SHORTENED.test(id) ? bad('the pupil id is a number that a spreadsheet has shortened') : good(id);
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

/** How a file names its sessions. */
export interface SessionReader {
  read(text: string): Cell<Session>;
  /** Whether `1` and `2` turned out to be lessons, not sessions: other numbers, or AM and PM, stand beside them. */
  numbersAreLessons(): boolean;
}

const WORDS = /[a-z]+|\d+/g;
/** Maps, not objects: a cell may say `constructor`. */
const HALVES = new Map<string, Session>([
  ['am', 'AM'],
  ['morning', 'AM'],
  ['pm', 'PM'],
  ['afternoon', 'PM'],
]);
const BESIDE = /^(registration|register|reg|session|sess|roll|rollcall|call|mark|statutory)$/;
const NUMBERED = new Map<string, Session>([
  ['1', 'AM'],
  ['2', 'PM'],
]);
const LESSON = /^(p|period|lesson|l)? ?\d+$/;

/** A reader of AM and PM in letters or words, with what systems write beside them (`AM Registration`), or as `1` and `2`. */
export function sessionReader(): SessionReader {
  let numbered = false;
  let others = false;

  function read(text: string): Cell<Session> {
    const plain = text.toLowerCase().replace(/([ap])\.m\.?/g, '$1m');
    const half = NUMBERED.get(plain);
    if (half) {
      numbered = true;
      return good(half);
    }
    const halves = new Set<Session>();
    for (const word of plain.match(WORDS) ?? []) {
      const found = HALVES.get(word);
      if (found) halves.add(found);
      else if (!BESIDE.test(word)) halves.add('AM').add('PM');
    }
    const [session] = halves;
    if (session && halves.size === 1) {
      others = true;
      return good(session);
    }
    if (LESSON.test(plain)) others = true;
    return bad('the session could not be read');
  }

  return { read, numbersAreLessons: () => numbered && others };
}
