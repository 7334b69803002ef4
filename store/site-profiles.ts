import type { SiteProfile } from '../sites/profile.ts';
import type { Database } from './database.ts';
import { PlainError } from './plain-error.ts';

/** How one kind of page is read, and the site it is a page of. */
export type ProfileOfSite = SiteProfile & { readonly origin: string };

/** Far above any site's kinds of register. */
export const MOST_PROFILES = 100;

const TOO_MANY = `${MOST_PROFILES} pages of this site are known already. Remove some in the options first.`;

/** How the pages of one site are read, as people confirmed or taught it. */
export async function profilesOf(database: Database, origin: string): Promise<readonly SiteProfile[]> {
  const rows = await database.siteProfiles.where('origin').equals(origin).toArray();
  return rows.map(({ origin: _, ...profile }) => profile);
}

/** The same of every site, by site. */
export async function allProfiles(database: Database): Promise<readonly ProfileOfSite[]> {
  return database.siteProfiles.orderBy('origin').toArray();
}

/** Keeps profiles of one site, each in place of one of the same id: all or none. */
export async function saveProfiles(
  database: Database,
  origin: string,
  profiles: readonly SiteProfile[],
): Promise<void> {
  await database.transaction('rw', database.siteProfiles, async () => {
    await database.siteProfiles.bulkPut(profiles.map((profile) => ({ ...profile, origin })));
    if ((await database.siteProfiles.where('origin').equals(origin).count()) > MOST_PROFILES)
      throw new PlainError(TOO_MANY);
  });
}

/** Forgets one; its pages are not checked any more. */
export async function forgetProfile(database: Database, origin: string, id: string): Promise<void> {
  await database.siteProfiles.delete([origin, id]);
}
