import Dexie, { type IndexableTypeArray } from 'dexie';
import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { listMarks, type Strip } from '../../rules/strips/strips.ts';
import { DATABASE_NAME } from '../../store/database.ts';
import version1 from './v1.json' with { type: 'json' };
import version2 from './v2.json' with { type: 'json' };
import version3 from './v3.json' with { type: 'json' };

/** One stored database. */
export interface OldDatabase {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  /** Of a table without a key of its own in its rows: `key` and `value` of each. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** What its rows are sealed under. Not there where they were kept in plain. */
  readonly keys?: { readonly pupils: { base64: string }; readonly rows: { base64: string } };
  /** What is kept in sealed rows, by a plain list of what was done, and not by the code that wrote them. */
  readonly holds?: {
    readonly pupils: readonly HeldPupil[];
    readonly imports: readonly { readonly id: number; readonly canUndo: boolean }[];
    readonly log: readonly { origin: string; pupil: string; entries: readonly unknown[] }[];
  };
}

interface HeldPupil {
  readonly origin: string;
  readonly pupil: string;
  readonly name: string | null;
  /** `2025-11-04 AM I 1762335104001`: when a page was seen to hold it, in milliseconds since 1970, or `imported`. */
  readonly marks: readonly string[];
}

/** A mark that a stored database keeps. */
export interface OldMark {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
}

/** The marks of one pupil, in date order. */
export interface OldPupil {
  readonly origin: string;
  readonly pupil: string;
  readonly marks: readonly OldMark[];
}

/** Every stored database, oldest first. */
export const OLD_DATABASES: readonly OldDatabase[] = [version1, version2, version3];

/** Those that kept their rows in plain, which are sealed at the first opening. */
export const PLAIN_DATABASES = OLD_DATABASES.filter(({ keys }) => keys === undefined);

/** Puts one where the store is, row by row. */
export async function restore({ version, stores, tables, keys }: OldDatabase): Promise<void> {
  const database = new Dexie(DATABASE_NAME);
  database.version(version).stores(stores);
  await database.open();
  for (const [name, rows] of Object.entries(tables)) {
    const read = rows.map(withBytes);
    if (stores[name] !== '') await database.table(name).bulkAdd(read);
    else
      await database.table(name).bulkAdd(
        read.map(({ value }) => value),
        read.map(({ key }) => key) as unknown as IndexableTypeArray,
      );
  }
  if (keys) await database.table('meta').put({ key: 'keys', value: await keysOf(keys) });
  database.close();
}

/** As the store made them: no script can take them out again. */
async function keysOf({ pupils, rows }: NonNullable<OldDatabase['keys']>) {
  const load = (text: unknown, how: HmacImportParams | AesKeyAlgorithm, uses: KeyUsage[]) =>
    crypto.subtle.importKey('raw', bytesOr(text) as Uint8Array<ArrayBuffer>, how, false, uses);
  return {
    mode: 'kept',
    pupils: await load(pupils, { name: 'HMAC', hash: 'SHA-256' }, ['sign']),
    rows: await load(rows, { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
  };
}

/** The marks one keeps of each pupil, straight from its rows or, where they are sealed, from the list beside them. */
export function marksIn({ tables, holds }: OldDatabase): readonly OldPupil[] {
  if (holds) return holds.pupils.map(({ marks, ...of }) => ({ ...of, marks: marks.map(readMark) }));
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

/** When a page was last seen to hold each mark of a pupil, in the order of the marks; null for an imported one. */
export function sightsIn({ marks }: HeldPupil): readonly (number | null)[] {
  return marks.map((mark) => {
    const at = mark.split(' ')[3];
    return at === 'imported' ? null : Number(at);
  });
}

function readMark(text: string): OldMark {
  const [date, session, code = ''] = text.split(' ');
  return { date: date as IsoDate, session: session as Session, code };
}

function withBytes(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, bytesOr(value)]));
}

function bytesOr(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('base64' in value)) return value;
  return Uint8Array.from(atob(String(value.base64)), (character) => character.charCodeAt(0));
}
