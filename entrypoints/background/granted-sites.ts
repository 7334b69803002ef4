import browser from 'webextension-polyfill';
import type { Database } from '../../store/database.ts';
import { hostPattern, isAllowed } from '../../store/host-access.ts';
import type { Site } from '../../store/records.ts';
import { isSwitchedOn, readSites } from '../../store/sites.ts';

const ONE_HOST = /^(\*|https?):\/\/([^*/]+)\/\*$/;

/**
 * The sites somebody has decided on, and those the browser lets us read that nobody has: these are on. A permission for all
 * sites at once names none, so it adds none.
 */
export async function listSites(database: Database): Promise<readonly Site[]> {
  const decided = await readSites(database);
  const known = new Set(decided.map(({ origin }) => hostPattern(origin)));
  const { origins = [] } = await browser.permissions.getAll();
  const rest = [...new Set(origins.flatMap(originsOf))].filter((origin) => !known.has(hostPattern(origin)));
  return [...decided, ...rest.map((origin) => ({ origin, on: true }))].sort((a, b) =>
    a.origin.localeCompare(b.origin),
  );
}

/** Whether the browser lets us read an origin, now, and it is switched on. */
export async function isOpenTo(database: Database, origin: string): Promise<boolean> {
  return (await isSwitchedOn(database, origin)) && (await isAllowed(origin));
}

/** The host patterns of the sites that are on and that the browser lets us read, each once. */
export async function openPatterns(database: Database): Promise<readonly string[]> {
  const on = (await listSites(database)).filter((site) => site.on);
  const allowed = await Promise.all(on.map(({ origin }) => isAllowed(origin)));
  return [...new Set(on.filter((_, i) => allowed[i]).map(({ origin }) => hostPattern(origin)))].sort();
}

/** The origins, without port, that a pattern for one host stands for. */
export function originsOf(pattern: string): readonly string[] {
  const [, scheme, host] = ONE_HOST.exec(pattern) ?? [];
  if (!scheme || !host) return [];
  return scheme === '*' ? [`https://${host}`, `http://${host}`] : [`${scheme}://${host}`];
}
