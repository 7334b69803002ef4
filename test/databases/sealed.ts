import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../rules/policy/profiles.ts';
import { countsFor } from '../../store/counts.ts';
import { type Database, eraseDatabase, openDatabase } from '../../store/database.ts';
import { beginImport, commitImport, listImports, stagePart } from '../../store/imports.ts';
import { countKept, marksOf } from '../../store/marks.ts';
import { SEALED } from '../../store/schema.ts';
import type { SessionMemory } from '../../store/sealed/keys.ts';
import { addSeen } from '../../store/seen.ts';
import { readSettings, saveSettings } from '../../store/settings.ts';
import { toBase64 } from '../../store/strip-text.ts';

const SITE = 'https://register.example';
const OTHER = 'https://other.example';
const DATE = '2025-09-02' as IsoDate;
const CANNOT = 'cannot be read';
const calendar = { terms: [{ from: '2025-09-01' as IsoDate, to: '2025-10-24' as IsoDate }], closures: [] };
const rules = { calendar, policy: nationalPolicy };

/** The browser's memory; another one is a browser that has been closed since. */
function memory(): SessionMemory {
  let value: unknown;
  return {
    get: async () => structuredClone(value),
    set: async (next) => {
      value = structuredClone(next);
    },
    clear: async () => {
      value = undefined;
    },
  };
}

/** The same tests in Node and in a browser: what lies on the disk says nothing, and is never taken for what it is not. */
export function testSealed(): void {
  let database: Database;
  let session: SessionMemory;
  beforeEach(async () => {
    await eraseDatabase();
    session = memory();
    database = await openDatabase(session);
  });
  afterEach(async () => {
    database.close();
    await eraseDatabase();
  });

  const reopen = async (with_ = session) => {
    database.close();
    database = await openDatabase(with_);
  };
  const see = (marks: Readonly<Record<string, string>>, origin = SITE) =>
    addSeen(
      database,
      origin,
      {
        ...{ date: DATE, session: 'AM' },
        marks: Object.entries(marks).map(([pupil, code]) => ({ pupil, code })),
      },
      Date.parse('2025-09-02T09:00Z'),
    );
  const bring = async (pupil: string) => {
    const { id } = await beginImport(database, { origin: SITE, file: 'class-7B.csv', savedAt: null });
    const strips = [{ pupil, year: 2025, bytes: toBase64(Uint8Array.of(1, 32, 32)) }];
    await stagePart(database, { id, part: 0, strips, names: [{ pupil, name: 'Ada Example' }] });
    return commitImport(database, id, Date.parse('2025-09-02T12:00Z'));
  };
  const counts = (...pupils: string[]) =>
    countsFor(database, SITE, { date: DATE, session: 'PM', pupils }, rules);
  const codes = async (pupil: string) => (await marksOf(database, SITE, pupil)).map(({ code }) => code);
  const keyOf = async (pupil: string): Promise<[string, number]> => [
    SITE,
    await database.vault.shardOf(SITE, pupil),
  ];
  /** Changes one byte of the row a pupil is in. */
  const damage = async (pupil: string) => {
    const key = await keyOf(pupil);
    const bytes = new Uint8Array((await database.pupils.get(key)) ?? []);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await database.pupils.put(bytes, key);
  };

  describe('what is kept', () => {
    test('is on the disk without any id, name, mark or name of a file', async () => {
      await saveSettings(database, { keepNames: true });
      await see({ 'pupil-4711': 'N' });
      await bring('pupil-4711');
      await counts('pupil-4711');
      const open = await beginImport(database, { origin: SITE, file: 'class-7B.csv', savedAt: null });
      await stagePart(database, {
        id: open.id,
        part: 0,
        strips: [{ pupil: 'pupil-4711', year: 2025, bytes: 'AQ==' }],
      });
      const seen = await Promise.all(
        [...SEALED.map((name) => database[name]), database.imports].map(async (table) => {
          const rows: unknown[] = await table.toArray();
          expect(rows.length, table.name).toBeGreaterThan(0);
          const keys = await table.toCollection().primaryKeys();
          const text = rows.map((row) => (row instanceof Uint8Array ? latin1(row) : written(row)));
          return JSON.stringify([keys, text]);
        }),
      );
      for (const secret of ['4711', 'Ada', 'class-7B']) expect(seen.join()).not.toContain(secret);
    });

    test('is sealed under keys that no script can take out', async () => {
      const kept = (await database.meta.get('keys'))?.value as { pupils: CryptoKey; rows: CryptoKey };
      for (const key of [kept.pupils, kept.rows]) {
        expect(key.extractable).toBe(false);
        await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
      }
      expect(kept.rows.algorithm).toMatchObject({ name: 'AES-GCM', length: 256 });
      expect(kept.pupils.algorithm).toMatchObject({ name: 'HMAC', hash: { name: 'SHA-256' } });
    });

    test('is sealed anew with each write, and opens again after the store was closed', async () => {
      await see({ 'p-1': 'N' });
      const first = await database.pupils.get(await keyOf('p-1'));
      await see({ 'p-1': 'N' });
      const second = await database.pupils.get(await keyOf('p-1'));
      expect(latin1(second?.subarray(0, 12))).not.toBe(latin1(first?.subarray(0, 12)));
      await reopen();
      expect(await codes('p-1')).toEqual(['N']);
    });

    test('opens nowhere but in its own place', async () => {
      await see({ 'p-1': 'N' });
      const [, shard] = await keyOf('p-1');
      const bytes = await database.pupils.get([SITE, shard]);
      if (!bytes) throw new Error('p-1 is kept');
      await database.pupils.put(bytes, [OTHER, shard]);
      await database.pupils.put(bytes, [SITE, (shard + 1) % 256]);
      expect(await countKept(database)).toMatchObject([
        { origin: OTHER, pupils: 0, marks: 0, unreadable: true },
        { origin: SITE, pupils: 1, marks: 1, unreadable: true },
      ]);
    });
  });

  describe('what does not open', () => {
    test('is said not to be read, and never taken for no marks', async () => {
      await see({ 'p-1': 'N', 'p-2': 'U' });
      await damage('p-1');
      await reopen();
      await expect(marksOf(database, SITE, 'p-1')).rejects.toThrow(CANNOT);
      expect(await counts('p-1', 'p-2')).toMatchObject({
        'p-1': { why: expect.stringContaining(CANNOT) },
        'p-2': { total: 1 },
      });
      expect(await countKept(database)).toMatchObject([{ pupils: 1, unreadable: true }]);
    });

    test('is not written over, and the rest of a register is kept', async () => {
      await see({ 'p-1': 'N' });
      await damage('p-1');
      const before = await database.pupils.get(await keyOf('p-1'));
      await expect(see({ 'p-1': 'O', 'p-2': 'U' })).rejects.toThrow(CANNOT);
      expect(await codes('p-2')).toEqual(['U']);
      await expect(bring('p-1')).rejects.toThrow(CANNOT);
      expect(await database.pupils.get(await keyOf('p-1'))).toEqual(before);
      expect(await listImports(database)).toEqual([]);
    });

    test('for want of its key is refused when the store is opened, and can be erased', async () => {
      await see({ 'p-1': 'N' });
      await database.meta.delete('keys');
      database.close();
      await expect(openDatabase(session)).rejects.toThrow('its key is gone');
      await eraseDatabase(session);
      database = await openDatabase(session);
      expect(await countKept(database)).toEqual([]);
    });
  });

  describe('for a session only', () => {
    beforeEach(async () => {
      await see({ 'p-1': 'N' });
      await bring('p-2');
      await saveSettings(database, { sessionOnly: true, role: 'office' });
    });

    test('begins empty, and is kept while the browser is open', async () => {
      expect(await countKept(database)).toEqual([]);
      expect(await listImports(database)).toEqual([]);
      await see({ 'p-1': 'U' });
      await bring('p-2');
      await reopen();
      expect(await codes('p-1')).toEqual(['U']);
      expect(await readSettings(database)).toMatchObject({ sessionOnly: true, role: 'office' });
      expect(JSON.stringify(await database.meta.get('keys'))).not.toContain('rows');
    });

    test('is erased at the next start, and the settings are not', async () => {
      await see({ 'p-1': 'U' });
      await bring('p-2');
      await reopen(memory());
      for (const name of SEALED) expect(await database[name].count(), name).toBe(0);
      expect(await listImports(database)).toEqual([]);
      expect(await readSettings(database)).toMatchObject({ sessionOnly: true, role: 'office' });
      await see({ 'p-1': 'O' });
      expect(await codes('p-1')).toEqual(['O']);
    });

    test('changed back begins empty again, and outlasts the browser', async () => {
      await see({ 'p-1': 'U' });
      await counts('p-1');
      expect((await saveSettings(database, { sessionOnly: false })).sessionOnly).toBe(false);
      expect(await countKept(database)).toEqual([]);
      expect(await counts('p-1')).toEqual({});
      expect(await session.get()).toBeUndefined();
      await see({ 'p-1': 'O' });
      await reopen(memory());
      expect(await codes('p-1')).toEqual(['O']);
    });
  });
}

const latin1 = (bytes: Uint8Array | undefined): string => new TextDecoder('latin1').decode(bytes);
const written = (row: unknown): string =>
  JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? latin1(value) : value));
