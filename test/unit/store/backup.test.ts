import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';
import { pack } from '../../../rules/strips/strips.ts';
import type { SiteProfile } from '../../../sites/profile.ts';
import { makeBackup, openBackup, summaryOf } from '../../../store/backup/backup.ts';
import { TABLES_BACKED_UP } from '../../../store/backup/contents.ts';
import { readContents } from '../../../store/backup/file-shape.ts';
import { ITERATIONS, LARGEST_FILE, lockFile, unlockFile } from '../../../store/backup/locked-file.ts';
import { restoreBackup } from '../../../store/backup/restore.ts';
import { type Database, eraseDatabase, openDatabase } from '../../../store/database.ts';
import { beginImport, commitImport, listImports, stagePart } from '../../../store/imports.ts';
import { logOf } from '../../../store/log.ts';
import { countKept, marksOf } from '../../../store/marks.ts';
import { everyVersion, keepPolicy, policyInForce } from '../../../store/policies.ts';
import type { Settings } from '../../../store/records.ts';
import { PRACTICE_ORIGIN } from '../../../store/requests.ts';
import { VERSIONS } from '../../../store/schema.ts';
import { addSeen } from '../../../store/seen.ts';
import { readSettings, saveSettings } from '../../../store/settings.ts';
import { allProfiles, saveProfiles } from '../../../store/site-profiles.ts';
import { readSites, saveSite } from '../../../store/sites.ts';
import { toBase64 } from '../../../store/strip-text.ts';
import { namesOf } from '../../../store/summaries.ts';
import { undoImport } from '../../../store/undo-import.ts';
import { eachDatabase } from './each-database.ts';

const SITE = 'https://register.example';
const OTHER = 'https://other.example';
const PASSPHRASE = 'four plain words together';
const MADE = Date.parse('2026-11-27T16:00Z');
const EMPTY = { made: MADE, settings: {}, switches: [], profiles: [], sites: [] };
const day = (text: string): IsoDate => text as IsoDate;

let database: Database;
eachDatabase(
  (fresh) => {
    database = fresh;
  },
  () => database,
);

/** The same browser after everything in it was erased, or another computer: other keys, nothing kept. */
async function anotherDevice(): Promise<void> {
  database.close();
  await eraseDatabase();
  database = await openDatabase();
}

const see = (date: string, pupil: string, code: string, origin = SITE) =>
  addSeen(
    database,
    origin,
    { date: day(date), session: 'AM', marks: [{ pupil, code }] },
    Date.parse(`${date}T09:00Z`),
  );

async function importMark(pupil: string, date: string, code: string, name: string, at: number) {
  const packed = pack([{ date: day(date), session: 'AM', code }]);
  if (!packed.ok) throw new Error('not packed');
  const { id } = await beginImport(database, { origin: SITE, file: 'marks.csv', savedAt: at });
  const strips = [...packed.value].map(([year, bytes]) => ({ pupil, year, bytes: toBase64(bytes) }));
  await stagePart(database, { id, part: 0, strips, names: [{ pupil, name }] });
  return commitImport(database, id, at);
}

const everySetting: Settings = {
  ...{ role: 'office', policyId: 'walton-oak', clockOffsetMs: -60_000, keepNames: true },
  ...{ keepFor: 'next-year', sessionOnly: false, calendarSource: 'marks', hideAfter: 'never' },
  calendar: { terms: [{ from: day('2026-09-02'), to: day('2026-12-18') }], closures: [] },
};
const profile: SiteProfile = {
  ...{ version: 1, id: 'plain', name: 'Plain register', route: '/register', marks: 'drop-down' },
  ...{ pupils: 'links', codes: { Here: '/' }, session: 'page', date: 'page', picks: null },
  confirmed: day('2026-11-20'),
};

async function aSchool(): Promise<void> {
  await saveSettings(database, everySetting);
  await saveSite(database, { origin: OTHER, on: false });
  await saveProfiles(database, SITE, [profile]);
  await see('2026-11-25', 'p-1', 'N');
  await see('2026-11-25', 'p-1', 'U');
  await importMark('p-2', '2026-11-24', 'O', 'Ada Lovelace', MADE - 1000);
  await see('2026-11-26', 'p-9', '/', OTHER);
  await see('2026-11-26', 'made-up', '/', PRACTICE_ORIGIN);
}

describe('a backup put in place on another device', () => {
  test('brings back every mark, who was seen when, what was noted, imports, names, pages and settings', async () => {
    await aSchool();
    const before = await countKept(database);
    const file = await makeBackup(database, PASSPHRASE, MADE);
    await anotherDevice();
    await saveSettings(database, { keepNames: true });
    await restoreBackup(database, await openBackup(file, PASSPHRASE), MADE + 1);
    expect(await countKept(database)).toEqual(before.filter(({ origin }) => origin !== PRACTICE_ORIGIN));
    expect(await marksOf(database, SITE, 'p-1')).toMatchObject([{ date: '2026-11-25', code: 'U' }]);
    expect(await logOf(database, SITE, 'p-1')).toMatchObject([{ kind: 'amended', from: 'N', to: 'U' }]);
    expect([...(await namesOf(database, SITE))]).toEqual([['p-2', 'Ada Lovelace']]);
    expect(await allProfiles(database)).toEqual([{ ...profile, origin: SITE }]);
    expect(await readSites(database)).toEqual([{ origin: OTHER, on: false }]);
    const [last] = await listImports(database);
    expect(last).toMatchObject({ origin: SITE, file: 'marks.csv', at: MADE - 1000, canUndo: true });
    await undoImport(database, last?.id ?? 0);
    expect(await marksOf(database, SITE, 'p-2')).toEqual([]);
    // A page seen after the file was saved still stands over it, as it did.
    await importMark('p-1', '2026-11-25', '/', '', Date.parse('2026-11-25T08:00Z'));
    expect(await marksOf(database, SITE, 'p-1')).toMatchObject([{ code: 'U' }]);
  });

  test('takes settings over where there are none, and leaves those that are set', async () => {
    await aSchool();
    const file = await makeBackup(database, PASSPHRASE, MADE);
    await anotherDevice();
    await restoreBackup(database, await openBackup(file, PASSPHRASE), MADE + 1);
    // Names are kept only where somebody has said so on that device.
    expect(await readSettings(database)).toEqual({ ...everySetting, keepNames: false });
    expect((await namesOf(database, SITE)).size).toBe(0);
    await anotherDevice();
    await saveSettings(database, { policyId: 'seagrave', role: 'teacher' });
    await restoreBackup(database, await openBackup(file, PASSPHRASE), MADE + 1);
    expect(await readSettings(database)).toMatchObject({
      ...{ policyId: 'seagrave', role: 'teacher', calendar: everySetting.calendar },
    });
  });
});

test('what is kept of the sites in a backup goes, of other sites nothing changes, and that is said beforehand', async () => {
  await see('2026-11-25', 'p-1', 'U');
  const file = await makeBackup(database, PASSPHRASE, MADE);
  await see('2026-11-26', 'p-1', 'U');
  await see('2026-11-26', 'p-3', 'U');
  await see('2026-11-26', 'p-9', '/', OTHER);
  const contents = await openBackup(file, PASSPHRASE);
  expect(await summaryOf(database, contents)).toMatchObject({
    made: MADE,
    sites: [
      {
        ...{ origin: SITE, pupils: 1, marks: 1, named: 0, pupilsHere: 2 },
        span: { from: '2026-11-25', to: '2026-11-25' },
      },
    ],
  });
  await restoreBackup(database, contents, MADE + 1);
  expect(await marksOf(database, SITE, 'p-1')).toMatchObject([{ date: '2026-11-25' }]);
  expect(await marksOf(database, SITE, 'p-3')).toEqual([]);
  expect(await marksOf(database, OTHER, 'p-9')).toHaveLength(1);
});

test('a restore that fails leaves all that was kept', async () => {
  await see('2026-11-25', 'p-1', 'U');
  const file = await makeBackup(database, PASSPHRASE, MADE);
  await see('2026-11-26', 'p-1', 'U');
  const contents = await openBackup(file, PASSPHRASE);
  const broken = { ...contents, switches: [{ origin: undefined as unknown as string, on: true }] };
  await expect(restoreBackup(database, broken, MADE)).rejects.toThrow();
  expect(await marksOf(database, SITE, 'p-1')).toHaveLength(2);
});

test('every table is in a backup, or it is said why not', () => {
  const tables = [...new Set(VERSIONS.flatMap((version) => Object.keys(version)))];
  expect(Object.keys(TABLES_BACKED_UP).sort()).toEqual(tables.sort());
});

describe('a school’s own policy profiles', () => {
  const elm = { ...nationalPolicy, id: 'elm', school: 'Elm School' };
  const later = { ...elm, version: 2 };

  test('are in a backup with every version, and so is which one is chosen', async () => {
    await keepPolicy(database, elm, MADE - 2);
    await keepPolicy(database, later, MADE - 1);
    await saveSettings(database, { policyId: 'elm' });
    const before = await everyVersion(database);
    const file = await makeBackup(database, PASSPHRASE, MADE);
    await anotherDevice();
    const contents = await openBackup(file, PASSPHRASE);
    expect(await summaryOf(database, contents)).toMatchObject({ school: 'Elm School', policies: 1 });
    await restoreBackup(database, contents, MADE + 1);
    expect(await everyVersion(database)).toEqual(before);
    expect(await policyInForce(database, (await readSettings(database)).policyId)).toEqual(later);
  });

  test('come beside versions that are here, of which the newest stays in force', async () => {
    await keepPolicy(database, elm, MADE - 1);
    const file = await makeBackup(database, PASSPHRASE, MADE);
    await keepPolicy(database, later, MADE + 1);
    await keepPolicy(database, { ...elm, id: 'oak' }, MADE + 2);
    const before = await everyVersion(database);
    await restoreBackup(database, await openBackup(file, PASSPHRASE), MADE + 3);
    expect(await everyVersion(database)).toEqual(before);
    expect((await policyInForce(database, 'elm')).version).toBe(2);
  });

  test('are none in a backup from before there were any', () => {
    expect(readContents(new TextEncoder().encode(JSON.stringify(EMPTY))).policies).toEqual([]);
  });
});

describe('a backup’s file', () => {
  const change = (file: Uint8Array<ArrayBuffer>, at: number, byte?: number): Uint8Array<ArrayBuffer> => {
    const changed = file.slice();
    changed[at] = byte ?? (changed[at] ?? 0) ^ 1;
    return changed;
  };
  const lock = () => lockFile(new TextEncoder().encode('{"secret":"p-1 was here"}'), PASSPHRASE);
  let locked: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    locked = await lock();
  });

  test('asks for at least 600,000 rounds, and shows nothing of what is in it', async () => {
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
    expect(Buffer.from(locked).includes('p-1')).toBe(false);
    expect(Buffer.from(await lock()).equals(Buffer.from(locked))).toBe(false);
    expect(new TextDecoder().decode(await unlockFile(locked, PASSPHRASE))).toContain('p-1 was here');
  });

  test('opens with the same letters however the keyboard makes them, and with no others', async () => {
    const file = await lockFile(new Uint8Array(3), 'café au lait, twice');
    expect(await unlockFile(file, 'cafe\u0301 au lait, twice')).toEqual(new Uint8Array(3));
    await expect(unlockFile(file, 'cafe au lait, twice')).rejects.toThrow('passphrase does not open');
  });

  test.each([
    ['its beginning', (file) => change(file, 0), 'not a backup'],
    ['its version', (file) => change(file, 8, 2), 'newer version'],
    ['its version to none', (file) => change(file, 8, 0), 'not a backup'],
    ['rounds to one', (file) => change(change(change(file, 10, 0), 11, 0), 12, 1), 'not a backup'],
    ['rounds to billions', (file) => change(file, 9, 255), 'not a backup'],
    ['its salt', (file) => change(file, 13), 'passphrase does not open'],
    ['its check', (file) => change(file, 29), 'passphrase does not open'],
    ['its IV', (file) => change(file, 45), 'was changed after it was made'],
    ['its length', (file) => change(file, 60), 'not whole'],
    ['its first byte within', (file) => change(file, 61), 'was changed after it was made'],
    ['its last byte', (file) => change(file, file.length - 1), 'was changed after it was made'],
    ['its end cut off', (file) => file.slice(0, -1), 'not whole'],
    ['something put after it', (file) => Uint8Array.of(...file, 0), 'not whole'],
    ['all but the beginning cut off', (file) => file.slice(0, 20), 'not whole'],
    ['nothing left', () => new Uint8Array(0), 'not a backup'],
    ['too large', () => new Uint8Array(LARGEST_FILE + 1), 'larger than a backup'],
  ] satisfies [string, (file: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>, string][])(
    'with %s changed is refused in a plain sentence',
    async (_, altered, says) => {
      await expect(unlockFile(altered(locked), PASSPHRASE)).rejects.toThrow(says);
    },
  );

  const read = (contents: unknown) => readContents(new TextEncoder().encode(JSON.stringify(contents)));
  const site = { origin: SITE, pupils: [], log: [], imports: [], undo: null };
  const strip = (...bytes: number[]) => toBase64(Uint8Array.from(bytes));

  test('that is empty, or has a site, opens', () => {
    expect(read(EMPTY).sites).toEqual([]);
    const pupils = [['p-1', null, [[2026, strip(0, 0, 1, 1), [2, MADE]]]]];
    expect(read({ ...EMPTY, sites: [{ ...site, pupils }] }).sites[0]?.pupils.size).toBe(1);
  });

  test.each([
    ['no object', 1],
    ['an unknown part', { ...EMPTY, extra: 1 }],
    ['the practice register', { ...EMPTY, sites: [{ ...site, origin: PRACTICE_ORIGIN }] }],
    ['an address that is no site', { ...EMPTY, sites: [{ ...site, origin: 'javascript:alert(1)' }] }],
    ['a site twice', { ...EMPTY, sites: [site, site] }],
    [
      'a byte that is no code',
      { ...EMPTY, sites: [{ ...site, pupils: [['p', null, [[2026, strip(250), []]]]] }] },
    ],
    ['a year far off', { ...EMPTY, sites: [{ ...site, pupils: [['p', null, [[9999, strip(1), []]]]] }] }],
    [
      'a sight past the year',
      { ...EMPTY, sites: [{ ...site, pupils: [['p', null, [[2026, strip(1), [900, 1]]]]] }] },
    ],
    ['a pupil without a number', { ...EMPTY, sites: [{ ...site, pupils: [['', null, []]] }] }],
    ['a policy of no name', { ...EMPTY, policies: [{ id: 'Not One', at: 1, document: {} }] }],
    ['a setting that is none', { ...EMPTY, settings: { keepFor: 'for ever' } }],
    ['a page that is none', { ...EMPTY, profiles: [{ origin: SITE, profile: { ...profile, marks: 'x' } }] }],
    [
      'too many sites',
      {
        ...EMPTY,
        sites: Array.from({ length: 300 }, (_, i) => ({ ...site, origin: `https://s${i}.example` })),
      },
    ],
    ['an entry of no kind', { ...EMPTY, sites: [{ ...site, log: [{ at: 1, kind: 'x', pupil: null }] }] }],
  ])('made by somebody else, with %s, is refused whole', (_, contents) => {
    expect(() => read(contents)).toThrow('not what Registerwise writes');
  });
});
