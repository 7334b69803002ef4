import Dexie from 'dexie';
import type { Policy } from '../rules/policy/policy.ts';
import { policyOf } from '../rules/policy/profiles.ts';
import { readPolicy } from '../rules/policy/schema.ts';
import { PlainError } from './plain-error.ts';
import { MOST_POLICIES, MOST_VERSIONS } from './policy-file.ts';
import type { Database, PolicyVersion } from './schema.ts';

/** A version of a profile, without its document. */
export interface VersionKept {
  readonly id: string;
  /** When it was kept, in milliseconds since 1970; it names the version. */
  readonly at: number;
  /** The number that the document gives itself; null where it cannot be read. */
  readonly version: number | null;
}

/** A school's own policy profile, as it is kept on this device. */
export interface KeptPolicy {
  readonly id: string;
  /** The newest version, which is in force where the profile is chosen; null where this Registerwise cannot read it. */
  readonly policy: Policy | null;
  /** Newest first. */
  readonly versions: readonly [VersionKept, ...VersionKept[]];
}

const TOO_MANY = `${MOST_POLICIES} policy profiles are kept already. Remove one first.`;
const TOO_MANY_VERSIONS = `${MOST_VERSIONS} versions of this profile are kept already. Save it as a file, remove it here, and add it again.`;
const NOT_READ = 'This Registerwise cannot read that version. It is still kept.';
const GONE = 'That version is no longer kept.';

/** Null: kept, and cannot be read here. Undefined: none is kept. */
type Newest = Policy | null | undefined;

/** The newest version of each profile asked for, as read; with the database it was read from, until something changes. */
const newest = new WeakMap<Database, Map<string, Newest>>();

/** Every profile kept, in the order of their ids. */
export async function allPolicies(database: Database): Promise<readonly KeptPolicy[]> {
  const rows = (await everyVersion(database)).map((row) => ({ row, policy: policyIn(row) }));
  return [...new Set(rows.map(({ row }) => row.id))].map((id): KeptPolicy => {
    const mine = rows.filter(({ row }) => row.id === id).reverse();
    const [first, ...others] = mine.map(({ row: { at }, policy }) => ({
      ...{ id, at, version: policy?.version ?? null },
    }));
    return { id, policy: mine[0]?.policy ?? null, versions: [first as VersionKept, ...others] };
  });
}

/**
 * The policy chosen: the newest version of one that is kept, else the built-in one of that id, else the national rules. One that is
 * kept and cannot be read leaves the national rules too: what a school has changed is never checked by what it was changed from.
 */
export async function policyInForce(database: Database, id: string | null): Promise<Policy> {
  const own = id === null ? undefined : await newestOf(database, id);
  return own === undefined ? policyOf(id) : (own ?? policyOf(null));
}

/** Whether a profile of that id is kept. */
export async function isPolicyKept(database: Database, id: string): Promise<boolean> {
  return (await ofProfile(database, id).count()) > 0;
}

/**
 * Keeps a policy as the newest version of the profile of its id, at `now` (milliseconds since 1970). One that says what the
 * newest says adds no version. Throws {@link PlainError} for too many.
 */
export async function keepPolicy(database: Database, policy: Policy, now: number): Promise<void> {
  const { id } = policy;
  await change(database, async () => {
    const last = await ofProfile(database, id).last();
    if (last && JSON.stringify(last.document) === JSON.stringify(policy)) return;
    await database.policyVersions.add({ id, at: Math.max(now, (last?.at ?? 0) + 1), document: policy });
    await checkRoom(database, [id]);
  });
}

/** Keeps an earlier version once more, as the newest. Throws {@link PlainError} when it is not kept, or cannot be read. */
export async function takeUpAgain(
  database: Database,
  { id, at }: Pick<PolicyVersion, 'id' | 'at'>,
  now: number,
): Promise<void> {
  const version = await database.policyVersions.get([id, at]);
  if (!version) throw new PlainError(GONE);
  const policy = policyIn(version);
  if (!policy) throw new PlainError(NOT_READ);
  await keepPolicy(database, policy, now);
}

/** Every version of every profile, with its document, oldest first within each. */
export async function everyVersion(database: Database): Promise<readonly PolicyVersion[]> {
  return database.policyVersions.toArray();
}

/** Forgets a profile, and answers with all that was kept of it: {@link addVersions} undoes that. */
export async function forgetPolicy(database: Database, id: string): Promise<readonly PolicyVersion[]> {
  return change(database, async () => {
    const versions = await ofProfile(database, id).toArray();
    await ofProfile(database, id).delete();
    return versions;
  });
}

/** Adds versions that are not kept, each at its own moment; one that is there stays as it is. Throws {@link PlainError} for too many. */
export async function addVersions(database: Database, versions: readonly PolicyVersion[]): Promise<void> {
  await change(database, () => addMissing(database, versions));
}

/** The same within a transaction that is under way and has the table. */
export async function addMissing(database: Database, versions: readonly PolicyVersion[]): Promise<void> {
  newest.delete(database);
  const kept = await database.policyVersions.bulkGet(versions.map(({ id, at }) => [id, at]));
  await database.policyVersions.bulkAdd(versions.filter((_, i) => kept[i] === undefined));
  await checkRoom(
    database,
    versions.map(({ id }) => id),
  );
}

async function newestOf(database: Database, id: string): Promise<Newest> {
  const known = newest.get(database) ?? new Map<string, Newest>();
  newest.set(database, known);
  if (known.has(id)) return known.get(id);
  const row = await ofProfile(database, id).last();
  const policy = row && policyIn(row);
  known.set(id, policy);
  return policy;
}

/** The policy of a version; null for a document that another Registerwise understood and this one does not: it is still kept. */
export function policyIn({ id, document }: PolicyVersion): Policy | null {
  const reading = readPolicy(document);
  return reading.ok && reading.policy.id === id ? reading.policy : null;
}

function ofProfile(database: Database, id: string) {
  return database.policyVersions.where('[id+at]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
}

async function change<T>(database: Database, work: () => Promise<T>): Promise<T> {
  try {
    return await database.transaction('rw', database.policyVersions, work);
  } finally {
    newest.delete(database);
  }
}

/** Throwing within the transaction undoes what was added. */
async function checkRoom(database: Database, ids: readonly string[]): Promise<void> {
  const kept = (await database.policyVersions.toCollection().primaryKeys()).map(([id]) => id);
  if (new Set(kept).size > MOST_POLICIES) throw new PlainError(TOO_MANY);
  for (const id of new Set(ids))
    if (kept.filter((each) => each === id).length > MOST_VERSIONS) throw new PlainError(TOO_MANY_VERSIONS);
}
