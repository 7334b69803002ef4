import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODES, type StatisticalClass } from '../../../rules/codes/table.ts';

const text = readFileSync('docs/rules.md', 'utf8');
const inCode = (words: string) => [...words.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');
const rowOf = (start: string) =>
  text.split('\n').find((line) => line.trim().startsWith(`| ${start} |`)) ?? '';
/** Names in a union of string literals, as a source file writes them. */
const namesIn = (file: string, type: string) =>
  [...(readFileSync(file, 'utf8').split(`${type}`)[1]?.split(';')[0] ?? '').matchAll(/'([a-z-]+)'/g)].map(
    (found) => found[1] ?? '',
  );

describe('docs/rules.md', () => {
  test('has every check, once, in its table', () => {
    const names = namesIn('rules/marks/finding.ts', 'export type RuleName =');
    expect(names.length).toBe(20);
    for (const name of names) expect([name, text.split(`\n| \`${name}\` |`).length - 1]).toEqual([name, 1]);
  });

  test.each([
    ['present', 'present'],
    ['at an approved educational activity', 'approved-activity'],
    ['authorised absence', 'authorised'],
    ['unauthorised absence', 'unauthorised'],
    ['not possible', 'not-possible'],
    ['not collected', 'not-collected'],
  ] satisfies [string, StatisticalClass][])(
    'lists the codes in force that are %s',
    (row, statisticalClass) => {
      const inForce = CODES.filter((entry) => entry.class === statisticalClass && entry.until === null);
      expect(inCode(rowOf(row))).toEqual(inForce.map(({ code }) => code));
    },
  );

  test('settles every open point of the reading of the law', () => {
    const points = [
      ...Array.from({ length: 11 }, (_, i) => `W${i + 1}`),
      ...Array.from({ length: 15 }, (_, i) => `A${i + 1}`),
    ];
    for (const point of points) expect(rowOf(point)).not.toBe('');
  });

  test('names only notes that the engine makes', () => {
    const notes = namesIn('rules/history/notes.ts', 'readonly code:');
    const named = inCode(text.split('## Open points')[1] ?? '').filter((name) =>
      /^[a-z]+(-[a-z]+)+$/.test(name),
    );
    const rules = namesIn('rules/marks/finding.ts', 'export type RuleName =');
    expect(named.filter((name) => ![...notes, ...rules].includes(name))).toEqual([]);
  });
});
