import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SESSION_IS, SET_UP, TEXTS, UPDATED } from '../../../components/texts.ts';
import { STATUS_WORDS } from '../../../components/texts-counts.ts';
import { everyFinding } from './every-finding.ts';
import { readingAge } from './reading-age.ts';

/**
 * Plain enough for whoever stands in for a teacher, on a Monday at 8:55: read with ease at eleven on the whole, and no single
 * sentence harder than for twelve. Of fewer words than these the measure says nothing: they are read in a glance.
 */
const ON_THE_WHOLE = 11;
const EACH = 12;
const ENOUGH_WORDS = 6;

const findings = everyFinding();
const texts = [TEXTS, SESSION_IS, SET_UP, STATUS_WORDS, { UPDATED }].flatMap((each) => Object.values(each));

const hard = (sentences: Iterable<string>) =>
  [...sentences]
    .filter((text) => text.split(' ').length >= ENOUGH_WORDS)
    .map((text) => ({ text, age: Math.round(readingAge(text) * 10) / 10 }))
    .filter(({ age }) => age > EACH);

describe('how old one must be to read', () => {
  test('the measure is that of Flesch and Kincaid', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45.
    expect(readingAge('The cat sat on the mat.')).toBeCloseTo(3.55);
  });

  test('what is said of marks', () => {
    expect(new Set([...findings.values()].map(({ rule }) => rule)).size, 'every rule speaks').toBe(20);
    expect(hard(findings.keys())).toEqual([]);
    const ages = [...findings.keys()].map(readingAge);
    expect(ages.reduce((sum, age) => sum + age, 0) / ages.length).toBeLessThan(ON_THE_WHOLE);
  });

  test('the overlay’s own texts', () => {
    expect(hard(texts)).toEqual([]);
    expect(readingAge(texts.join('. '))).toBeLessThan(ON_THE_WHOLE);
  });
});

/** Words that decide, blame or threaten. A mark is not wrong because a machine says so, and a pupil is no risk. */
const NEVER =
  /\b(?:fine|fines|fined|truants?|truancy|truanting|at risk|risk(?:y|ed)?|invalid|illegal|offen(?:ce|der)s?|guilty|prosecut\w*|punish\w*|blame\w*|naughty|persistent absentee|failed to)\b/gi;

/** Parts of the code that people read. Policies and the law are quoted in their own words, beside their source. */
const SPOKEN = [
  'components',
  'entrypoints',
  'rules/marks',
  'rules/history',
  'rules/calendar',
  'sites',
  'store',
  'widget',
];

/** What pages are known to say, not what we do. */
const WORDS_OF_PAGES = 'sites/propose.ts';

/** A file's texts: comments, and names that are the web’s and not ours, taken out. */
const spoken = (code: string) =>
  code
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/aria-invalid|:invalid|\binvalid\b(?=[:,)}])|\.invalid\b/g, '');

test('nothing that people read decides, blames or threatens', () => {
  const sources = SPOKEN.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:tsx?|html)$/.test(file))
      .map((file) => path.posix.join(folder, file))
      .filter((file) => file !== WORDS_OF_PAGES),
  );
  const said = [...sources, 'public/managed-schema.json', 'wxt.config.ts'].flatMap((file) =>
    spoken(readFileSync(file, 'utf8'))
      .split('\n')
      .filter((line) => /['"`>]|^[\s\w’“”,.]+$/.test(line))
      .flatMap((line) => [...line.matchAll(NEVER)].map(([word]) => `${file}: ${word}: ${line.trim()}`)),
  );
  expect(said).toEqual([]);
  const ofMarks = [...findings.keys(), ...texts].filter((text) => text.match(NEVER));
  expect(ofMarks).toEqual([]);
});
