import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../rules/policy/profiles.ts';
import { DATABASE_NAME, type Database, eraseDatabase, openDatabase } from '../../store/database.ts';
import { home } from '../../store/home.ts';
import { listImports } from '../../store/imports.ts';
import { logOf } from '../../store/log.ts';
import { countKept, marksOf } from '../../store/marks.ts';
import { allPolicies } from '../../store/policies.ts';
import { addSeen } from '../../store/seen.ts';
import { readSettings } from '../../store/settings.ts';
import { allProfiles } from '../../store/site-profiles.ts';
import { readSites } from '../../store/sites.ts';
import { pupilRecord } from '../../store/subject/record.ts';
import { undoImport } from '../../store/undo-import.ts';
import { marksIn, OLD_DATABASES, type OldDatabase, restore, sightsIn } from './old.ts';

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
        ...{ calendarSource: null, hideAfter: 'by-role', keepNames: false, keepFor: 'needed' },
        ...settings,
        sessionOnly: false,
      });
      expect(await readSites(database)).toEqual(tables.sites);
      expect(await allProfiles(database)).toEqual(tables.siteProfiles ?? []);
      expect(await listImports(database)).toEqual(
        old.holds?.imports ?? (tables.imports ?? []).map((row) => ({ ...row, canUndo: false })).reverse(),
      );
      expect(await database.table('meta').get('made-by')).toEqual({
        ...{ key: 'made-by', value: `v${old.version}` },
      });
      expect(await database.log.count()).toBe((tables.log ?? tables.kept)?.length);
      for (const { origin, pupil, entries } of old.holds?.log ?? [])
        expect(await logOf(database, origin, pupil)).toEqual(entries);
      await checkSights(database, old);
      expect(await database.staging.count()).toBe(0);
      expect(await allPolicies(database)).toEqual([]);
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
      // Sealed rows stay as they are until they are next written.
      expect(stops).toBeGreaterThan(old.keys ? -1 : 3);
    });
  });

  test('rows of version 3 are all there once each has been written anew, and take less room', async () => {
    const [old] = OLD_DATABASES.filter(({ version }) => version === 3);
    if (!old?.holds) throw new Error('Version 3 is kept, with what it holds');
    await restore(old);
    const database = await openDatabase();
    const sizes = async () => {
      const rows = await database.pupils.toArray();
      return rows.reduce((sum, row) => sum + row.byteLength, 0);
    };
    const before = await sizes();
    const [last] = await listImports(database);
    await undoImport(database, last?.id ?? 0);
    // What the second import took the place of: a page's mark, and nothing.
    const seen = await recordOf(database, { origin: SITE, pupil: 'p-1' });
    expect(seen?.marks.find(({ date, session }) => date === '2025-11-04' && session === 'AM')).toMatchObject({
      ...{ code: '/', seenAt: Date.parse('2025-11-04T08:53Z') },
    });
    const marks = old.holds.pupils.flatMap(({ origin, pupil }) => [{ origin, pupil }]);
    for (const { origin, pupil } of marks)
      await addSeen(
        database,
        origin,
        { ...NEXT, marks: [{ pupil, code: '/' }] },
        Date.parse(`${NEXT.date}T09:00Z`),
      );
    expect(await sizes()).toBeLessThan(before / 2);
    for (const { origin, pupil, marks: all } of marksIn(old)) {
      const kept = await marksOf(database, origin, pupil);
      expect(kept.at(-1)).toEqual({ ...NEXT, code: '/' });
      const undone = all
        .filter(({ date }) => pupil !== 'p-3' || date !== '2025-11-17')
        .map((mark) => {
          const back =
            pupil === 'p-1' && origin === SITE && mark.date === '2025-11-04' && mark.session === 'AM';
          return back ? { ...mark, code: '/' } : mark;
        });
      expect(kept.slice(0, -1), pupil).toEqual(undone);
    }
    database.close();
  });
}

const SITE = 'https://register.example';
const NEXT = { date: '2025-11-18' as IsoDate, session: 'AM' as const };
const MINUTE_MS = 60_000;

function recordOf(database: Database, of: { readonly origin: string; readonly pupil: string }) {
  return pupilRecord(database, of, { calendar: null, policy: nationalPolicy, asOf: NEXT.date, at: 0 });
}

/** Names, and by the minute when a page was seen to hold each mark. */
async function checkSights(database: Database, { holds }: OldDatabase): Promise<void> {
  for (const held of holds?.pupils ?? []) {
    const record = await recordOf(database, held);
    expect(record?.name).toBe(held.name);
    const byMinute = sightsIn(held).map((at) => at && at - (at % MINUTE_MS));
    expect(
      record?.marks.map(({ seenAt }) => seenAt),
      held.pupil,
    ).toEqual(byMinute);
  }
}
