import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { findings, names, press } from './ax.ts';
import { hostAccess, start } from './extension.ts';
import { test as base, expect } from './fixtures.ts';
import { schoolDay } from './school.ts';

/** How long people take, in seconds: a click with the look for where to click, a key, and a word read (200 a minute). */
const CLICK = 3;
const KEY = 0.25;
const WORD = 60 / 200;
const TWO_MINUTES = 120;
const WITH_EVERY_WORD = 160;

/** A browser as it is just after the extension was added to it. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the destructuring
  context: async ({}, use) => {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-'));
    const context = await start(profile);
    await use(context);
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  },
});

/** Somebody who has never seen this, and what everything takes them. What has been read once is not read again. */
function newcomer(knows: readonly string[]) {
  const known = new Set(knows);
  let actions = 0;
  let reading = 0;
  return {
    /** Seconds with the mouse and the keys so far. */
    get actions() {
      return actions;
    },
    /** Seconds of reading so far. */
    get reading() {
      return reading;
    },
    async clicks(click: () => Promise<unknown>) {
      actions += CLICK;
      await click();
    },
    async types(text: string, type: () => Promise<unknown>) {
      actions += text.length * KEY;
      await type();
    },
    reads(texts: readonly string[]) {
      for (const text of texts) {
        if (!known.has(text)) reading += text.split(/\s+/).filter(Boolean).length * WORD;
        known.add(text);
      }
    },
  };
}

/** What a part of a page of ours shows, line by line. */
const lines = async (part: Locator) => (await part.innerText()).split('\n');
/** What a register shows, ours included, text by text. */
const texts = (page: Page) => names(page, 'StaticText');

test('from the first install to the first right warning in under two minutes of actions, with no documentation read', async ({
  context,
  baseURL,
}) => {
  const origin = String(baseURL);
  await expect
    .poll(() =>
      context
        .pages()
        .map((page) => page.url())
        .join(),
    )
    .toContain('welcome.html');
  const welcome = context.pages().find((page) => page.url().endsWith('/welcome.html')) as Page;
  // The register is in another tab, as on any other day.
  const page = await context.newPage();
  await page.goto(`/plain/register.html?today=${schoolDay}`);
  const itsOwn = await texts(page);
  await welcome.bringToFront();

  // The page's own words they know.
  const person = newcomer(itsOwn);
  const step = (title: string) =>
    welcome.getByRole('listitem').filter({ has: welcome.getByRole('heading', { name: title }) });
  await step('Who is it for?').waitFor();
  person.reads(await lines(welcome.getByRole('heading', { level: 1 })));
  person.reads(await lines(welcome.getByRole('paragraph').first()));
  person.reads(await lines(step('Who is it for?')));
  await person.clicks(() => welcome.getByRole('radio', { name: 'A class or cover teacher' }).check());
  person.reads(await lines(step('Which school policy?')));
  await person.clicks(() => welcome.getByRole('radio', { name: 'Walton Oak' }).check());
  await expect(welcome.getByText(/Saved: Walton Oak/)).toBeVisible();
  for (const before of ['Who is it for?', 'Which school policy?', 'What it reads and keeps'])
    person.reads(await lines(step(before)));
  person.reads(await lines(step('Where is your register?')));
  const address = welcome.getByRole('textbox', { name: 'Address of your register' });
  await person.clicks(() => address.click());
  await person.types(origin, () => welcome.keyboard.type(origin));
  // Nothing can press the browser's own button: a site allowed beforehand is not asked about.
  await hostAccess(context, 'addHostPermission', 'http://localhost/*');
  await welcome.bringToFront();
  await person.clicks(() => welcome.getByRole('button', { name: 'Turn on for this site' }).click());
  person.reads(['Registerwise requests additional permissions: Read and change your data on localhost']);
  await person.clicks(async () => {}); // the browser’s “Allow”
  await expect(welcome.getByText(`Registerwise is on for ${origin}`)).toBeVisible();
  // What comes after it is for those who would rather try it first.
  person.reads(await lines(step('Where is your register?')));

  await person.clicks(() => page.bringToFront());
  await expect.poll(() => names(page, 'button', /^Check how it is read$/)).toHaveLength(1);
  person.reads(await texts(page));
  await person.clicks(() => press(page, 'button', /^Check how it is read$/));
  await expect.poll(() => names(page, 'dialog', /^Registerwise/)).toEqual(['Registerwise: Is this right?']);
  person.reads(await texts(page));
  await person.clicks(() => press(page, 'button', /^Yes, check this register$/));
  await expect.poll(() => names(page, 'dialog', /^Registerwise/)).toEqual(['Registerwise: Saved']);
  person.reads(await texts(page));
  await expect.poll(() => names(page, 'StaticText', /^Checking 30 pupils/)).toHaveLength(1);

  const mark = page.getByRole('combobox', { name: 'Mark' }).first();
  await person.clicks(() => mark.focus());
  await person.types('\\', () => page.keyboard.type('\\'));
  await expect
    .poll(() => findings(page))
    .toEqual([expect.stringMatching(/^(Check|Warning): \\ is for the afternoon/)]);
  person.reads(await texts(page));

  const { actions, reading } = person;
  test.info().annotations.push({ type: 'seconds', description: JSON.stringify({ actions, reading }) });
  expect(actions).toBeLessThan(TWO_MINUTES);
  // Every word of every text on the way, as nobody reads: a text that grows has to earn it.
  expect(actions + reading).toBeLessThan(WITH_EVERY_WORD);
});
