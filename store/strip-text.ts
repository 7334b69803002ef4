import { codeOf, NO_MARK } from '../rules/strips/code-bytes.ts';
import { type AcademicYear, isInYear, MAX_BYTES, type Packed, type Strip } from '../rules/strips/strips.ts';

/** A strip as base64, the way it travels in a message. */
export function toBase64(strip: Strip): string {
  return btoa(String.fromCharCode(...strip));
}

/** The strip in `text`; null when that is no base64. */
export function fromBase64(text: string): Strip | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** A strip as it came in a message, checked: base64, not too long, known codes only, every mark inside its own year. */
export function readStrip(year: AcademicYear, text: string): Packed<Strip> {
  const strip = fromBase64(text);
  if (!strip || strip.length > MAX_BYTES) return { ok: false, problem: 'not-a-strip' };
  for (const [index, byte] of strip.entries()) {
    if (byte === NO_MARK) continue;
    if (codeOf(byte) === undefined) return { ok: false, problem: 'unknown-code' };
    if (!isInYear({ year, index })) return { ok: false, problem: 'not-a-strip' };
  }
  return { ok: true, value: strip };
}
