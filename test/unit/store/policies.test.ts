import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { builtInPolicy, nationalPolicy, withBuiltIn } from '../../../rules/policy/profiles.ts';
import { type Database, openDatabase } from '../../../store/database.ts';
import {
  addVersions,
  allPolicies,
  everyVersion,
  forgetPolicy,
  keepPolicy,
  policyInForce,
  takeUpAgain,
} from '../../../store/policies.ts';
import {
  LONGEST_POLICY,
  MOST_POLICIES,
  MOST_VERSIONS,
  policyFile,
  policyInFile,
} from '../../../store/policy-file.ts';
import { eachDatabase } from './each-database.ts';

const walton = builtInPolicy('walton-oak') ?? nationalPolicy;
const elm = { ...walton, id: 'elm', school: 'Elm School' };
const later = { ...elm, version: 2, threshold: { ...elm.threshold, near: 6 } };

let database: Database;
eachDatabase(
  (fresh) => {
    database = fresh;
  },
  () => database,
);

const near = async (id: string | null) => (await policyInForce(database, id)).threshold.near;
const versions = async () =>
  (await allPolicies(database)).map(({ id, versions: all }) => [id, all.map(({ at }) => at)]);

describe('a policy profile of a school’s own', () => {
  test('is in force as its newest version, and every earlier one is still kept', async () => {
    expect((await policyInForce(database, 'elm')).id).toBe(nationalPolicy.id);
    await keepPolicy(database, elm, 1_000);
    expect(await policyInForce(database, 'elm')).toEqual(elm);
    await keepPolicy(database, later, 2_000);
    expect(await policyInForce(database, 'elm')).toEqual(later);
    expect(await allPolicies(database)).toEqual([
      {
        ...{ id: 'elm', policy: later },
        versions: [
          { id: 'elm', at: 2_000, version: 2 },
          { id: 'elm', at: 1_000, version: elm.version },
        ],
      },
    ]);
    expect((await everyVersion(database)).map(({ document }) => document)).toEqual([elm, later]);
  });

  test('is still there when the store is opened again', async () => {
    await keepPolicy(database, elm, 1_000);
    database.close();
    database = await openDatabase();
    expect(await policyInForce(database, 'elm')).toEqual(elm);
  });

  test('has each version at a moment of its own, even where the clock was set back', async () => {
    await keepPolicy(database, elm, 5_000);
    await keepPolicy(database, later, 3_000);
    expect(await versions()).toEqual([['elm', [5_001, 5_000]]]);
    expect(await near('elm')).toBe(6);
  });

  test('that says what the newest says adds nothing', async () => {
    await keepPolicy(database, elm, 1_000);
    await keepPolicy(database, elm, 2_000);
    expect(await versions()).toEqual([['elm', [1_000]]]);
  });

  test('goes back to an earlier version by keeping it once more', async () => {
    await keepPolicy(database, elm, 1_000);
    await keepPolicy(database, later, 2_000);
    await takeUpAgain(database, { id: 'elm', at: 1_000 }, 3_000);
    expect(await near('elm')).toBe(elm.threshold.near);
    expect(await versions()).toEqual([['elm', [3_000, 2_000, 1_000]]]);
    await expect(takeUpAgain(database, { id: 'elm', at: 7 }, 4_000)).rejects.toThrow('no longer kept');
  });

  test('stands in for the built-in one of its id until it is removed', async () => {
    await keepPolicy(database, { ...later, id: 'walton-oak' }, 1_000);
    expect(await near('walton-oak')).toBe(6);
    await forgetPolicy(database, 'walton-oak');
    expect(await policyInForce(database, 'walton-oak')).toEqual(walton);
  });

  test('removed comes back whole, with its moments', async () => {
    await keepPolicy(database, elm, 1_000);
    await keepPolicy(database, later, 2_000);
    await keepPolicy(database, { ...elm, id: 'oak' }, 1_500);
    const before = await everyVersion(database);
    const gone = await forgetPolicy(database, 'elm');
    expect(await versions()).toEqual([['oak', [1_500]]]);
    expect((await policyInForce(database, 'elm')).id).toBe(nationalPolicy.id);
    await addVersions(database, gone);
    await addVersions(database, gone);
    expect(await everyVersion(database)).toEqual(before);
    expect(await near('elm')).toBe(6);
  });

  test('that this Registerwise cannot read is kept, and the national rules apply', async () => {
    await database.policyVersions.add({ id: 'elm', at: 1, document: { id: 'elm', of: 'another time' } });
    expect((await policyInForce(database, 'elm')).id).toBe(nationalPolicy.id);
    expect(await allPolicies(database)).toMatchObject([{ id: 'elm', policy: null }]);
    await expect(takeUpAgain(database, { id: 'elm', at: 1 }, 2)).rejects.toThrow('still kept');
  });

  test('that stood in for a built-in one and cannot be read leaves the national rules, not what it was made from', async () => {
    await database.policyVersions.add({
      id: walton.id,
      at: 1,
      document: { id: walton.id, of: 'another time' },
    });
    expect((await policyInForce(database, walton.id)).id).toBe(nationalPolicy.id);
    expect(withBuiltIn(await allPolicies(database)).map(({ id }) => id)).not.toContain(walton.id);
  });

  test('is refused when there are too many, and all that was kept stays', async () => {
    for (let i = 0; i < MOST_POLICIES; i++) await keepPolicy(database, { ...elm, id: `elm-${i}` }, 1_000);
    await expect(keepPolicy(database, elm, 2_000)).rejects.toThrow('Remove one first');
    expect(await everyVersion(database)).toHaveLength(MOST_POLICIES);
  });

  test('is refused when it has too many versions, and all that was kept stays', async () => {
    for (let i = 1; i <= MOST_VERSIONS; i++) await keepPolicy(database, { ...elm, version: i }, i);
    await expect(keepPolicy(database, { ...elm, version: 500 }, 500)).rejects.toThrow('Save it as a file');
    expect((await policyInForce(database, 'elm')).version).toBe(MOST_VERSIONS);
    expect(await everyVersion(database)).toHaveLength(MOST_VERSIONS);
  });
});

describe('a file with a policy profile', () => {
  test('is read back as it was written', () => {
    expect(policyInFile(policyFile(elm))).toEqual(elm);
  });

  const closing = (closes: string) => ({ ...elm, times: { ...elm.times, AM: { ...elm.times.AM, closes } } });
  test.each([
    ['no JSON', 'School: Elm', 'it is no JSON'],
    ['cut short', policyFile(elm).slice(0, 400), 'it is no JSON'],
    ['a text', '"Elm"', 'This is not a policy profile.'],
    ['a list', '[]', 'At “id” in this file: This is missing.'],
    ['something else', '{"registerwise":"pages"}', 'This is missing.'],
    ['nested beyond reason', '['.repeat(200_000), 'not a policy profile'],
    ['too long', ' '.repeat(LONGEST_POLICY + 1), 'larger than a policy profile can be'],
    [
      'a time that is none',
      policyFile(closing('twenty past nine')),
      'At “times.AM.closes” in this file: This is not a time written like 09:20.',
    ],
    [
      'a register that closes before it is taken',
      policyFile(closing('07:00')),
      'The register closes after it is taken',
    ],
    [
      'an id with capitals',
      policyFile({ ...elm, id: 'Elm School' }),
      'At “id” in this file: A policy id is lower-case letters',
    ],
    ['a clause that is not there', policyFile({ ...elm, clauses: {} }), 'There is no clause'],
  ])('that is %s is refused in a plain sentence', (_, text, says) => {
    expect(() => policyInFile(text)).toThrow(says);
  });
});
