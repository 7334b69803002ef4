import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerLine } from '../../../../rules/batch/answer.ts';
import { checkPolicy, POLICY_CHECKS } from '../../../../rules/conflicts/policy-check.ts';
import { builtInPolicies, builtInPolicy } from '../../../../rules/policy/profiles.ts';

/** Severities of the known conflicts in the order of their numbers: h high, m medium, l low. */
const KNOWN: readonly (readonly [string, string, string])[] = [
  ['walton-oak', '000', 'hhhmmmmlmlml'],
  ['seagrave', '001', 'hhhhmhmmmmhmlllml'],
  ['john-f-kennedy', '002', 'hhhhmmhmmmmlmllll'],
  ['great-hockham', '003', 'mlmmmmllmllll'],
  ['leading-futures', '004', 'hmmhhlmmhllmm'],
];

const numbered = (prefix: string, severities: string) =>
  [...severities].map((letter, index) => `${prefix}-${String(index + 1).padStart(2, '0')} ${letter}`);

describe('the 72 known conflicts', () => {
  test.each(KNOWN)('%s: each once, in order, as grave as it is', (id, prefix, severities) => {
    const policy = builtInPolicy(id);
    if (!policy) throw new Error(`no ${id}`);
    expect(checkPolicy(policy).map(({ id, severity }) => `${id} ${severity[0]}`)).toEqual(
      numbered(prefix, severities),
    );
  });
  test('are 72, and the national rules have none', () => {
    const all = builtInPolicies.flatMap((policy) => checkPolicy(policy));
    expect(all).toHaveLength(72);
    expect(checkPolicy(builtInPolicies.at(-1) as (typeof builtInPolicies)[0])).toEqual([]);
  });
  const withFacts = existsSync('../shared/facts/policies.json') ? test : () => {};
  withFacts('are those of the facts', () => {
    const facts = JSON.parse(readFileSync('../shared/facts/policies.json', 'utf8'));
    const listed = facts.policies.flatMap((policy: { conflicts: { id: string; severity: string }[] }) =>
      policy.conflicts.map(({ id, severity }) => `${id} ${severity[0]}`),
    );
    expect(KNOWN.flatMap(([, prefix, severities]) => numbered(prefix, severities))).toEqual(listed);
  });
});

test.each(builtInPolicies)('$id says something in every part of every conflict', (policy) => {
  for (const { statement, law, reading, field } of checkPolicy(policy)) {
    expect(field).not.toBe('');
    expect(statement.length).toBeGreaterThan(10);
    expect(law.length).toBeGreaterThan(10);
    expect(reading.length).toBeGreaterThan(10);
    for (const text of [statement, law, reading]) expect(text).not.toMatch(/undefined|null| {2}|not on hand/);
  }
});

test.each(builtInPolicies)('$id numbers nothing that is not a check', ({ numbering }) => {
  const names = POLICY_CHECKS.map(({ name }) => name);
  expect(Object.keys(numbering).filter((key) => !names.includes(key.split(':')[0] ?? ''))).toEqual([]);
});

test('every check has a name of its own', () => {
  const names = POLICY_CHECKS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

const withSeeds = existsSync('../shared/seeds') ? describe : () => {};
withSeeds('what is quoted stands in the policies', () => {
  const plain = (text: string) =>
    text
      .replaceAll('**', '')
      .replaceAll('|', ',')
      .replace(/[\s,]+/g, ' ');
  test.each(builtInPolicies.filter(({ noted }) => noted.length > 0))('of $school', ({ noted, clauses }) => {
    const source = Object.values(clauses)[0]?.source;
    const seed = plain(readFileSync(`../shared/seeds/${source}`, 'utf8'));
    for (const { statement } of noted) {
      const quotes = [...statement.matchAll(/“([^”]+)”/g)].map(([, words]) => plain(words ?? ''));
      expect(quotes.length).toBeGreaterThan(0);
      for (const words of quotes) expect(seed).toContain(words);
    }
  });
});

describe('policy-check of the batch door', () => {
  const ask = (request: object) =>
    JSON.parse(answerLine(JSON.stringify({ id: 1, kind: 'policy-check', ...request })));
  test('answers with six fields for each conflict', () => {
    const { id, kind, conflicts } = ask({ policy: 'seagrave' });
    expect([id, kind, conflicts.length]).toEqual([1, 'policy-check', 17]);
    for (const conflict of conflicts)
      expect(Object.keys(conflict).sort()).toEqual([
        'field',
        'id',
        'law',
        'reading',
        'severity',
        'statement',
      ]);
    expect(conflicts[0]).toMatchObject({ id: '001-01', field: 'times.AM.closes', severity: 'high' });
    expect(conflicts[0].statement).toContain('will be kept open until 9.00');
    expect(conflicts[0].law).toContain('more than 30 minutes after registers close');
  });
  test('takes a whole policy, and a day', () => {
    const policy = JSON.parse(readFileSync('rules/policy/profiles/john-f-kennedy.json', 'utf8'));
    expect(ask({ policy })).toEqual(ask({ policy: 'john-f-kennedy' }));
    const later = ask({ policy, asOf: '2027-01-04' }).conflicts;
    expect(later.map(({ id }: { id: string }) => id)).toContain('review-passed');
    expect(later).toHaveLength(18);
  });
  test('no policy is the national rules', () => {
    expect(ask({})).toEqual({ id: 1, kind: 'policy-check', conflicts: [] });
  });
  test('tells what it cannot answer', () => {
    expect(ask({ policy: 'seagrave', asOf: '2026-13-01' }).error).toMatchObject({
      code: 'bad-value',
      path: 'asOf',
    });
    expect(ask({ policy: 'nowhere' }).error).toMatchObject({ code: 'unknown-policy', path: 'policy' });
    expect(ask({ policy: { id: 'x' } }).error).toMatchObject({ path: 'policy.version' });
  });
});
