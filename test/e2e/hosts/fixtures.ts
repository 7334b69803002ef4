import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { drivers } from '../../hosts/drive.ts';
import { startHosts } from '../../hosts/server.mjs';
import { truthOf } from '../../hosts/truth.ts';
import { EXTENSION_ID, launch, turnOn } from '../extension.ts';
import { ask, importMarks, ready, schoolDay } from '../school.ts';
import { earlierAbsences } from './expected.ts';

/** A school's office, and the systems whose registers it opens: one browser with the built extension for all tests of a worker. */
export interface School {
  readonly context: BrowserContext;
  readonly options: Page;
  /** Where Registerwise is on. */
  readonly origin: string;
  /** The same pages where it is not. */
  readonly bare: string;
}

let tests = 0;

export const test = base.extend<
  { address: (name: string, more?: { query?: string; at?: string; key?: string }) => string },
  { school: School }
>({
  school: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the destructuring
    async ({}, use) => {
      const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-'));
      const [context, hosts] = await Promise.all([launch(profile), startHosts()]);
      await turnOn(context, hosts.url);
      const options = await ready(context, EXTENSION_ID, { clock: '09:24', role: 'office' });
      await importAll(context, options, hosts.url);
      const bare = hosts.url.replace('localhost', '127.0.0.1');
      await use({ context, options, origin: hosts.url, bare });
      await context.close();
      await hosts.close();
      fs.rmSync(profile, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  /** A page of the school's browser. What another test confirmed is forgotten. */
  page: async ({ school: { context, options } }, use) => {
    for (const { origin, id } of await ask(options, 'site-profiles', {}))
      await ask(options, 'forget-site-profile', { origin, id });
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await use(page);
    await page.close();
  },
  /** A register of the school day that no other test shares. */
  address: async ({ school }, use, { workerIndex }) => {
    const own = `w${workerIndex}t${String(tests++).padStart(3, '0')}`;
    await use((name, { query = '', at = school.origin, key = own } = {}) => {
      const path = drivers[name]?.path ?? '/';
      return `${at}${path}${path.includes('?') ? '&' : '?'}k=${key}&date=${schoolDay}${query}`;
    });
  },
});
export { expect };

/** Marks of the weeks before, of every number by which a system may know these pupils. */
async function importAll(context: BrowserContext, options: Page, origin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/plain/?pupils=30`);
  const { pupils } = await truthOf(page);
  await page.close();
  const numbers = pupils.flatMap(({ id, also }) => [id, ...also].map((number) => ({ id, number })));
  await importMarks(
    options,
    Object.fromEntries(numbers.map(({ id, number }) => [number, earlierAbsences(id)])),
    numbers.map(({ number }) => number),
  );
}
