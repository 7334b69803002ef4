import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { toBase64 } from '../../store/strip-text.ts';
import { EXTENSION_ID, launch, start } from './extension.ts';
import { aesKeys, found, profileFiles } from './profile-files.ts';
import { ask, open } from './school.ts';

/** Nobody browses to this site, so whatever of it is in the profile is from what the extension keeps. */
const SITE = 'https://planted-school.example';
const OF_PUPILS = ['MIS-PLANTED-', 'Plantagenet-', 'planted-file.csv'];
const OF_THE_SITE = [
  'planted-school.example',
  'Planted register of class 4',
  '/planted/route',
  'planted closure',
];

async function plant(options: Page): Promise<void> {
  const closure = { from: '2026-11-02' as IsoDate, to: '2026-11-02' as IsoDate, sessions: 'both' as const };
  await ask(options, 'save-settings', {
    ...{ role: 'office', policyId: 'walton-oak', keepNames: true },
    calendar: {
      terms: [{ from: '2026-09-02' as IsoDate, to: '2026-12-18' as IsoDate }],
      closures: [{ ...closure, reason: 'planted closure' }],
    },
  });
  await ask(options, 'set-site', { origin: SITE, on: false });
  await ask(options, 'save-site-profiles', {
    origin: SITE,
    profiles: [
      {
        ...{ version: 1, id: 'planted', name: 'Planted register of class 4', route: '/planted/route' },
        ...{ marks: 'drop-down', pupils: 'links', codes: {}, session: 'page', date: 'page', picks: null },
        confirmed: '2026-11-20' as IsoDate,
      },
    ],
  });
  const pupils = Array.from({ length: 200 }, (_, i) => `MIS-PLANTED-${i}`);
  const { id } = await ask(options, 'import-begin', { origin: SITE, file: 'planted-file.csv', savedAt: 1 });
  const bytes = toBase64(new Uint8Array(120).fill(1, 4));
  await ask(options, 'import-part', {
    ...{ id, part: 0, strips: pupils.map((pupil) => ({ pupil, year: 2026, bytes })) },
    names: pupils.map((pupil, i) => ({ pupil, name: `Ada Plantagenet-${i}` })),
  });
  await ask(options, 'import-commit', { id });
  const [date, other] = ['2026-11-20' as IsoDate, '2026-11-23' as IsoDate];
  for (const code of ['N', 'U', 'O'])
    await ask(options, 'own-seen', {
      ...{ origin: SITE, date, session: 'AM' },
      marks: pupils.slice(0, 30).map((pupil) => ({ pupil, code })),
    });
  await ask(options, 'own-counts', { origin: SITE, date: other, session: 'AM', pupils });
  expect(await ask(options, 'pupil-names', { origin: SITE })).toHaveLength(200);
}

/** What people do: look at the options, make a backup, and look up a pupil by name and by number. */
async function lookAround(context: BrowserContext, options: Page): Promise<void> {
  await options.reload();
  await options.getByLabel('Paste the dates').fill('closed 2 November 2026: planted closure');
  await options.getByLabel('Show what is typed').check();
  for (const field of ['Passphrase', 'The same again'])
    await options.getByLabel(field).fill('Plantagenet-phrase of four words');
  const record = await open(context, EXTENSION_ID, 'pupil.html');
  await record.getByLabel('Name').selectOption('MIS-PLANTED-7');
  await record.getByLabel('Number in your school’s system').fill('MIS-PLANTED-7');
  await record.getByRole('button', { name: 'Show what is kept' }).click();
  await expect(record.getByText('What Registerwise keeps about Ada Plantagenet-7')).toBeVisible();
}

/** Fields of a page that the browser would write into its record of open tabs. */
async function remembered(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')]
      .filter(({ type }) => !['radio', 'checkbox', 'file', 'password'].includes(type))
      .filter((field) => field.autocomplete !== 'off' && field.form?.autocomplete !== 'off')
      .map((field) => field.labels?.[0]?.textContent ?? field.outerHTML),
  );
}

/** Runs something with a browser of that profile, and closes it. */
async function withBrowser(
  begin: () => Promise<BrowserContext>,
  run: (options: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await begin();
  await run(await open(context, EXTENSION_ID, 'options.html'), context);
  await context.close();
}

let profile: string;
test.beforeEach(() => {
  profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-wipe-'));
});
test.afterEach(() => fs.rmSync(profile, { recursive: true, force: true }));

test('no name or number of a pupil is ever on the disk in plain, and after a wipe nothing at all is, not even the key', async () => {
  test.slow();
  await withBrowser(
    () => launch(profile),
    async (options, context) => {
      await plant(options);
      await lookAround(context, options);
      // Long enough that the browser has written its record of open tabs.
      await options.waitForTimeout(3000);
      for (const page of context.pages()) expect(await remembered(page), page.url()).toEqual([]);
    },
  );
  const before = profileFiles(profile);
  expect(found(before, OF_PUPILS)).toEqual([]);
  // What is looked for would be found: these are kept in plain until the wipe, and the key as the browser writes one.
  for (const text of OF_THE_SITE) expect(found(before, [text]), text).not.toEqual([]);
  const keys = aesKeys(before);
  expect(keys.length).toBeGreaterThan(0);

  await withBrowser(
    () => start(profile),
    async (options) => {
      await options.getByRole('button', { name: 'Wipe everything…' }).click();
      await expect(options.getByText(/marks of 200 pupils, imported marks included/)).toBeVisible();
      await options.getByRole('button', { name: 'Yes, wipe everything' }).click();
      await expect(options.getByText('Wiped.')).toBeVisible();
      expect(await ask(options, 'kept', {})).toEqual([]);
    },
  );
  const after = profileFiles(profile);
  expect(found(after, [...OF_PUPILS, ...OF_THE_SITE])).toEqual([]);
  const left = after.filter(({ bytes }) => keys.some((key) => bytes.includes(key)));
  expect(left.map(({ name }) => name)).toEqual([]);
});

test('on a shared computer the keys are never on the disk, and nothing is kept once the browser has closed', async () => {
  test.slow();
  let keys: string[] = [];
  await withBrowser(
    () => launch(profile),
    async (options) => {
      await options.getByRole('switch', { name: /Shared computer/ }).click();
      await expect(options.getByText('What is kept now goes when the browser closes.')).toBeVisible();
      await plant(options);
      expect(await ask(options, 'kept', {})).toMatchObject([{ origin: SITE, pupils: 200 }]);
      keys = await options.evaluate(async () => {
        const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
        const held = await storage.session.get('store-keys');
        const { pupils, rows } = held['store-keys'] as { pupils: string; rows: string };
        return [pupils, rows];
      });
    },
  );
  expect(keys).toHaveLength(2);
  const files = profileFiles(profile);
  expect(found(files, [...OF_PUPILS, ...keys])).toEqual([]);
  const raw = keys.map((key) => Buffer.from(key, 'base64'));
  expect(files.filter(({ bytes }) => raw.some((key) => bytes.includes(key))).map(({ name }) => name)).toEqual(
    [],
  );
  await withBrowser(
    () => start(profile),
    async (options) => {
      expect(await ask(options, 'kept', {})).toEqual([]);
      expect(await ask(options, 'settings', {})).toMatchObject({ sessionOnly: true, policyId: 'walton-oak' });
    },
  );
});
