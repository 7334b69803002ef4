import type { Database } from './database.ts';
import type { Settings } from './requests.ts';

const UNSET: Settings = {
  ...{ role: null, policyId: null, calendar: null, clockOffsetMs: 0 },
  ...{ keepNames: false, sessionOnly: false },
};

/** What the school has set; what it has not is null, and the clock offset 0. */
export async function readSettings(database: Database): Promise<Settings> {
  const row = await database.settings.get('settings');
  if (!row) return UNSET;
  const { id: _, ...settings } = row;
  return { ...UNSET, ...settings };
}

/** Changes what `change` names, leaves the rest, and answers with the whole. */
export async function saveSettings(database: Database, change: Partial<Settings>): Promise<Settings> {
  return database.transaction('rw', database.settings, async () => {
    const settings = { ...(await readSettings(database)), ...change };
    await database.settings.put({ id: 'settings', ...settings });
    return settings;
  });
}
