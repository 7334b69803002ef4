import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../../../rules/policy/profiles.ts';
import { readPolicy } from '../../../../rules/policy/schema.ts';

const folder = 'rules/policy/profiles';

test('five schools and the national rules', () => {
  expect(builtInPolicies.map(({ id }) => id)).toEqual([
    'walton-oak',
    'seagrave',
    'john-f-kennedy',
    'great-hockham',
    'leading-futures',
    'england-2024',
  ]);
  expect(builtInPolicies.map(({ id }) => `${id}.json`).sort()).toEqual(readdirSync(folder).sort());
});

test.each(builtInPolicies)('$id reads and writes back as it stands', (policy) => {
  expect(`${JSON.stringify(policy, null, 2)}\n`).toBe(readFileSync(`${folder}/${policy.id}.json`, 'utf8'));
});

test.each(builtInPolicies)('every rule of $id that names a clause has that clause', (policy) => {
  const named = [
    policy.threshold.clause,
    policy.unsettled.clause,
    policy.remoteAsAttended,
    ...Object.values(policy.times).flatMap(({ clause, otherReadings }) => [
      clause,
      ...otherReadings.map((other) => other.clause),
    ]),
    ...policy.bands.map(({ clause }) => clause),
    ...policy.alsoLists.map(({ clause }) => clause),
  ].filter((key) => key !== null);
  expect(named.filter((key) => !Object.hasOwn(policy.clauses, key))).toEqual([]);
});

test('the times, as the policies give them', () => {
  const times = Object.fromEntries(
    builtInPolicies.map(({ id, times: { AM, PM } }) => [
      id,
      [AM.taken, AM.closes, AM.closeMinute, PM.taken, PM.closes, PM.closeMinute].join(' '),
    ]),
  );
  expect(times).toEqual({
    'walton-oak': '08:50 09:20 late 13:00  late',
    seagrave: '08:45 09:00 late 13:00  late',
    'john-f-kennedy': '08:50 09:20 absent 13:30 13:45 absent',
    'great-hockham': '08:45 09:15 late 13:05 13:35 late',
    'leading-futures': '09:00 09:30 late 12:45 13:15 late',
    'england-2024': '  late   late',
  });
});

describe('the sentences stand in the policies', () => {
  const seeds = '../shared/seeds';
  const plain = (text: string) =>
    text
      .replaceAll('**', '')
      .replaceAll('|', ',')
      .replace(/[\s,]+/g, ' ');
  test.each(builtInPolicies.filter(() => existsSync(seeds)))('of $school', (policy) => {
    for (const { sentence, source } of Object.values(policy.clauses))
      expect(plain(readFileSync(`${seeds}/${source}`, 'utf8'))).toContain(plain(sentence));
  });
  test('and name no person, telephone number or e-mail address', () => {
    for (const policy of builtInPolicies) {
      const text = JSON.stringify(policy.clauses);
      expect(text).not.toMatch(/\b(Mr|Mrs|Ms|Miss|Dr)\b|@|\b0\d{3,4}[ -]?\d{3}/);
    }
  });
});

test.each([
  ['times.AM.closes', { times: { AM: { closes: '9:20' } } }, 'a time written like 09:20'],
  ['threshold.sessions', { threshold: { sessions: 0 } }, ''],
  ['register', { register: 'both' }, ''],
])('a wrong document is told where: %s', (path, change, words) => {
  const document: Record<string, unknown> = JSON.parse(JSON.stringify(builtInPolicies[0]));
  const merge = (into: Record<string, unknown>, from: object): void => {
    for (const [key, value] of Object.entries(from))
      if (typeof value === 'object') merge(into[key] as Record<string, unknown>, value);
      else into[key] = value;
  };
  merge(document, change);
  const reading = readPolicy(document);
  expect(reading).toMatchObject({ ok: false, path });
  if (!reading.ok) expect(reading.message).toContain(words);
});
