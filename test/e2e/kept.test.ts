import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { EXTENSION_ID, launch, start } from './extension.ts';
import { anyMark, ask, schoolDay } from './school.ts';

const SITE = 'https://register.example';
const PUPIL = 'pupil-471108';
/** Values are written a byte a letter, keys two. */
const WRITTEN = [Buffer.from(PUPIL), Buffer.from(PUPIL, 'utf16le'), Buffer.from(PUPIL, 'utf16le').swap16()];

let profile: string;
test.beforeEach(() => {
  profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-'));
});
test.afterEach(() => fs.rmSync(profile, { recursive: true, force: true }));

async function optionsIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  return page;
}

/** Keeps one mark, closes the browser and opens it again. */
async function closedAndOpened(prepare: (options: Page) => Promise<void>) {
  const first = await launch(profile);
  const before = await optionsIn(first);
  await prepare(before);
  const marks = [{ pupil: PUPIL, code: 'U' }];
  await ask(before, 'own-seen', { origin: SITE, date: schoolDay, session: 'AM', marks });
  expect(await ask(before, 'kept', {})).toMatchObject([{ origin: SITE, marks: 1 }]);
  await first.close();
  const onDisk = filesIn(profile).filter((file) => {
    const bytes = fs.readFileSync(file);
    return WRITTEN.some((pupil) => bytes.includes(pupil));
  });
  const second = await start(profile);
  const after = await optionsIn(second);
  return { onDisk, after, close: () => second.close() };
}

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

test('what is kept opens again after the browser was closed, and its pupil is nowhere in the profile', async () => {
  const { onDisk, after, close } = await closedAndOpened(async () => {});
  expect(onDisk).toEqual([]);
  expect(await ask(after, 'own-why', { origin: SITE, pupil: PUPIL, ...anyMark })).toMatchObject({
    marks: [{ date: schoolDay, session: 'AM', code: 'U' }],
  });
  await close();
});

test('on a shared computer nothing opens once the browser has been closed', async () => {
  const { onDisk, after, close } = await closedAndOpened(async (options) => {
    await options.getByRole('switch', { name: /Shared computer/ }).click();
    await options.getByText('What is kept now goes when the browser closes.').waitFor();
  });
  expect(onDisk).toEqual([]);
  expect(await ask(after, 'kept', {})).toEqual([]);
  expect(await ask(after, 'settings', {})).toMatchObject({ sessionOnly: true });
  await expect(after.getByText('No marks are kept on this device.')).toBeVisible();
  await close();
});
