import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DATABASE_NAME, type Database, eraseDatabase, openDatabase } from '../../store/database.ts';
import { home } from '../../store/home.ts';
import { listImports } from '../../store/imports.ts';
import { countKept, marksOf } from '../../store/marks.ts';
import { readSettings } from '../../store/settings.ts';
import { allProfiles } from '../../store/site-profiles.ts';
import { readSites } from '../../store/sites.ts';
import { marksIn, OLD_DATABASES, restore } from './old.ts';

/** The same tests in Node and in a browser: what every older version kept is all there, and none of it in plain. */
export function testUpgrades(): void {
  beforeEach(() => eraseDatabase());
  afterEach(async () => {
    vi.restoreAllMocks();
    await eraseDatabase();
  });

  describe.each(OLD_DATABASES)('a database of version $version', (old) => {
    const check = async (database: Database) => {
      const { tables } = old;
      for (const { origin, pupil, marks } of marksIn(old))
        expect(await marksOf(database, origin, pupil), pupil).toEqual(marks);
      const kept = await countKept(database);
      expect(kept.reduce((sum, { pupils }) => sum + pupils, 0)).toBe(marksIn(old).length);
      expect(kept.reduce((sum, { marks }) => sum + marks, 0)).toBe(
        marksIn(old).reduce((sum, { marks }) => sum + marks.length, 0),
      );
      const { id: _, ...settings } = tables.settings?.[0] ?? {};
      expect(await readSettings(database)).toEqual({
        ...settings,
        ...{
          calendarSource: null,
          hideAfter: 'by-role',
          keepNames: false,
          keepFor: 'needed',
          sessionOnly: false,
        },
      });
      expect(await readSites(database)).toEqual(tables.sites);
      expect(await allProfiles(database)).toEqual(tables.siteProfiles ?? []);
      expect(await listImports(database)).toEqual(
        (tables.imports ?? []).map((row) => ({ ...row, canUndo: false })).reverse(),
      );
      expect(await database.table('meta').get('made-by')).toEqual(tables.meta?.[0]);
      expect(await database.log.count()).toBe(tables.kept?.length);
    };

    const openTable = async (name: string) => {
      const plain = await new Dexie(DATABASE_NAME, await home()).open();
      const rows = await plain.table(name).toArray();
      plain.close();
      return rows;
    };

    test('is opened with all that is in it, row by row', async () => {
      await restore(old);
      const database = await openDatabase();
      await check(database);
      database.close();
    });

    test('is left with no mark, name of a file or reason in plain', async () => {
      await restore(old);
      (await openDatabase()).close();
      for (const name of ['strips', 'summaries', 'kept']) expect(await openTable(name)).toEqual([]);
      const [first] = await openTable('imports');
      expect(first.file).toBeInstanceOf(Uint8Array);
      const all = await Promise.all(['pupils', 'log', 'counts'].map(openTable));
      const text = all.flat().map((bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes));
      expect(text.length).toBeGreaterThan(0);
      for (const secret of ['p-1', 'Bus was late']) expect(text.join()).not.toContain(secret);
    });

    test('stopped at any moment of it is opened whole the next time', async () => {
      await restore(old);
      const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
      let stops = 0;
      for (let allowed = 0; ; allowed++) {
        let calls = 0;
        vi.spyOn(crypto.subtle, 'encrypt').mockImplementation((...call) => {
          if (calls++ >= allowed) return Promise.reject(new Error('the browser was closed'));
          return encrypt(...call);
        });
        const opened = await openDatabase().catch(() => null);
        vi.restoreAllMocks();
        if (opened) {
          expect(calls).toBeLessThanOrEqual(allowed);
          await check(opened);
          opened.close();
          break;
        }
        stops++;
      }
      expect(stops).toBeGreaterThan(3);
    });
  });
}
