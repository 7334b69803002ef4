import { codeOf, NO_MARK } from '../rules/strips/code-bytes.ts';
import { type AcademicYear, isInYear, MAX_BYTES, type Packed, type Strip } from '../rules/strips/strips.ts';

/** A call takes only so many arguments; any strip is shorter. */
const PIECE = 0x8000;

/** A strip, or other bytes, as base64, the way they travel in a message. */
export function toBase64(bytes: Strip): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    characters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(characters);
}

/** The bytes in `text`; null when that is no base64. */
export function fromBase64(text: string): Strip | null {
  try {
    const characters = atob(text);
    const bytes = new Uint8Array(characters.length);
    // A school's import has a million of them: `Uint8Array.from` takes ten times as long.
    for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}

/** A strip as it came in a message, checked: base64, not too long, known codes only, every mark inside its own year. */
export function readStrip(year: AcademicYear, text: string): Packed<Strip> {
  const strip = fromBase64(text);
  if (!strip || strip.length > MAX_BYTES) return { ok: false, problem: 'not-a-strip' };
  const { from, until } = yearWithin(year);
  for (let index = 0; index < strip.length; index++) {
    const byte = strip[index] as number;
    if (byte === NO_MARK) continue;
    if (codeOf(byte) === undefined) return { ok: false, problem: 'unknown-code' };
    if (index < from || index >= until) return { ok: false, problem: 'not-a-strip' };
  }
  return { ok: true, value: strip };
}

interface Within {
  readonly from: number;
  readonly until: number;
}

const years = new Map<AcademicYear, Within>();

/** Which places of a year's strip lie in the year itself. */
function yearWithin(year: AcademicYear): Within {
  const known = years.get(year);
  if (known) return known;
  const inside = Array.from({ length: MAX_BYTES }, (_, index) => index).filter((index) =>
    isInYear({ year, index }),
  );
  const within = { from: inside[0] ?? 0, until: (inside.at(-1) ?? -1) + 1 };
  years.set(year, within);
  return within;
}
