import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, type Page, type Worker } from '@playwright/test';
import { EXTENSION_ID, hostAccess, launch, turnOn } from './extension.ts';
import { ready } from './school.ts';

type Fixtures = {
  context: BrowserContext;
  /** The background's service worker. */
  sw: Worker;
  extensionId: string;
  /** What a user does for the test pages: types the address on the options page, clicks, and says yes to the browser. */
  allowSite: () => Promise<void>;
  /** A school that has set itself up and allowed the test pages: its options page, and a page in front for a register. */
  school: (as?: Parameters<typeof ready>[2]) => Promise<{ options: Page; page: Page }>;
  /** What a user does on chrome://extensions. */
  revokeHost: (pattern: string) => Promise<void>;
};

/** A browser with the built extension in it, in a profile of its own. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the destructuring
  context: async ({}, use) => {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-'));
    const context = await launch(profile, { headed: Boolean(process.env.HEADED) });
    await use(context);
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  },
  sw: async ({ context }, use) => {
    await expect.poll(() => context.serviceWorkers().length).toBeGreaterThan(0);
    await use(context.serviceWorkers()[0] as Worker);
  },
  extensionId: async ({ context: _ }, use) => use(EXTENSION_ID),
  allowSite: async ({ context, baseURL }, use) => {
    await use(() => turnOn(context, String(baseURL)));
  },
  school: async ({ context, extensionId, allowSite }, use) => {
    await use(async (as) => {
      await allowSite();
      const options = await ready(context, extensionId, as);
      return { options, page: await context.newPage() };
    });
  },
  revokeHost: async ({ context }, use) => {
    await use((pattern) => hostAccess(context, 'removeHostPermission', pattern));
  },
});
export const expect = test.expect;
