import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { readCode } from '../../../../rules/codes/codes.ts';
import { guessDigits } from '../../../../rules/codes/look-alikes.ts';

const now = '2026-11-20' as IsoDate;
const read = (text: string) => readCode(text, now);
const readAs = (text: string) => {
  const reading = read(text);
  return reading.kind === 'code' ? `${reading.writtenAs?.how} ${reading.entry.code}` : reading.kind;
};

/** Letters of each script that look like a code in both their cases, written by number so that no reader can mistake them. */
const LETTERS: readonly [string, number, string][] = [
  ['Cyrillic', 0x0412, 'B'],
  ['Cyrillic', 0x0421, 'C'],
  ['Cyrillic', 0x0415, 'E'],
  ['Cyrillic', 0x041d, 'H'],
  ['Cyrillic', 0x0406, 'I'],
  ['Cyrillic', 0x041a, 'K'],
  ['Cyrillic', 0x041c, 'M'],
  ['Cyrillic', 0x041e, 'O'],
  ['Cyrillic', 0x0420, 'P'],
  ['Cyrillic', 0x0405, 'S'],
  ['Cyrillic', 0x0422, 'T'],
  ['Cyrillic', 0x0425, 'X'],
  ['Cyrillic', 0x0408, 'J'],
  ['Cyrillic', 0x0423, 'Y'],
  ['Cyrillic', 0x04ae, 'Y'],
  ['Cyrillic', 0x0474, 'V'],
  ['Cyrillic', 0x051a, 'Q'],
  ['Cyrillic', 0x051c, 'W'],
  ['Greek', 0x0392, 'B'],
  ['Greek', 0x0395, 'E'],
  ['Greek', 0x0396, 'Z'],
  ['Greek', 0x0399, 'I'],
  ['Greek', 0x039a, 'K'],
  ['Greek', 0x039f, 'O'],
  ['Greek', 0x03a1, 'P'],
  ['Greek', 0x03a4, 'T'],
  ['Greek', 0x03a7, 'X'],
  ['full-width', 0xff35, 'U'],
  ['full-width', 0xff27, 'G'],
];

describe('look-alikes are folded, and said', () => {
  test.each(LETTERS)('%s U+%s is %s, in capitals and in small letters', (_, point, code) => {
    const capital = String.fromCodePoint(point);
    expect(readAs(capital)).toBe(`look-alike ${code}`);
    expect(readAs(capital.toLowerCase())).toBe(`look-alike ${code}`);
    expect(read(capital)).toMatchObject({ writtenAs: { text: capital } });
  });
  test.each([
    ['small letters', 'l', 'L'],
    ['Greek capital Nu', '\u039d', 'N'],
    ['Greek capital Eta', '\u0397', 'H'],
    ['Greek capital Mu', '\u039c', 'M'],
    ['Greek capital Upsilon', '\u03a5', 'Y'],
    ['full-width solidus', '\uff0f', '/'],
    ['division slash', '\u2215', '/'],
    ['fraction slash', '\u2044', '/'],
    ['big solidus', '\u29f8', '/'],
    ['box drawing', '\u2571', '/'],
    ['set minus', '\u2216', '\\'],
    ['reverse solidus operator', '\u29f5', '\\'],
    ['full-width reverse solidus', '\uff3c', '\\'],
    ['small reverse solidus', '\ufe68', '\\'],
    ['music sharp', '\u266f', '#'],
    ['curly quotes around it', '\u201cU\u201d', 'U'],
    ['single quotes around it', '\u2018G\u2019', 'G'],
    ['straight quotes around it', '"O"', 'O'],
    ['a zero-width space after it', 'U\u200b', 'U'],
    ['zero-width and plain spaces around its quotes', '\u200b "U" \u200b', 'U'],
    ['a full-width digit in it', 'Y\uff14', 'Y4'],
  ])('%s', (_, text, code) => expect(readAs(text)).toBe(`look-alike ${code}`));
});

describe('what may be one code or another is suggested, never counted', () => {
  test.each([
    ['digit nought', '0', 'O'],
    ['digit one', '1', 'I'],
    ['a vertical bar', '|', 'I'],
    ['Arabic one, seen for \\ in a policy', '\u0661', '\\'],
    ['Arabic seven, seen for V in a policy', '\u0667', 'V'],
    ['an Arabic digit in a code', 'y\u0662', 'Y2'],
    ['a Persian digit in a code', 'Y\u06f4', 'Y4'],
    ['I for 1', 'CI', 'C1'],
    ['small l for 1', 'Jl', 'J1'],
    ['small Nu: like v, its capital like N', '\u03bd', 'V'],
    ['small Upsilon: like u, its capital like Y', '\u03c5', 'U'],
    ['small Eta: like n, its capital like H', '\u03b7', 'N'],
    ['micro sign', '\u00b5', 'U'],
    ['closing quote', '\u2019', '/'],
    ['acute accent', '\u00b4', '/'],
    ['opening quote', '\u2018', '\\'],
  ])('%s', (_, text, perhaps) => expect(read(text)).toEqual({ kind: 'unknown', text, perhaps }));
});

describe('digits', () => {
  // The Unicode charts of Arabic: U+0660 to U+0669 and, for Persian, U+06F0 to U+06F9.
  test.each([
    ['Arabic', 0x0660],
    ['Persian', 0x06f0],
  ])('%s, each stands for its own', (_, zero) => {
    const ten = Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero + i));
    expect(guessDigits(ten.join(''))).toBe('0123456789');
  });
  test.each([
    ['the sign before them', '\u065f2'],
    ['the sign after them', '\u066a2'],
    ['I after a code and a letter', 'XCI'],
    ['I between a code and a letter', 'CIX'],
  ])('%s stands for none', (_, text) => expect(guessDigits(text)).toBe(text));
});

describe('sub-codes', () => {
  test.each([
    ['X01', 'X'],
    ['x01', 'X'],
    ['I02', 'I'],
    ['C9', 'C'],
    ['L1', 'L'],
    ['X+X01', 'X'],
    ['X X01', 'X'],
    ['C + C3', 'C'],
    ['I (I02)', 'I'],
  ])('%s falls back to its parent %s and says so', (text, code) => {
    expect(readAs(text)).toBe(`sub-code ${code}`);
    expect(read(text)).toMatchObject({ writtenAs: { text } });
  });
  test.each([
    ['C+C1', 'C1'],
    ['C C1', 'C1'],
    ['J (J1)', 'J1'],
    ['Y Y4', 'Y4'],
  ])('%s names a code of the national set beside its parent: %s', (text, code) =>
    expect(readAs(text)).toBe(`sub-code ${code}`),
  );
  test.each(['C+X1', 'A1', 'X001', 'C1 C', 'CC1', 'C1C1'])('%s is no sub-code', (text) =>
    expect(readAs(text)).toBe('unknown'),
  );
  test.each(['C1', 'C2', 'J1', 'Y1', 'Y7'])('%s is a code of its own', (text) =>
    expect(read(text)).toMatchObject({ kind: 'code', writtenAs: null }),
  );
});

test.each(['', ' ', '-', '\u2013', '\u2014', '\u2212', '\u00a0', '\u200b', ' - '])(
  '“%s” is no mark',
  (text) => expect(read(text)).toEqual({ kind: 'none' }),
);

test.each([
  '$',
  '@',
  '!',
  '?',
  '<',
  '>',
  '%',
  '`',
  ':',
  '_',
  'A',
  'ZZ',
  '12',
  '//',
  '/\\',
  'U\u2014',
  'present',
])('“%s” is never a code', (text) => expect(read(text).kind).toBe('unknown'));
