import type { Database } from './database.ts';
import type { Site } from './records.ts';

/** The sites somebody has switched on or off, in the order of their addresses. */
export async function readSites(database: Database): Promise<readonly Site[]> {
  return database.sites.orderBy('origin').toArray();
}

/** Whether a site the browser lets us read is switched on: it is, until somebody switches it off. */
export async function isSwitchedOn(database: Database, origin: string): Promise<boolean> {
  return (await database.sites.get(origin))?.on ?? true;
}

/** Keeps that a site is on or off. */
export async function saveSite(database: Database, site: Site): Promise<void> {
  await database.sites.put(site);
}
