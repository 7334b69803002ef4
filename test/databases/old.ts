import Dexie from 'dexie';
import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { listMarks, type Strip } from '../../rules/strips/strips.ts';
import { DATABASE_NAME } from '../../store/database.ts';
import version1 from './v1.json' with { type: 'json' };
import version2 from './v2.json' with { type: 'json' };

/** One stored database. */
export interface OldDatabase {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** Every stored database, oldest first. */
export const OLD_DATABASES: readonly OldDatabase[] = [version1, version2];

/** Puts one where the store is, row by row. */
export async function restore({ version, stores, tables }: OldDatabase): Promise<void> {
  const database = new Dexie(DATABASE_NAME);
  database.version(version).stores(stores);
  await database.open();
  for (const [name, rows] of Object.entries(tables)) await database.table(name).bulkAdd(rows.map(withBytes));
  database.close();
}

/** The marks one keeps of each pupil, in date order, straight from its rows. */
export function marksIn({ tables }: OldDatabase): {
  readonly origin: string;
  readonly pupil: string;
  readonly marks: readonly { date: IsoDate; session: Session; code: string }[];
}[] {
  const strips = (tables.strips ?? []).map(withBytes) as unknown as {
    readonly origin: string;
    readonly pupil: string;
    readonly year: number;
    readonly bytes: Strip;
  }[];
  const pupils = new Map<string, { origin: string; pupil: string; years: typeof strips }>();
  for (const row of strips) {
    const { origin, pupil } = row;
    const name = JSON.stringify([origin, pupil]);
    pupils.set(name, { origin, pupil, years: [...(pupils.get(name)?.years ?? []), row] });
  }
  return [...pupils.values()].map(({ years, ...of }) => ({ ...of, marks: listMarks(years) }));
}

function withBytes(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, bytesOr(value)]));
}

function bytesOr(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('base64' in value)) return value;
  return Uint8Array.from(atob(String(value.base64)), (character) => character.charCodeAt(0));
}
