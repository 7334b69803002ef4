import { PlainError } from '../plain-error.ts';

const CHUNK = 4 * 1024 * 1024;
const NOT_TEXT =
  'This file is not text, a workbook or XML. Choose the file that your school’s system exported.';

/** Bytes that stand at the start of a text and say how it is written. */
const MARKS: readonly [encoding: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text in `bytes`: UTF-8 or UTF-16 where a mark at its start says so; UTF-16 without one where every other byte of its
 * start is empty; else UTF-8, and Windows-1252 where no letter
 * beyond ASCII is UTF-8. Throws {@link PlainError} for what is no text.
 */
export function decode(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const encoding = marked?.[0] ?? unmarkedUtf16(bytes);
  if (encoding) return read(bytes, encoding, false) ?? refuse();
  const strict = read(bytes, 'utf-8', true);
  if (strict !== null) return strict;
  // One damaged byte must not turn the ids of all other pupils into others.
  const lenient = read(bytes, 'utf-8', false) ?? refuse();
  if (/[\u0080-\ufffc]/.test(lenient)) return lenient;
  return read(bytes, 'windows-1252', false) ?? refuse();
}

function refuse(): never {
  throw new PlainError(NOT_TEXT);
}

/** Null where `strict` and the bytes are not in that encoding. NUL is in no text. */
function read(bytes: Uint8Array, encoding: string, strict: boolean): string | null {
  const decoder = new TextDecoder(encoding, { fatal: strict });
  let text = '';
  try {
    for (let from = 0; from < bytes.length; from += CHUNK)
      text += decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true });
    text += decoder.decode();
  } catch {
    return null;
  }
  if (text.includes('\0')) throw new PlainError(NOT_TEXT);
  return text;
}

/** Letters of English texts take one byte of two in UTF-16, so that the other is empty. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 64);
  if (head.length < 4 || bytes.length % 2 !== 0) return null;
  let [even, odd] = [0, 0];
  head.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even++;
    else odd++;
  });
  const most = Math.floor(head.length / 2) * 0.9;
  if (odd >= most && even === 0) return 'utf-16le';
  return even >= most && odd === 0 ? 'utf-16be' : null;
}
