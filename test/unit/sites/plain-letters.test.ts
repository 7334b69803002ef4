import { expect, test } from 'vitest';
import { plainLetters } from '../../../sites/plain-letters.ts';

/** Where people's names are written: Latin with all its accents, Cyrillic, Armenian, Hebrew, Arabic, Georgian, and the East. */
const SCRIPTS = [
  [0x80, 0x24f],
  [0x1e00, 0x1eff],
  [0x400, 0x6ff],
  [0x10d0, 0x10ff],
  [0x3040, 0x9fff],
  [0xac00, 0xd7a3],
] as const;

test('every letter and number is told as the Unicode standard tells it, by case', () => {
  for (const [from, to] of SCRIPTS)
    for (let code = from; code <= to; code++) {
      const one = String.fromCharCode(code);
      const titled = /\p{Lt}/u.test(one);
      const kind = /\p{Lu}/u.test(one) ? 'X' : /\p{L}/u.test(one) ? 'x' : /\p{N}/u.test(one) ? '0' : one;
      if (!titled) expect(plainLetters(one), code.toString(16)).toBe(kind);
    }
});

test.each([
  ['Zoë O’Connor-Šmíd', 'Zox O’Connor-Xmxd'],
  ['Nguyễn Thị Ánh', 'Nguyxn Thx Xnh'],
  ['✓ 10B', '✓ 10B'],
  ['𠮷田 太郎', 'xxx xx'],
  ['', ''],
])('%s keeps its length and what is plain', (text, plain) => {
  expect(plainLetters(text)).toBe(plain);
});
