import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, chromium, type Worker } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';

const dist = path.resolve('.output/chrome-mv3');

/** Chromium names an extension after the key in its manifest: SHA-256, its first 32 digits written a to p. */
const EXTENSION_ID = createHash('sha256')
  .update(Buffer.from(JSON.parse(fs.readFileSync(path.join(dist, 'manifest.json'), 'utf8')).key, 'base64'))
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** What `developerPrivate` has on `chrome://extensions`, as far as it is used here. */
type ExtensionsPage = {
  chrome: {
    developerPrivate: Record<
      'addHostPermission' | 'removeHostPermission',
      (id: string, host: string) => void
    >;
  };
};

type Fixtures = {
  context: BrowserContext;
  /** The background's service worker. */
  sw: Worker;
  extensionId: string;
  /** What a user does for the test pages: types the address on the options page, clicks, and says yes to the browser. */
  allowSite: () => Promise<void>;
  /** What a user does on chrome://extensions. */
  revokeHost: (pattern: string) => Promise<void>;
};

async function hostAccess(
  context: BrowserContext,
  how: 'addHostPermission' | 'removeHostPermission',
  extensionId: string,
  pattern: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    ([method, id, host]) =>
      (globalThis as unknown as ExtensionsPage).chrome.developerPrivate[method](id, host),
    [how, extensionId, pattern] as const,
  );
  await page.close();
}

/** A browser with the built extension in it, in a profile of its own. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the destructuring
  context: async ({}, use) => {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: await findBrowser(),
      headless: !process.env.HEADED,
      args: [
        `--disable-extensions-except=${dist}`,
        `--load-extension=${dist}`,
        // nothing but loopback resolves: a request that tries to leave the device fails the test
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    });
    // The first run opens its welcome page in front; a page behind another is not drawn, so it is out of the way first.
    const welcome = () => context.pages().find((page) => page.url().endsWith('/welcome.html'));
    await expect.poll(() => welcome() !== undefined, { timeout: 15_000 }).toBe(true);
    await welcome()?.close();
    await use(context);
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  },
  sw: async ({ context }, use) => {
    await expect.poll(() => context.serviceWorkers().length).toBeGreaterThan(0);
    await use(context.serviceWorkers()[0] as Worker);
  },
  extensionId: async ({ context: _ }, use) => use(EXTENSION_ID),
  allowSite: async ({ context, extensionId, baseURL }, use) => {
    await use(async () => {
      const { origin, protocol, hostname } = new URL(String(baseURL));
      // No test can press the browser's own button; a host allowed here is not asked about again.
      await hostAccess(context, 'addHostPermission', extensionId, `${protocol}//${hostname}/*`);
      const options = await context.newPage();
      await options.goto(`chrome-extension://${extensionId}/options.html`);
      await options.getByLabel('Address of your register').fill(origin);
      await options.getByRole('button', { name: 'Turn on for this site' }).click();
      await options.getByText(`Registerwise is on for ${origin}`).waitFor();
      await options.close();
    });
  },
  revokeHost: async ({ context, extensionId }, use) => {
    await use((pattern) => hostAccess(context, 'removeHostPermission', extensionId, pattern));
  },
});
export const expect = test.expect;
