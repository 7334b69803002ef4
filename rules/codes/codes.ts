import type { IsoDate } from '../calendar/dates.ts';
import { foldLookAlikes, guessDigits } from './look-alikes.ts';
import { CODES, type CodeEntry, type StatisticalClass } from './table.ts';

/** What one mark says on one day. */
export type CodeReading =
  /** A blank or a dash of any kind: nobody has entered a mark. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'code';
      readonly entry: CodeEntry;
      /** Whether the code was in force that day. */
      readonly standing: 'current' | 'withdrawn' | 'not-yet';
      /** The mark was written otherwise: in look-alike signs, or as or beside a sub-code of this one. Null when it was not. */
      readonly writtenAs: { readonly text: string; readonly how: 'look-alike' | 'sub-code' } | null;
    }
  | {
      readonly kind: 'unknown';
      readonly text: string;
      /** The code it may have been meant for; null when there is no guess. */
      readonly perhaps: string | null;
    };

const byCode = new Map(CODES.map((entry) => [entry.code, entry]));

/** A sub-code alone, `X01`, or beside its own parent as SIMS keeps them: `X+X01`, `C C1`, `C (C1)`. */
const SUB_CODE = /^([A-Z])(?:\d{1,2}|[ +(:]{1,3}(\1\d{1,2})\)?)$/;

/** Every code that ever was one, current and withdrawn. */
export const KNOWN_CODES: readonly string[] = CODES.map((entry) => entry.code);

/** Reads a mark as it stood in the code set of `date`. Never throws: what it cannot read is `unknown`. */
export function readCode(mark: string, date: IsoDate): CodeReading {
  const text = mark.trim();
  const exact = byCode.get(text);
  if (exact) return { kind: 'code', entry: exact, standing: standing(exact, date), writtenAs: null };
  const folded = foldLookAlikes(text);
  if (folded === '' || folded === '-') return { kind: 'none' };
  const known = byCode.get(folded);
  if (known) return written(known, date, text, 'look-alike');
  const sub = SUB_CODE.exec(folded);
  const parent = byCode.get(sub?.[2] ?? '') ?? byCode.get(sub?.[1] ?? '');
  if (parent) return written(parent, date, text, 'sub-code');
  const guess = guessDigits(folded);
  return { kind: 'unknown', text, perhaps: byCode.has(guess) ? guess : null };
}

/** The code's own entry, whenever it was in force; undefined for what never was a code. */
export function codeEntry(code: string): CodeEntry | undefined {
  return byCode.get(code);
}

/** Whether a session with this code counts towards the threshold: G, N, O, U (SI 2024/208 reg 10, Table 3). */
export function isUnauthorised(code: string): boolean {
  return code === 'G' || code === 'N' || code === 'O' || code === 'U';
}

/** Whether a session with this class was attended: present, or at an approved educational activity. */
export function isAttended(statisticalClass: StatisticalClass): boolean {
  return statisticalClass === 'present' || statisticalClass === 'approved-activity';
}

function standing(entry: CodeEntry, date: IsoDate): 'current' | 'withdrawn' | 'not-yet' {
  if (date < entry.from) return 'not-yet';
  return date > (entry.until ?? date) ? 'withdrawn' : 'current';
}

function written(entry: CodeEntry, date: IsoDate, text: string, how: 'look-alike' | 'sub-code'): CodeReading {
  return { kind: 'code', entry, standing: standing(entry, date), writtenAs: { text, how } };
}
