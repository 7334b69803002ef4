import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import type { ImportReceipt, StoredMark } from '../../store/records.ts';
import type { Reply } from '../../store/requests.ts';
import { parts } from '../fire/school.ts';
import { EXTENSION_ID, launch, start } from './extension.ts';
import { expect, test } from './fixtures.ts';
import { anyMark, ask, csv, open } from './school.ts';

const SITE = 'https://register.example';
const OWN = `chrome-extension://${EXTENSION_ID}`;
const DAYS = ['2026-07-13', '2026-07-14', '2026-07-15'] as IsoDate[];
const PUPILS = Array.from({ length: 200 }, (_, i) => `p${i}`);
const MARKS = PUPILS.length * DAYS.length * 2;
/** Milliseconds after which an import on its way is interfered with: in its parts, in its commit, after it. */
const MOMENTS = [0, 20, 40, 60, 90, 120, 160, 220];

const NO_ROOM = /no room left, so the last change was not kept\. What was kept before is still there/;
const NOT_KEPT = /could not read or save what Registerwise keeps\. Nothing that was kept before is changed/;
const CUT_SHORT =
  /no longer open, and nothing of it was kept|was not kept\. Try again|Nothing that was kept before is changed/;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One file, the same code in every session of every pupil. */
async function importAll(page: Page, code: string): Promise<ImportReceipt> {
  const marks = PUPILS.flatMap((pupil) =>
    DAYS.flatMap((date) => (['AM', 'PM'] as const).map((session) => ({ pupil, date, session, code }))),
  );
  const { id } = await ask(page, 'import-begin', { origin: SITE, file: 'marks.csv', savedAt: null });
  for (const [part, strips] of parts(marks).entries()) await ask(page, 'import-part', { id, part, strips });
  return ask(page, 'import-commit', { id });
}

/** The codes kept of everybody: one, unless an import was kept by halves. */
async function codesOf(page: Page): Promise<string[]> {
  const all = (await page.evaluate(
    ([origin, pupils, about]) =>
      Promise.all(
        pupils.map((pupil) =>
          chrome.runtime.sendMessage({ door: 'own', type: 'own-why', origin, pupil, ...about }),
        ),
      ),
    [SITE, PUPILS, anyMark] as const,
  )) as Reply<{ marks: readonly StoredMark[] }>[];
  const codes = all.flatMap((reply) => {
    if (!reply.ok) throw new Error(reply.message);
    return reply.value.marks.map(({ code }) => code);
  });
  return [...new Set(codes)];
}

const see = (page: Page, code: string) =>
  ask(page, 'own-seen', {
    ...{ origin: SITE, date: DAYS[0] as IsoDate, session: 'AM' },
    marks: [{ pupil: 'p0', code }],
  });

async function stopWorker(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { targetInfos = [] } = (await session?.send('Target.getTargets')) ?? {};
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(OWN));
  if (worker) await session?.send('Target.closeTarget', { targetId: worker.targetId });
}

/** What the browser erases when somebody clears a site's data. */
async function clearData(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: OWN, storageTypes: 'indexeddb' });
}

test('no room left: an import says so on the screen, nothing before it is lost, and it works once there is room', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await allowSite();
  const options = await open(context, extensionId, 'options.html');
  await importAll(options, 'O');
  await stopWorker(context);
  // The browser goes by the room it last saw until nothing of the store has been open for a while.
  await pause(4_000);
  const session = await context.newCDPSession(options);
  await session.send('Storage.overrideQuotaForOrigin', { origin: OWN, quotaSize: 1_000 });
  await options.setInputFiles('#marks input[type=file]', {
    ...{ name: 'marks.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(csv(['1001', '1002'], {})),
  });
  const button = options.getByRole('button', { name: /^Import [\d,]+ marks$/ });
  await button.click();
  await expect(options.getByText(NO_ROOM).first()).toBeVisible();
  expect(await ask(options, 'kept', {})).toMatchObject([{ origin: SITE, marks: MARKS }]);
  await session.send('Storage.overrideQuotaForOrigin', { origin: OWN });
  await button.click();
  await expect(options.getByText('Imported.').first()).toBeVisible();
});

test('a full disk: said in a sentence, and all is there once there is room again', async () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-full-'));
  const small = ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', profile];
  // Only root may make a small disk; anybody else gets a browser with a small share of a large one.
  const mounted = process.platform === 'linux' && spawnSync('mount', small).status === 0;
  const context = await launch(profile);
  try {
    const own = await open(context, EXTENSION_ID, 'options.html');
    await importAll(own, 'O');
    const session = await context.newCDPSession(own);
    const filler = path.join(profile, 'filler');
    if (mounted) fill(filler);
    else {
      await stopWorker(context);
      await pause(4_000);
      await session.send('Storage.overrideQuotaForOrigin', { origin: OWN, quotaSize: 1_000 });
    }
    await expect(importAll(own, 'I')).rejects.toThrow(mounted ? NOT_KEPT : NO_ROOM);
    await expect(see(own, 'U')).rejects.toThrow(mounted ? NOT_KEPT : NO_ROOM);
    if (mounted) fs.rmSync(filler);
    else await session.send('Storage.overrideQuotaForOrigin', { origin: OWN });
    expect(await codesOf(own)).toEqual(['O']);
    await importAll(own, 'I');
    expect(await codesOf(own)).toEqual(['I']);
  } finally {
    await context.close();
    if (mounted) spawnSync('umount', [profile]);
    fs.rmSync(profile, { recursive: true, force: true });
  }
});

for (const how of ['by another page', 'by the browser'])
  test(`erased ${how} while an import is on its way: nothing is kept by halves, and the next one works`, async ({
    context,
    extensionId,
  }) => {
    test.setTimeout(180_000);
    const [own, other] = [
      await open(context, extensionId, 'popup.html'),
      await open(context, extensionId, 'options.html'),
    ];
    for (const moment of MOMENTS) {
      await importAll(own, 'O');
      const going = importAll(own, 'I').then(
        () => null,
        (error: Error) => error.message,
      );
      await pause(moment);
      if (how === 'by the browser') await clearData(context, other);
      else
        await other.evaluate(
          () =>
            new Promise((done) => {
              indexedDB.deleteDatabase('registerwise').onsuccess = done;
            }),
        );
      const said = await going;
      if (said !== null) expect(said).toMatch(CUT_SHORT);
      expect([[], ['I']]).toContainEqual(await codesOf(own));
      expect(await importAll(own, 'U')).toMatchObject({ pupils: PUPILS.length });
      expect(await codesOf(own)).toEqual(['U']);
    }
  });

test('two windows import at once: both are kept, one after the other, and the later stands as a whole', async ({
  context,
  extensionId,
}) => {
  const [one, two] = [
    await open(context, extensionId, 'popup.html'),
    await open(context, extensionId, 'options.html'),
  ];
  for (let turn = 0; turn < 5; turn++) {
    const [first, second] = await Promise.all([importAll(one, 'O'), importAll(two, 'I')]);
    const [code] = await codesOf(one);
    expect(await codesOf(one)).toHaveLength(1);
    const [last] = (await ask(one, 'imports', {})).toSorted((a, b) => b.at - a.at);
    expect(last?.id).toBe(code === 'O' ? first.id : second.id);
  }
  expect(await ask(one, 'imports', {})).toHaveLength(10);
});

test('the background stopped in the middle of an import: the whole of it or nothing', async ({
  context,
  extensionId,
}) => {
  test.setTimeout(120_000);
  const own = await open(context, extensionId, 'popup.html');
  await importAll(own, 'O');
  for (const moment of MOMENTS) {
    const before = await codesOf(own);
    const code = before[0] === 'O' ? 'I' : 'O';
    const done = importAll(own, code).then(
      () => true,
      () => false,
    );
    await pause(moment);
    await stopWorker(context);
    const after = (await done) ? [[code]] : [before, [code]];
    expect(after).toContainEqual(await codesOf(own));
  }
});

test('the clock set back a year: what a page shows now stands, and nothing is lost when it is put right', async ({
  context,
  extensionId,
  sw,
}) => {
  const own = await open(context, extensionId, 'popup.html');
  const first = async () =>
    (await ask(own, 'own-why', { origin: SITE, pupil: 'p0', ...anyMark })).marks[0]?.code;
  await see(own, 'U');
  await sw.evaluate(() => {
    const { now } = Date;
    Object.assign(globalThis, { putRight: () => Object.assign(Date, { now }) });
    Date.now = () => now() - 365 * 86_400_000;
  });
  // By this clock the file is older than what the page was seen to hold.
  expect(await importAll(own, 'O')).toMatchObject({ stood: 1 });
  expect(await first()).toBe('U');
  await see(own, 'N');
  expect(await first()).toBe('N');
  await sw.evaluate(() => (globalThis as unknown as { putRight(): void }).putRight());
  expect(await first()).toBe('N');
  expect(await importAll(own, 'I')).toMatchObject({ changed: MARKS, stood: 0 });
  expect(await codesOf(own)).toEqual(['I']);
});

test('a browser that lets us keep nothing: every section of the options says so, and the wipe is offered', async () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-refused-'));
  await (await launch(profile)).close();
  // Where its folder cannot be made, the browser refuses to open any database.
  const folder = path.join(profile, 'Default/IndexedDB');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.writeFileSync(folder, '');
  const context = await start(profile);
  try {
    const options = await open(context, EXTENSION_ID, 'options.html');
    await expect(options.getByText(NOT_KEPT).first()).toBeVisible();
    await expect(options.getByText(/Something went wrong/)).toHaveCount(0);
    await expect(options.getByRole('button', { name: 'Wipe everything…' })).toBeVisible();
  } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
});

function fill(file: string): void {
  const out = fs.openSync(file, 'w');
  for (const bytes of [65_536, 512])
    try {
      for (;;) fs.writeSync(out, Buffer.alloc(bytes));
    } catch {
      // full
    }
  fs.closeSync(out);
}
