import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { schoolTime } from '../../../rules/calendar/clock.ts';
import { fromDay, type IsoDate, toDay, weekday } from '../../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';
import type { OwnRequests } from '../../../store/own-requests.ts';
import type { PageRequests } from '../../../store/page-requests.ts';
import type { Reply } from '../../../store/requests.ts';
import { VERSIONS } from '../../../store/schema.ts';
import { toBase64 } from '../../../store/strip-text.ts';
import { type FakeExtension, fakeExtension } from './fake-extension.ts';

const SITE = 'https://register.example';
const PATTERN = `${SITE}/*`;
const SCRIPT = 'register.js';

let extension: FakeExtension;
beforeEach(async () => {
  vi.resetModules();
  fakeBrowser.reset();
  extension = fakeExtension();
  const { eraseDatabase } = await import('../../../store/database.ts');
  await eraseDatabase();
  await start();
});

afterEach(sleep);

/** What is left of the background when the browser puts it to sleep: only what it stored. */
async function sleep(): Promise<void> {
  const { store } = await import('../../../entrypoints/background/opened-store.ts');
  (await store()).close();
  vi.resetModules();
}

/** Loads the background anew, as the browser does when a message or event wakes it. */
async function start(): Promise<void> {
  const { onMessage, onInstalled, onStartup } = fakeBrowser.runtime;
  for (const event of [onMessage, onInstalled, onStartup, fakeBrowser.alarms.onAlarm])
    event.removeAllListeners();
  const background = await import('../../../entrypoints/background/index.ts');
  background.default.main();
}

type Sender = Record<string, unknown>;
const tabPage = (tabId: number, frameId = 0, document = 'D1', origin = SITE): Sender => ({
  ...{ id: fakeBrowser.runtime.id, url: `${origin}/register`, origin },
  ...{ tab: { id: tabId }, frameId, documentId: document },
});
const ownPage = (): Sender => ({
  id: fakeBrowser.runtime.id,
  url: fakeBrowser.runtime.getURL('/options.html'),
});

function send(message: object, sender: Sender): Promise<Reply<unknown>> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
  });
}

async function ask<K extends keyof OwnRequests>(
  type: K,
  question: OwnRequests[K]['ask'],
): Promise<OwnRequests[K]['answer']> {
  const reply = await send({ ...question, door: 'own', type }, ownPage());
  if (!reply.ok) throw new Error(reply.message);
  return reply.value as OwnRequests[K]['answer'];
}

async function askAsPage<K extends keyof PageRequests>(
  type: K,
  question: PageRequests[K]['ask'],
  sender = tabPage(1),
): Promise<PageRequests[K]['answer']> {
  const reply = await send({ ...question, door: 'page', type }, sender);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value as PageRequests[K]['answer'];
}

const OFF = 'not switched on for this site';

describe('a site', () => {
  test('is closed until the browser grants it, and then on', async () => {
    await expect(askAsPage('context', {})).rejects.toThrow(OFF);
    await extension.grant(PATTERN);
    expect(await ask('sites', {})).toEqual([{ origin: SITE, on: true }]);
    expect((await askAsPage('context', {})).policy.id).toBe('england-2024');
  });

  test('granted is registered for every frame, and its open tabs are given the script at once', async () => {
    extension.openTab({ id: 1, url: `${SITE}/register` });
    extension.openTab({ id: 2, url: 'https://other.example/' });
    await extension.grant(PATTERN);
    await vi.waitFor(() => expect(extension.injected).toHaveLength(1));
    expect(extension.registered).toEqual([
      {
        id: 'register',
        js: [SCRIPT],
        matches: [PATTERN],
        allFrames: true,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
    expect(extension.injected).toEqual([{ target: { tabId: 1, allFrames: true }, files: [SCRIPT] }]);
  });

  test('taken back is unregistered, its pages told to stop, and its door shut', async () => {
    await extension.grant(PATTERN);
    await vi.waitFor(() => expect(extension.registered).toHaveLength(1));
    extension.openTab({ id: 1, url: `${SITE}/register` });
    await extension.revoke(PATTERN);
    await vi.waitFor(() =>
      expect(extension.pushed(1)).toContainEqual({ to: 'page', kind: 'stop', origins: [SITE] }),
    );
    expect(extension.registered).toEqual([]);
    await expect(askAsPage('context', {})).rejects.toThrow(OFF);
  });

  test('switched off is as if taken back, and on again is given to its open tabs', async () => {
    await extension.grant(PATTERN);
    await vi.waitFor(() => expect(extension.registered).toHaveLength(1));
    extension.openTab({ id: 1, url: `${SITE}/register` });
    expect(await ask('set-site', { origin: SITE, on: false })).toEqual([{ origin: SITE, on: false }]);
    expect(extension.registered).toEqual([]);
    expect(extension.pushed(1)).toContainEqual({ to: 'page', kind: 'stop', origins: [SITE] });
    await expect(askAsPage('context', {})).rejects.toThrow(OFF);
    await ask('set-site', { origin: SITE, on: true });
    expect(extension.registered).toMatchObject([{ matches: [PATTERN] }]);
    expect(extension.injected).toEqual([{ target: { tabId: 1, allFrames: true }, files: [SCRIPT] }]);
  });

  test('with a port is switched by itself, under the pattern of its host', async () => {
    await extension.grant('http://mis.local/*');
    await ask('set-site', { origin: 'http://mis.local:8080', on: true });
    expect(await ask('sites', {})).toEqual([{ origin: 'http://mis.local:8080', on: true }]);
    expect(extension.registered).toMatchObject([{ matches: ['http://mis.local/*'] }]);
    await ask('set-site', { origin: 'http://mis.local:8080', on: false });
    const sender = tabPage(1, 0, 'D1', 'http://mis.local:8080');
    await expect(askAsPage('context', {}, sender)).rejects.toThrow(OFF);
  });

  test('is never made of a permission for all sites', async () => {
    await extension.grant('https://*/*');
    expect(await ask('sites', {})).toEqual([]);
    expect(extension.registered).toEqual([]);
  });

  test('is registered again when the browser starts, without touching open tabs', async () => {
    extension.openTab({ id: 1, url: `${SITE}/register` });
    await extension.grant(PATTERN);
    await vi.waitFor(() => expect(extension.injected).toHaveLength(1));
    extension.forgetRegistrations();
    await sleep();
    await start();
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(() => expect(extension.registered).toMatchObject([{ matches: [PATTERN] }]));
    expect(extension.injected).toHaveLength(1);
  });

  test('changed by many events at once ends as the last of them says', async () => {
    await Promise.all([
      extension.grant(PATTERN),
      extension.grant('https://second.example/*'),
      extension.revoke(PATTERN),
      ask('set-site', { origin: 'https://second.example', on: true }),
    ]);
    await vi.waitFor(() =>
      expect(extension.registered).toMatchObject([{ matches: ['https://second.example/*'] }]),
    );
  });
});

describe('settings', () => {
  test.each([
    ['teacher', false],
    ['office', true],
    ['lead', true],
  ] as const)('of a %s show counts at once: %s', async (role, countsShown) => {
    await extension.grant(PATTERN);
    await ask('save-settings', { role });
    expect(await askAsPage('context', {})).toMatchObject({ role, countsShown });
  });

  test.each([
    ['hidden', 'office', false],
    ['shown', 'teacher', true],
    ['by-role', 'office', true],
    ['everything', 'teacher', false],
  ] as const)('set to %s by the school’s IT, for a browser of the %s', async (managed, role, countsShown) => {
    await extension.grant(PATTERN);
    await ask('save-settings', { role });
    await fakeBrowser.storage.managed.set({ countsShown: managed });
    expect(await askAsPage('context', {})).toMatchObject({ countsShown });
    await fakeBrowser.storage.managed.clear();
  });

  test('are the role’s where the browser knows of nothing managed, as Firefox says by refusing', async () => {
    await extension.grant(PATTERN);
    await ask('save-settings', { role: 'office' });
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValueOnce(new Error('no manifest'));
    expect(await askAsPage('context', {})).toMatchObject({ countsShown: true });
  });

  test('changed are told to open pages, and a profile that is none is refused', async () => {
    extension.openTab({ id: 1, url: `${SITE}/register` });
    await ask('save-settings', { policyId: 'seagrave' });
    expect(extension.pushed(1)).toEqual([{ to: 'page', kind: 'reload' }]);
    expect((await ask('own-context', { origin: 'practice:register' })).policy.id).toBe('seagrave');
    await expect(ask('save-settings', { policyId: 'no-such' })).rejects.toThrow('no policy profile');
    expect((await ask('settings', {})).policyId).toBe('seagrave');
  });
});

describe('a policy profile of the school’s own', () => {
  const elm = { ...nationalPolicy, id: 'elm', school: 'Elm School' };
  const fileOf = (policy: object) => ({ text: JSON.stringify(policy) });
  const inForce = async () => {
    const { policy } = await ask('own-context', { origin: 'practice:register' });
    return [policy.school, policy.threshold.near];
  };

  test('can be chosen once it is kept, and open pages follow each change of it', async () => {
    await extension.grant(PATTERN);
    extension.openTab({ id: 1, url: `${SITE}/register` });
    expect((await ask('keep-policy', fileOf(elm))).id).toBe('elm');
    await ask('save-settings', { policyId: 'elm' });
    expect(await inForce()).toEqual(['Elm School', elm.threshold.near]);
    expect((await askAsPage('context', {})).policy.school).toBe('Elm School');
    const pushes = extension.pushed(1).length;
    const { policies } = await ask(
      'keep-policy',
      fileOf({ ...elm, threshold: { ...elm.threshold, near: 3 } }),
    );
    expect(extension.pushed(1).length).toBe(pushes + 1);
    expect(await inForce()).toEqual(['Elm School', 3]);
    expect((await ask('policy-in-force', {})).threshold.near).toBe(3);
    await ask('take-up-policy', { id: 'elm', at: policies[0]?.versions[1]?.at ?? 0 });
    expect(await inForce()).toEqual(['Elm School', elm.threshold.near]);
    expect((await ask('policies', {}))[0]?.versions).toHaveLength(3);
  });

  test('removed leaves the national rules, and is in force again once that is undone', async () => {
    await ask('keep-policy', fileOf(elm));
    await ask('save-settings', { policyId: 'elm' });
    const { versions, policies } = await ask('forget-policy', { id: 'elm' });
    expect(policies).toEqual([]);
    expect(await inForce()).toEqual([nationalPolicy.school, nationalPolicy.threshold.near]);
    await ask('put-policy-back', { versions });
    expect(await inForce()).toEqual(['Elm School', elm.threshold.near]);
  });

  test('counts the marks of a register by its own threshold', async () => {
    await ask('keep-policy', fileOf({ ...elm, threshold: { ...elm.threshold, schoolWeeks: 1 } }));
    await ask('save-settings', { policyId: 'elm', calendar });
    const [week, next] = ['2025-09-03', '2025-09-10'].map((text) => text as typeof date);
    for (const on of [week, next])
      await ask('own-seen', {
        ...{ origin: SITE, date: on ?? date, session: 'AM' },
        marks: [{ pupil: 'p-1', code: 'U' }],
      });
    const question = { date: next ?? date, session: 'PM' as const, pupils: ['p-1'] };
    const counts = () => ask('own-counts', { origin: SITE, ...question });
    expect(await counts()).toMatchObject({ 'p-1': { total: 1 } });
    await ask('keep-policy', fileOf({ ...elm, threshold: { ...elm.threshold, schoolWeeks: 10 } }));
    expect(await counts()).toMatchObject({ 'p-1': { total: 2 } });
  });

  test('that cannot be used is refused with its place, and the one that is kept stays', async () => {
    await ask('keep-policy', fileOf(elm));
    await ask('save-settings', { policyId: 'elm' });
    await expect(ask('keep-policy', fileOf({ ...elm, threshold: null }))).rejects.toThrow(
      'At “threshold” in this file',
    );
    await expect(ask('keep-policy', { text: 'no profile' })).rejects.toThrow('it is no JSON');
    expect(await inForce()).toEqual(['Elm School', elm.threshold.near]);
  });

  test('goes with everything else in a wipe', async () => {
    await ask('keep-policy', fileOf(elm));
    await ask('wipe', {});
    expect(await ask('policies', {})).toEqual([]);
    expect(await inForce()).toEqual([nationalPolicy.school, nationalPolicy.threshold.near]);
  });
});

const date = '2025-09-03' as PageRequests['counts']['ask']['date'];
const calendar = {
  terms: [{ from: '2025-09-01' as typeof date, to: '2025-10-24' as typeof date }],
  closures: [],
};

describe('term dates', () => {
  test('saved are in force, told to open pages, counted by, and can be taken back', async () => {
    await extension.grant(PATTERN);
    extension.openTab({ id: 1, url: `${SITE}/register` });
    await askAsPage('seen', { date, session: 'AM', marks: [{ pupil: 'p-1', code: 'U' }] });
    const saved = await ask('save-calendar', { calendar, source: 'grid' });
    expect(saved).toMatchObject({ calendar, calendarSource: 'grid' });
    expect(extension.pushed(1)).toContainEqual({ to: 'page', kind: 'reload' });
    const question = { date, session: 'PM', pupils: ['p-1'] } as const;
    expect((await askAsPage('counts', question))['p-1']).toMatchObject({ total: 1 });
    await vi.waitFor(async () => expect(await ask('recompute-state', {})).toBeNull());
    const [former] = await ask('former-calendars', {});
    expect(former).toMatchObject({ calendar: null, source: null });
    expect(await ask('restore-calendar', { at: former?.at ?? 0 })).toMatchObject({ calendar: null });
    expect(await askAsPage('counts', question)).toEqual({});
  });

  test('worked out from marks are called so to every page, and worked out again when marks come', async () => {
    await extension.grant(PATTERN);
    const bytes = toBase64(Uint8Array.of(1, 2));
    const pupils = Array.from({ length: 12 }, (_, i) => ({ pupil: `p-${i}`, year: 2025, bytes }));
    await ask('import', { origin: SITE, strips: pupils });
    const inferred = await ask('calendar-from-marks', {});
    // The first two places of a strip are Monday 1 September 2025.
    expect(inferred).toMatchObject({ first: '2025-09-01', last: '2025-09-01' });
    if (!inferred) return;
    expect((await askAsPage('context', {})).inferred).toBe(false);
    await ask('save-calendar', { calendar: inferred.calendar, source: 'marks' });
    expect((await askAsPage('context', {})).inferred).toBe(true);
    const later = toBase64(Uint8Array.of(0, 0, 1, 2));
    await ask('import', { origin: SITE, strips: pupils.map((strip) => ({ ...strip, bytes: later })) });
    const { calendar: renewed, calendarSource } = await ask('settings', {});
    expect(calendarSource).toBe('marks');
    expect(renewed?.terms[0]).toEqual({ from: '2025-09-01', to: '2025-09-02' });
  });
});

describe('marks', () => {
  test('seen on one site are never counted on another', async () => {
    const other = 'https://other.example';
    await extension.grant(PATTERN);
    await extension.grant(`${other}/*`);
    await ask('save-settings', { calendar });
    await askAsPage('seen', { date, session: 'AM', marks: [{ pupil: 'p-1', code: 'U' }] });
    const question = { date, session: 'PM', pupils: ['p-1'] } as const;
    expect((await askAsPage('counts', question))['p-1']).toMatchObject({ total: 1, known: 1, expected: 5 });
    expect(await askAsPage('counts', question, tabPage(2, 0, 'D1', other))).toEqual({});
  });

  test('of earlier sessions, seen on a page, are counted on the registers of that site alone', async () => {
    const other = 'https://other.example';
    await extension.grant(PATTERN);
    await extension.grant(`${other}/*`);
    await ask('save-settings', { calendar });
    const marks = [{ pupil: 'p-1', date, session: 'AM', code: 'U' } as const];
    expect(await askAsPage('seen-history', { marks })).toBeNull();
    const question = { date, session: 'PM', pupils: ['p-1'] } as const;
    expect((await askAsPage('counts', question))['p-1']).toMatchObject({ total: 1, known: 1 });
    expect(await askAsPage('counts', question, tabPage(2, 0, 'D1', other))).toEqual({});
  });

  test('of the practice register are counted by its own term dates and policy', async () => {
    const origin = 'practice:register';
    await ask('own-seen', { origin, date, session: 'AM', marks: [{ pupil: 'p-1', code: 'U' }] });
    const question = { origin, date, session: 'PM', pupils: ['p-1'] } as const;
    expect(await ask('own-counts', question)).toEqual({});
    const counts = await ask('own-counts', { ...question, calendar, policyId: 'leading-futures' });
    expect(counts['p-1']).toMatchObject({ total: 1, notApplicable: expect.stringContaining('home school') });
    const why = { origin, pupil: 'p-1', date, session: 'PM', code: null, at: 0 } as const;
    expect(await ask('own-why', { ...why, calendar, policyId: 'leading-futures' })).toMatchObject({
      marks: [{ date, session: 'AM', code: 'U' }],
      conflicts: [{ id: '004-01' }, { id: '004-13' }],
    });
  });

  test('imported are told to open pages', async () => {
    extension.openTab({ id: 1, url: `${SITE}/register` });
    const strips = [{ pupil: 'p-1', year: 2025, bytes: toBase64(Uint8Array.of(1, 2)) }];
    expect(await ask('import', { origin: SITE, strips })).toMatchObject({ pupils: 1, marks: 2 });
    expect(await ask('kept', {})).toMatchObject([{ origin: SITE, pupils: 1, marks: 2, unreadable: false }]);
    expect(extension.pushed(1)).toEqual([{ to: 'page', kind: 'reload' }]);
  });

  test('imported in parts are kept once all have come, listed, and can be undone', async () => {
    const { id } = await ask('import-begin', { origin: SITE, file: 'marks.csv', savedAt: null });
    const bytes = toBase64(Uint8Array.of(1, 2));
    await ask('import-part', { id, part: 1, strips: [{ pupil: 'p-2', year: 2025, bytes }] });
    await expect(ask('import-commit', { id })).rejects.toThrow('did not arrive');
    await ask('import-part', { id, part: 0, strips: [{ pupil: 'p-1', year: 2025, bytes }] });
    expect(await ask('kept', {})).toEqual([]);
    expect(await ask('import-commit', { id })).toEqual({ id, pupils: 2, marks: 4, changed: 0, stood: 0 });
    expect(await ask('imports', {})).toMatchObject([{ id, origin: SITE, file: 'marks.csv', canUndo: true }]);
    expect(await ask('undo-import', { id })).toEqual({ pupils: 2, marks: 4 });
    expect(await ask('kept', {})).toEqual([]);
    expect(await ask('imports', {})).toEqual([]);
    await expect(ask('undo-import', { id })).rejects.toThrow('Only the last import');
  });

  test('of one pupil come with what the policy asks for', async () => {
    await extension.grant(PATTERN);
    await askAsPage('seen', { date, session: 'AM', marks: [{ pupil: 'p-1', code: 'U' }] });
    const why = { pupil: 'p-1', date, session: 'PM', code: null, at: 0 } as const;
    expect(await askAsPage('why', why, tabPage(4, 2))).toEqual({
      marks: [{ date, session: 'AM', code: 'U' }],
      steps: [],
      conflicts: [],
    });
    await ask('save-settings', { policyId: 'john-f-kennedy', calendar });
    const { steps } = await askAsPage('why', { ...why, code: 'U' }, tabPage(4, 2));
    // The U that is kept and the one on the screen; the rest of the weeks has no marks here.
    expect(steps.map(({ because }) => because).join(' ')).toContain('at least 2 unauthorised sessions');
    expect(steps.map(({ state }) => state)).not.toContain('not-due');
  });

  test('and all else are gone after a wipe; a site that was off does not come back on', async () => {
    await extension.grant(PATTERN);
    await extension.grant('https://second.example/*');
    await ask('save-settings', { role: 'office', calendar });
    await ask('set-site', { origin: 'https://second.example', on: false });
    await askAsPage('seen', { date, session: 'AM', marks: [{ pupil: 'p-1', code: 'U' }] });
    await askAsPage('report', { state: 'checking', detail: 'Checking', findings: 2, setUp: null });
    await ask('wipe', {});
    expect(await ask('kept', {})).toEqual([]);
    expect(await ask('settings', {})).toEqual({
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
    expect(await ask('page-state', { tabId: 1 })).toBeNull();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await ask('sites', {})).toEqual([{ origin: SITE, on: true }]);
  });
});

describe('the store', () => {
  const question = { origin: SITE, date, session: 'AM', marks: [{ pupil: 'p-1', code: 'U' }] } as const;

  test('erased under us by hand is opened empty for the next question', async () => {
    await ask('own-seen', question);
    await eraseBehind();
    expect(await ask('kept', {})).toEqual([]);
    await ask('own-seen', question);
    expect(await ask('kept', {})).toMatchObject([{ marks: 1 }]);
  });

  test('taken over by a newer version in another window is refused in a plain sentence', async () => {
    await ask('own-seen', question);
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('registerwise', (VERSIONS.length + 1) * 10);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    await expect(ask('kept', {})).rejects.toThrow('newer version of Registerwise');
    await eraseBehind();
    expect(await ask('kept', {})).toEqual([]);
  });

  test('without room says so, and loses nothing that was kept', async () => {
    await ask('own-seen', question);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    const more = { ...question, marks: [{ pupil: 'p-2', code: 'U' }] };
    await expect(ask('own-seen', more)).rejects.toThrow('no room left');
    put.mockRestore();
    expect(await ask('kept', {})).toMatchObject([{ pupils: 1, marks: 1 }]);
    await ask('own-seen', more);
    expect(await ask('kept', {})).toMatchObject([{ pupils: 2, marks: 2 }]);
  });

  test('in a window that keeps nothing says so, and that nothing can be counted', async () => {
    await sleep();
    await start();
    vi.stubGlobal('indexedDB', undefined);
    await expect(ask('kept', {})).rejects.toThrow('Use an ordinary window');
    vi.unstubAllGlobals();
    expect(await ask('kept', {})).toEqual([]);
  });

  test('is said to be gone where the browser began an empty one by itself, and not after a wipe', async () => {
    await ask('kept', {});
    await sleep();
    await start();
    expect(await ask('loss', {})).toBeNull();
    await sleep();
    const { eraseDatabase } = await import('../../../store/database.ts');
    await eraseDatabase();
    await start();
    expect(await ask('loss', {})).toBeGreaterThan(Date.now() - 60_000);
    await ask('loss-read', {});
    expect(await ask('loss', {})).toBeNull();
    await ask('wipe', {});
    expect(await ask('loss', {})).toBeNull();
    await sleep();
    await start();
    expect(await ask('loss', {})).toBeNull();
  });

  test('for a session only is known again by a background that has slept', async () => {
    await ask('save-settings', { sessionOnly: true });
    await ask('own-seen', question);
    await sleep();
    await start();
    expect(await ask('kept', {})).toMatchObject([{ marks: 1 }]);
    await sleep();
    await fakeBrowser.storage.session.clear();
    await start();
    expect(await ask('kept', {})).toEqual([]);
    expect(await ask('settings', {})).toMatchObject({ sessionOnly: true });
  });
});

/** Erases the database as the browser does when somebody clears its data. */
function eraseBehind(): Promise<void> {
  return new Promise((resolve, reject) => {
    const erasing = indexedDB.deleteDatabase('registerwise');
    erasing.onsuccess = () => resolve();
    erasing.onerror = () => reject(erasing.error);
  });
}

describe('what is kept', () => {
  const today = schoolTime(Date.now()).date;
  const see = (pupil: string, date: IsoDate, code = '/') =>
    ask('own-seen', { origin: SITE, date, session: 'AM', marks: [{ pupil, code }] });
  /** The nearest weekday to some days before today. */
  const daysAgo = (days: number): IsoDate => {
    let day = toDay(today) - days;
    while (weekday(day) > 4) day--;
    return fromDay(day);
  };
  const marksOf = async (pupil: string) =>
    (await ask('pupil-record', { origin: SITE, pupil }))?.marks.length ?? 0;

  test('is tidied once a day by an alarm, which is made again where the browser has lost it', async () => {
    await vi.waitFor(async () =>
      expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ name: 'tidy', periodInMinutes: 1440 }]),
    );
    await fakeBrowser.alarms.clearAll();
    await sleep();
    await start();
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('tidy')).toBeDefined());
    await see('p-1', daysAgo(900));
    await see('p-1', daysAgo(0));
    await fakeBrowser.alarms.onAlarm.trigger({
      name: 'another',
      scheduledTime: 0,
      persistAcrossSessions: true,
    });
    expect(await marksOf('p-1')).toBe(2);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'tidy', scheduledTime: 0, persistAcrossSessions: true });
    await vi.waitFor(async () => expect(await marksOf('p-1')).toBe(1));
    expect(await ask('tidy-plan', {})).toMatchObject({ doubt: null, last: { pupils: 1, sessions: 1 } });
  });

  test('too old for the clock is left, until somebody says that the date is right', async () => {
    await see('p-1', daysAgo(900));
    expect(await ask('tidy', { dateIsRight: false })).toMatchObject({ doubt: 'ahead', last: null });
    expect(await marksOf('p-1')).toBe(1);
    await ask('tidy', { dateIsRight: true });
    expect(await marksOf('p-1')).toBe(0);
  });

  test('is planned with another choice without saving it', async () => {
    await ask('save-settings', { policyId: 'walton-oak', keepFor: 'policy' });
    await see('p-1', daysAgo(900));
    await see('p-1', daysAgo(0));
    expect((await ask('tidy-plan', {})).gone.sessions).toBe(0);
    expect((await ask('tidy-plan', { keepFor: 'needed' })).gone).toEqual({ pupils: 1, sessions: 1 });
    expect((await ask('settings', {})).keepFor).toBe('policy');
  });

  test('about one pupil is erased, and open pages are told', async () => {
    extension.openTab({ id: 1, url: `${SITE}/register` });
    await see('p-1', daysAgo(0));
    expect(await ask('erase-pupil', { origin: SITE, pupil: 'p-1' })).toEqual({ found: true });
    expect(await marksOf('p-1')).toBe(0);
    expect(extension.pushed(1)).toEqual([{ to: 'page', kind: 'reload' }]);
  });

  test('is backed up, looked at and put in place; a file that is none is refused', async () => {
    await see('p-1', daysAgo(0), 'U');
    const passphrase = 'four plain words together';
    const { file } = await ask('backup-make', { passphrase });
    await ask('wipe', {});
    expect((await ask('backup-look', { file, passphrase })).sites).toMatchObject([
      { pupils: 1, pupilsHere: 0 },
    ]);
    expect(await ask('kept', {})).toEqual([]);
    await ask('backup-restore', { file, passphrase });
    expect(await marksOf('p-1')).toBe(1);
    await expect(ask('backup-look', { file: '!', passphrase })).rejects.toThrow('could not be read');
    await expect(ask('backup-look', { file: 'AAAA', passphrase })).rejects.toThrow('not a backup');
    await expect(ask('backup-make', { passphrase: 'too short' })).rejects.toThrow('not a question');
  });

  test.each([
    ['pupil-record', { origin: 'nowhere', pupil: 'p-1' }],
    ['pupil-record', { origin: SITE, pupil: 'p'.repeat(201) }],
    ['erase-pupil', { origin: SITE, pupil: '' }],
    ['tidy', {}],
    ['tidy-plan', { keepFor: 'for ever' }],
    ['backup-look', { file: 1, passphrase: 'x' }],
    ['backup-restore', { file: 'A'.repeat(43_000_000), passphrase: 'x' }],
  ])('is not answered about to a message of the wrong shape: %s', async (type, question) => {
    const reply = await send({ ...question, door: 'own', type }, ownPage());
    expect(reply).toMatchObject({ ok: false, message: expect.stringContaining('not a question') });
  });

  test('is out of reach of a page: none of it is asked at the page’s door', async () => {
    await extension.grant(PATTERN);
    for (const type of ['pupil-record', 'backup-make', 'tidy', 'erase-pupil', 'wipe']) {
      const question = { origin: SITE, pupil: 'p-1', passphrase: 'four plain words', dateIsRight: true };
      expect(await send({ ...question, door: 'page', type }, tabPage(1))).toMatchObject({ ok: false });
      expect(await send({ ...question, door: 'own', type }, tabPage(1))).toMatchObject({ ok: false });
    }
  });

  test('is wiped even when the store cannot be opened, with all that the session held', async () => {
    await see('p-1', daysAgo(0));
    await fakeBrowser.storage.local.set({ planted: 1 });
    await fakeBrowser.storage.session.set({ planted: 1 });
    const { store } = await import('../../../entrypoints/background/opened-store.ts');
    const database = await store();
    await database.meta.delete('keys');
    await sleep();
    await start();
    await expect(ask('kept', {})).rejects.toThrow('its key is gone');
    await ask('wipe', {});
    expect(await ask('kept', {})).toEqual([]);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });
});

describe('the overlay', () => {
  test('is told to show or hide counts in one tab', async () => {
    extension.openTab({ id: 1, url: `${SITE}/register` });
    extension.openTab({ id: 2, url: `${SITE}/register` });
    await ask('show-counts', { tabId: 2, shown: true });
    expect(extension.pushed(1)).toEqual([]);
    expect(extension.pushed(2)).toEqual([{ to: 'page', kind: 'counts-shown', shown: true }]);
  });

  test('is told by the keyboard shortcut to show or hide counts, in the tab in front', async () => {
    extension.openTab({ id: 1, url: `${SITE}/register` });
    extension.openTab({ id: 2, url: `${SITE}/register` });
    await extension.press('switch-counts', 2);
    await extension.press('another-command', 1);
    expect(extension.pushed(1)).toEqual([]);
    expect(extension.pushed(2)).toEqual([{ to: 'page', kind: 'switch-counts' }]);
  });
});

describe('the toolbar', () => {
  const checking = { state: 'checking', detail: 'Checking 30 marks', findings: 2, setUp: null } as const;
  const none = {
    state: 'no-register',
    detail: 'No register on this page',
    findings: 0,
    setUp: null,
  } as const;
  const paused = {
    state: 'not-checking',
    detail: 'The date is not on the page',
    findings: 0,
    setUp: null,
  } as const;
  const badge = (tabId: number) => fakeBrowser.action.getBadgeText({ tabId });
  const title = (tabId: number) => fakeBrowser.action.getTitle({ tabId });
  beforeEach(() => extension.grant(PATTERN));

  test('shows how a page stands, per tab', async () => {
    await askAsPage('report', checking, tabPage(1));
    await askAsPage('report', paused, tabPage(2));
    await askAsPage('report', none, tabPage(3));
    expect([await badge(1), await badge(2), await badge(3)]).toEqual(['2', '?', '']);
    expect(await title(2)).toBe('Registerwise: The date is not on the page');
    expect(await ask('page-state', { tabId: 1 })).toEqual(checking);
    expect(await ask('page-state', { tabId: 9 })).toBeNull();
  });

  test('shows the frame that holds the register, whichever frame speaks last', async () => {
    await askAsPage('report', checking, tabPage(1, 5));
    await askAsPage('report', none, tabPage(1, 0));
    expect(await ask('page-state', { tabId: 1 })).toEqual(checking);
    expect(await badge(1)).toBe('2');
  });

  test('says that earlier marks were read in a frame, unless another has a register', async () => {
    const history = { state: 'history', detail: 'Read 2 earlier marks', findings: 0, setUp: null } as const;
    await askAsPage('report', history, tabPage(1, 5));
    await askAsPage('report', none, tabPage(1, 0));
    expect([await badge(1), await title(1)]).toEqual(['', 'Registerwise: Read 2 earlier marks']);
    await askAsPage('report', checking, tabPage(1, 7));
    expect(await ask('page-state', { tabId: 1 })).toEqual(checking);
  });

  test('forgets the old page’s frames when a new page reports, and a tab that was closed', async () => {
    await askAsPage('report', none, tabPage(1, 0, 'D1'));
    await askAsPage('report', checking, tabPage(1, 5, 'D2'));
    await askAsPage('report', none, tabPage(1, 0, 'D3'));
    expect(await ask('page-state', { tabId: 1 })).toEqual(none);
    await fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 0, isWindowClosing: false });
    await vi.waitFor(async () => expect(await ask('page-state', { tabId: 1 })).toBeNull());
  });

  test('shows the frame whose register is not checked before the one that is, and opens the panel there', async () => {
    const unread = { ...paused, setUp: 'teach' } as const;
    extension.openTab({ id: 1, url: `${SITE}/register` });
    await askAsPage('report', checking, tabPage(1, 0));
    await askAsPage('report', unread, tabPage(1, 5));
    expect(await badge(1)).toBe('?');
    expect(await ask('page-state', { tabId: 1 })).toEqual({
      ...unread,
      detail: 'Not checking 1 of 2 registers. The date is not on the page',
      findings: 2,
    });
    await ask('open-set-up', { tabId: 1 });
    expect(extension.pushed(1)).toEqual([{ to: 'page', kind: 'set-up' }]);
  });

  test('knows of a page that has been loaded, and asked how it is read, that no register is found yet', async () => {
    await askAsPage('report', checking, tabPage(1));
    expect(await askAsPage('profiles', {}, tabPage(1))).toEqual({ profiles: [], clockOffsetMs: 0 });
    expect(await ask('page-state', { tabId: 1 })).toEqual(checking);
    await askAsPage('profiles', { loading: true }, tabPage(1, 0, 'D2'));
    expect(await ask('page-state', { tabId: 1 })).toEqual(none);
  });

  test('is remembered when the background has slept', async () => {
    await askAsPage('report', checking, tabPage(1));
    await sleep();
    await start();
    expect(await ask('page-state', { tabId: 1 })).toEqual(checking);
  });
});

describe('the first install', () => {
  test('opens the welcome page, and an update does not', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.9' });
    expect(extension.opened).toEqual([]);
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    expect(extension.opened).toEqual([fakeBrowser.runtime.getURL('/welcome.html')]);
  });
});
