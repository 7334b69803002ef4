import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';

const dist = path.resolve('.output/chrome-mv3');

/** Chromium names an extension after the key in its manifest: SHA-256, its first 32 digits written a to p. */
export const EXTENSION_ID = createHash('sha256')
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

/** A browser with the built extension in it, which may have run in that profile before. */
export async function start(profile: string, { headed = false } = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    headless: !headed,
    args: [
      `--disable-extensions-except=${dist}`,
      `--load-extension=${dist}`,
      // nothing but loopback resolves: a request that tries to leave the device fails
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}

/** The same in a new profile. The first run's welcome page, which opens in front, is closed again. */
export async function launch(profile: string, how: { headed?: boolean } = {}): Promise<BrowserContext> {
  const context = await start(profile, how);
  const opened = () => context.pages().find((page) => page.url().endsWith('/welcome.html'));
  for (let tries = 0; tries < 150 && !opened(); tries++) await new Promise((done) => setTimeout(done, 100));
  const welcome = opened();
  if (!welcome) throw new Error('The first run did not open its welcome page.');
  // A page behind another is not drawn.
  await welcome.close();
  return context;
}

/** What a user does on chrome://extensions. */
export async function hostAccess(
  context: BrowserContext,
  how: 'addHostPermission' | 'removeHostPermission',
  pattern: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    ([method, id, host]) =>
      (globalThis as unknown as ExtensionsPage).chrome.developerPrivate[method](id, host),
    [how, EXTENSION_ID, pattern] as const,
  );
  await page.close();
}

/** What a user does for a register's site: types the address on the options page, clicks, and says yes to the browser. */
export async function turnOn(context: BrowserContext, address: string): Promise<void> {
  const { origin, protocol, hostname } = new URL(address);
  // Nothing can press the browser's own button; a host allowed here is not asked about again.
  await hostAccess(context, 'addHostPermission', `${protocol}//${hostname}/*`);
  const options = await context.newPage();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  await options.getByLabel('Address of your register').fill(origin);
  await options.getByRole('button', { name: 'Turn on for this site' }).click();
  await options.getByText(`Registerwise is on for ${origin}`).waitFor();
  await options.close();
}
