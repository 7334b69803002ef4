import { locked } from './lock.ts';
import { keptOrigins, openSite, readable, shardWrite } from './pupils.ts';
import type { Settings } from './records.ts';
import type { Database, SettingsRow } from './schema.ts';
import { newVault } from './sealed/open-vault.ts';
import { type Write, writeAll } from './writes.ts';

const UNSET: Omit<Settings, 'sessionOnly'> = {
  ...{ role: null, policyId: null, calendar: null, calendarSource: null, clockOffsetMs: 0 },
  ...{ hideAfter: 'by-role', keepNames: false, keepFor: 'needed' },
};

/** What the school has set; what it has not is null, the clock offset 0, and no more kept than must be. */
export async function readSettings(database: Database): Promise<Settings> {
  const { id: _, ...settings } = (await database.settings.get('settings')) ?? { id: 'settings' };
  return { ...UNSET, ...settings, sessionOnly: database.vault.mode === 'session-only' };
}

/**
 * Changes what `change` names, leaves the rest, and answers with the whole. Turning names off erases every name; changing
 * whether what is kept outlasts the browser erases what is kept. Throws {@link PlainError} when a name may stand in what
 * cannot be read.
 */
export function saveSettings(database: Database, change: Partial<Settings>): Promise<Settings> {
  return locked(async () => {
    const { sessionOnly, ...before } = await readSettings(database);
    const { sessionOnly: wanted = sessionOnly, ...rest } = change;
    if (wanted !== sessionOnly) database.vault = await newVault(database, wanted ? 'session-only' : 'kept');
    const row: SettingsRow = { id: 'settings', ...before, ...givenDates(rest), ...rest };
    const erasing = before.keepNames && !row.keepNames;
    await writeAll(database, erasing ? await withoutNames(database) : [], {
      tables: ['settings', 'staging'],
      // An import on its way may bring names too.
      run: () => Promise.all([database.settings.put(row), erasing && database.staging.clear()]),
    });
    return readSettings(database);
  });
}

/** Term dates set without a word of where they are from were given. */
function givenDates({ calendar }: Partial<Settings>): Partial<Settings> {
  return calendar === undefined ? {} : { calendarSource: calendar && 'list' };
}

/** Every row in which somebody is named, without the names. */
async function withoutNames(database: Database): Promise<readonly Write[]> {
  const sites = (await keptOrigins(database)).map(async (origin) => {
    const rows = [...(await openSite(database, origin))].map(([shard, row]) => {
      const pupils = readable(row);
      if ([...pupils.values()].every(({ name }) => name === null)) return [];
      const nameless = [...pupils].map(([id, pupil]) => [id, { ...pupil, name: null }] as const);
      return [shardWrite(database, origin, shard, new Map(nameless))];
    });
    return Promise.all(rows.flat());
  });
  return (await Promise.all(sites)).flat();
}
