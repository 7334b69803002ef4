import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import { builtInPolicies, nationalPolicy } from '../../../rules/policy/profiles.ts';
import type { SiteProfile } from '../../../sites/profile.ts';
import { type CountingRules, countsFor } from '../../../store/counts.ts';
import { DATABASE_NAME, type Database, eraseDatabase, openDatabase } from '../../../store/database.ts';
import { logOf } from '../../../store/log.ts';
import { countKept, marksOf } from '../../../store/marks.ts';
import { forgetCounts } from '../../../store/remembered.ts';
import { VERSIONS } from '../../../store/schema.ts';
import { addSeen, addSeenMarks } from '../../../store/seen.ts';
import { readSettings, saveSettings } from '../../../store/settings.ts';
import {
  allProfiles,
  forgetProfile,
  MOST_PROFILES,
  profilesOf,
  saveProfiles,
} from '../../../store/site-profiles.ts';
import { isSwitchedOn, readSites, saveSite } from '../../../store/sites.ts';
import { eachDatabase } from './each-database.ts';

const SITE = 'https://register.example';
const OTHER = 'https://other.example';
const date = (text: string): IsoDate => text as IsoDate;
const term = { from: date('2025-09-01'), to: date('2025-10-24') };
const calendar = { terms: [term], closures: [] };
const rules: CountingRules = { calendar, policy: nationalPolicy };

let database: Database;
eachDatabase(
  (fresh) => {
    database = fresh;
  },
  () => database,
);

const confirmed: SiteProfile = {
  ...{ version: 1, id: 'morning', name: 'Morning register', route: '/register/*' },
  ...{
    marks: 'drop-down',
    pupils: 'data-student-id',
    codes: { Here: '/' },
    session: 'page',
    date: 'page',
    picks: null,
  },
  confirmed: date('2026-11-20'),
};

const see = (day: string, session: Session, marks: Record<string, string>, origin = SITE) =>
  addSeen(
    database,
    origin,
    {
      date: date(day),
      session,
      marks: Object.entries(marks).map(([pupil, code]) => ({ pupil, code })),
    },
    Date.parse(`${day}T09:00Z`),
  );

describe('the database', () => {
  test('of a newer version is refused in a plain sentence, and can still be erased', async () => {
    database.close();
    await eraseDatabase();
    const newer = new Dexie(DATABASE_NAME);
    newer.version(VERSIONS.length + 1).stores({ strips: 'id' });
    await newer.open();
    newer.close();
    await expect(openDatabase()).rejects.toThrow('newer version of Registerwise');
    const untouched = (await indexedDB.databases()).find(({ name }) => name === DATABASE_NAME);
    expect(untouched?.version).toBe((VERSIONS.length + 1) * 10);
    await eraseDatabase();
    database = await openDatabase();
    expect(await countKept(database)).toEqual([]);
  });
});

describe('how pages are read', () => {
  const ids = async (origin: string) => (await profilesOf(database, origin)).map(({ id }) => id);

  test('is kept by site, the later in place of the earlier of the same id, until it is forgotten', async () => {
    await saveProfiles(database, SITE, [confirmed, { ...confirmed, id: 'lessons' }]);
    await saveProfiles(database, OTHER, [confirmed]);
    await saveProfiles(database, SITE, [{ ...confirmed, session: 'AM' }]);
    expect(await ids(SITE)).toEqual(['lessons', 'morning']);
    expect((await profilesOf(database, SITE))[1]).toEqual({ ...confirmed, session: 'AM' });
    await forgetProfile(database, SITE, 'morning');
    expect(await ids(SITE)).toEqual(['lessons']);
    expect(await allProfiles(database)).toEqual([
      { ...confirmed, origin: OTHER },
      { ...confirmed, id: 'lessons', origin: SITE },
    ]);
  });

  test('of too many pages is refused whole', async () => {
    const many = Array.from({ length: MOST_PROFILES }, (_, i) => ({ ...confirmed, id: `p-${i}` }));
    await saveProfiles(database, SITE, many);
    await expect(
      saveProfiles(database, SITE, [confirmed, { ...confirmed, id: 'p-1', name: 'New' }]),
    ).rejects.toThrow('Remove some in the options first');
    expect(await ids(SITE)).toHaveLength(MOST_PROFILES);
    expect((await profilesOf(database, SITE)).map(({ name }) => name)).not.toContain('New');
  });
});

describe('settings and sites', () => {
  test('begin unset, and change only where told', async () => {
    expect(await readSettings(database)).toEqual({
      role: null,
      policyId: null,
      calendar: null,
      calendarSource: null,
      clockOffsetMs: 0,
      hideAfter: 'by-role',
      keepNames: false,
      keepFor: 'needed',
      sessionOnly: false,
    });
    await saveSettings(database, { role: 'office', calendar });
    await saveSettings(database, { clockOffsetMs: -60_000 });
    expect(await readSettings(database)).toEqual({
      role: 'office',
      policyId: null,
      calendar,
      calendarSource: 'list',
      clockOffsetMs: -60_000,
      hideAfter: 'by-role',
      keepNames: false,
      keepFor: 'needed',
      sessionOnly: false,
    });
  });

  test('a site is on until it is switched off', async () => {
    expect(await isSwitchedOn(database, SITE)).toBe(true);
    await saveSite(database, { origin: SITE, on: false });
    expect(await isSwitchedOn(database, SITE)).toBe(false);
    expect(await readSites(database)).toEqual([{ origin: SITE, on: false }]);
  });
});

describe('marks', () => {
  test('seen are kept by site and pupil, the later sight of a session over the earlier', async () => {
    await see('2025-09-02', 'PM', { 'p-1': '\\', 'p-2': 'N' });
    await see('2025-09-02', 'AM', { 'p-1': '/' });
    await see('2025-09-02', 'PM', { 'p-2': 'O' });
    await see('2025-09-02', 'AM', { 'p-1': 'U' }, OTHER);
    expect(await marksOf(database, SITE, 'p-1')).toEqual([
      { date: '2025-09-02', session: 'AM', code: '/' },
      { date: '2025-09-02', session: 'PM', code: '\\' },
    ]);
    expect(await marksOf(database, SITE, 'p-2')).toEqual([{ date: '2025-09-02', session: 'PM', code: 'O' }]);
    expect(await countKept(database)).toMatchObject([
      { origin: OTHER, pupils: 1, marks: 1, unreadable: false },
      { origin: SITE, pupils: 2, marks: 3, unreadable: false },
    ]);
  });

  test('of several years come back in date order', async () => {
    await see('2026-09-07', 'AM', { 'p-1': '/' });
    await see('2025-09-02', 'AM', { 'p-1': 'L' });
    expect((await marksOf(database, SITE, 'p-1')).map((mark) => mark.date)).toEqual([
      '2025-09-02',
      '2026-09-07',
    ]);
  });

  test('that are no code are left out, and those beside them kept', async () => {
    await see('2025-09-02', 'AM', { 'p-1': 'present?', 'p-2': '/', 'p-3': '-' });
    expect(await countKept(database)).toMatchObject([
      { origin: SITE, pupils: 1, marks: 1, unreadable: false },
    ]);
  });

  test('of many sessions and pupils are kept at once, each over what was kept before', async () => {
    await see('2025-09-02', 'AM', { 'p-1': 'N' });
    const mark = (pupil: string, day: string, session: Session, code: string) => ({
      ...{ pupil, date: date(day), session, code },
    });
    const marks = [
      mark('p-1', '2025-09-02', 'AM', 'O'),
      mark('p-1', '2025-09-02', 'PM', 'O'),
      mark('p-2', '2025-07-01', 'AM', '/'),
      mark('p-2', '2025-09-03', 'AM', 'present?'),
    ];
    await addSeenMarks(database, SITE, marks, Date.parse('2025-09-04T09:00Z'));
    expect(await marksOf(database, SITE, 'p-1')).toEqual([
      { date: '2025-09-02', session: 'AM', code: 'O' },
      { date: '2025-09-02', session: 'PM', code: 'O' },
    ]);
    expect(await marksOf(database, SITE, 'p-2')).toEqual([{ date: '2025-07-01', session: 'AM', code: '/' }]);
    expect(await logOf(database, SITE, 'p-1')).toMatchObject([
      { kind: 'amended', date: '2025-09-02', session: 'AM', from: 'N', to: 'O' },
    ]);
    await addSeenMarks(database, SITE, marks, Date.parse('2025-09-05T09:00Z'));
    expect(await logOf(database, SITE, 'p-1')).toHaveLength(1);
    const weekend = mark('p-3', '2025-09-06', 'AM', '/');
    const late = [mark('p-3', '2025-09-05', 'AM', '/'), weekend];
    await expect(addSeenMarks(database, SITE, late, 0)).rejects.toThrow('Saturday or Sunday');
    expect(await marksOf(database, SITE, 'p-3')).toEqual([]);
  });

  test('of a Saturday are refused', async () => {
    await expect(see('2025-09-06', 'AM', { 'p-1': '/' })).rejects.toThrow('Saturday or Sunday');
  });
});

describe('counts of a register', () => {
  const register = { date: date('2025-09-05'), session: 'AM' as const };
  const ask = (pupils: readonly string[], with_ = rules) =>
    countsFor(database, SITE, { ...register, pupils }, with_);

  test('are given for the pupils with a strip, and only for them', async () => {
    await see('2025-09-01', 'AM', { 'p-1': 'U', 'p-2': '/' });
    await see('2025-09-01', 'PM', { 'p-1': 'N' });
    await see('2025-09-01', 'AM', { 'p-3': 'O' }, OTHER);
    expect(await ask(['p-1', 'p-2', 'p-3', '__proto__'])).toEqual({
      'p-1': { total: 2, settled: 1, known: 2, expected: 8, schoolWeeks: 1, notApplicable: null },
      'p-2': { total: 0, settled: 0, known: 1, expected: 8, schoolWeeks: 1, notApplicable: null },
    });
  });

  test('are none without term dates, or before the first school week', async () => {
    await see('2025-09-01', 'AM', { 'p-1': 'U' });
    expect(await ask(['p-1'], { ...rules, calendar: null })).toEqual({});
    const later = { ...calendar, terms: [{ from: date('2026-01-05'), to: date('2026-02-13') }] };
    expect(await ask(['p-1'], { ...rules, calendar: later })).toEqual({});
  });

  test('claim no threshold on a provision’s register, and say why', async () => {
    const provision = builtInPolicies.find((policy) => policy.register === 'provision');
    expect(provision).toBeDefined();
    await see('2025-09-01', 'AM', { 'p-1': 'U' });
    const counts = await ask(['p-1'], { calendar, policy: provision ?? nationalPolicy });
    expect(counts).toMatchObject({
      'p-1': { notApplicable: "This is a provision's register: absences are counted by the home school" },
    });
  });

  test('answered again follow every change of marks, term dates, policy, date and session', async () => {
    await see('2025-09-01', 'AM', { 'p-1': 'U' });
    expect(await ask(['p-1'])).toMatchObject({ 'p-1': { total: 1 } });
    await see('2025-09-02', 'AM', { 'p-1': 'O' });
    expect(await ask(['p-1'])).toMatchObject({ 'p-1': { total: 2 } });
    const closures = [{ ...term, to: term.from, sessions: 'both' as const }];
    expect(await ask(['p-1'], { ...rules, calendar: { terms: [term], closures } })).toMatchObject({
      'p-1': { total: 1 },
    });
    const threshold = { ...nationalPolicy.threshold, schoolWeeks: 1 };
    const shorter = { calendar, policy: { ...nationalPolicy, threshold } };
    const weekLater = { date: date('2025-09-08'), session: 'AM' as const, pupils: ['p-1'] };
    expect(await countsFor(database, SITE, weekLater, rules)).toMatchObject({ 'p-1': { total: 2 } });
    expect(await countsFor(database, SITE, weekLater, shorter)).toMatchObject({ 'p-1': { total: 0 } });
    const onTheDay = { date: date('2025-09-02'), session: 'AM' as const, pupils: ['p-1'] };
    expect(await countsFor(database, SITE, onTheDay, rules)).toMatchObject({ 'p-1': { total: 1 } });
    expect(await countsFor(database, SITE, { ...onTheDay, session: 'PM' }, rules)).toMatchObject({
      'p-1': { total: 2 },
    });
  });

  test('from the cache are what counting afresh gives, whatever was seen and asked before', async () => {
    const pupil = fc.constantFrom('p-1', 'p-2', 'p-3');
    const day = fc.constantFrom('2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04', '2025-09-05');
    const session = fc.constantFrom<Session>('AM', 'PM');
    const step = fc.record({ pupil, day, session, code: fc.constantFrom('U', 'N', '/', 'O') });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        await Promise.all([database.pupils.clear(), database.counts.clear()]);
        forgetCounts(database);
        for (const { pupil, day, session, code } of steps) {
          await see(day, session, { [pupil]: code });
          const question = { date: date(day), session, pupils: ['p-1', 'p-2', 'p-3'] };
          await countsFor(database, SITE, question, rules);
          const cached = await countsFor(database, SITE, question, rules);
          await database.counts.clear();
          forgetCounts(database);
          expect(cached).toEqual(await countsFor(database, SITE, question, rules));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('asked a second time are not counted again', async () => {
    await see('2025-09-01', 'AM', { 'p-1': 'U' });
    const first = await ask(['p-1']);
    // Behind the store's back: only a count made afresh would see it.
    await database.pupils.clear();
    expect(await ask(['p-1'])).toEqual(first);
  });
});
