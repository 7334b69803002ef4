import { builtInPolicy } from '../../rules/policy/profiles.ts';
import { countMarks } from '../../rules/strips/strips.ts';
import { policyIn } from '../policies.ts';
import { keptOrigins, openSite } from '../pupils.ts';
import { type Span, spanOf } from '../retention/evidence.ts';
import type { Database } from '../schema.ts';
import type { Bytes } from '../sealed/vault.ts';
import { readSettings } from '../settings.ts';
import { type BackedUpSite, type Contents, contentsOf } from './contents.ts';
import { readContents, writeContents } from './file-shape.ts';
import { lockFile, unlockFile } from './locked-file.ts';

/** One site of a backup, in figures. */
export interface SiteSummary {
  readonly origin: string;
  readonly pupils: number;
  readonly marks: number;
  /** Null where no mark is kept. */
  readonly span: Span | null;
  /** Pupils whose name is in the backup. */
  readonly named: number;
  /** Pupils of the site kept on this device now, which the backup would take the place of. */
  readonly pupilsHere: number;
}

/** What a backup holds, and what putting it in place means on this device. */
export interface BackupSummary {
  /** When it was made, in milliseconds since 1970. */
  readonly made: number;
  /** The school whose policy is chosen in it; null where none is. */
  readonly school: string | null;
  /** Policy profiles of the school's own. */
  readonly policies: number;
  readonly hasTermDates: boolean;
  /** How many pages it says how to read. */
  readonly pages: number;
  readonly sites: readonly SiteSummary[];
  /** Whether this device keeps names: where it does not, those of the backup are left out. */
  readonly keepsNames: boolean;
}

/** A backup of everything kept, locked with a passphrase. `made` is now, in milliseconds since 1970. */
export async function makeBackup(database: Database, passphrase: string, made: number): Promise<Bytes> {
  return lockFile(writeContents(await contentsOf(database, made)), passphrase);
}

/** What is in a backup. Throws {@link PlainError} that says what is wrong with the file or the passphrase. */
export async function openBackup(file: Bytes, passphrase: string): Promise<Contents> {
  return readContents(await unlockFile(file, passphrase));
}

/** A backup in figures, beside what this device keeps. */
export async function summaryOf(database: Database, contents: Contents): Promise<BackupSummary> {
  const { made, settings, profiles, policies, sites } = contents;
  const kept = new Set(await keptOrigins(database));
  const here = async (origin: string): Promise<number> => {
    if (!kept.has(origin)) return 0;
    const rows = [...(await openSite(database, origin)).values()];
    return rows.reduce((sum, row) => sum + (row === 'unreadable' ? 0 : row.size), 0);
  };
  return {
    made,
    school: settings.policyId ? schoolIn(policies, settings.policyId) : null,
    policies: new Set(policies.map(({ id }) => id)).size,
    hasTermDates: Boolean(settings.calendar),
    pages: profiles.length,
    sites: await Promise.all(
      sites.map(async (site) => ({ ...figuresOf(site), pupilsHere: await here(site.origin) })),
    ),
    keepsNames: (await readSettings(database)).keepNames,
  };
}

function schoolIn(versions: Contents['policies'], id: string): string {
  const newest = versions.findLast((version) => version.id === id);
  return ((newest && policyIn(newest)) ?? builtInPolicy(id))?.school ?? id;
}

function figuresOf({ origin, pupils }: BackedUpSite): Omit<SiteSummary, 'pupilsHere'> {
  const all = [...pupils.values()];
  const strips = all.flatMap(({ years }) => [...years.values()]);
  return {
    ...{ origin, pupils: all.length, span: spanOf(all) },
    marks: strips.reduce((sum, { bytes }) => sum + countMarks(bytes), 0),
    named: all.filter(({ name }) => name !== null).length,
  };
}
