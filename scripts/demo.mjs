// npm run demo: the built extension in a browser. With a display it opens the practice register for you to try;
// without one it plays the scenes itself and leaves a picture of each in demo-output/.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { card, scenes } from './demo-scenes.mjs';
import { findBrowser } from './find-browser.mjs';
import { root, stop } from './ready.mjs';

const headed = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const dist = path.join(root, '.output/chrome-mv3');
const out = path.join(root, 'demo-output');
const port = Number(process.env.PORT ?? 4340);

console.log('Building the extension…');
const built = spawnSync('wxt build', { cwd: root, shell: true, encoding: 'utf8' });
if (built.status !== 0) stop(`${built.stdout}${built.stderr}\nThe extension does not build: see above.`);

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-demo-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: await findBrowser({ install: true }),
  headless: !headed,
  viewport: headed ? null : { width: 1280, height: 860 },
  args: [
    `--disable-extensions-except=${dist}`,
    `--load-extension=${dist}`,
    // Nothing but loopback resolves. In a window, the browser would show a bar about the flag.
    ...(headed ? [] : ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1']),
  ],
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
const own = (page) => new URL(page, worker.url()).href;
const host = (address) => `http://localhost:${port}${address}`;

try {
  await (headed ? show() : playAll());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await context.close().catch(() => {});
  fs.rmSync(profile, { recursive: true, force: true });
}

async function show() {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(own('practice.html'));
  // The first run opens the welcome page in a tab of its own; the practice register is what the card speaks of.
  const welcome = () => context.pages().some((tab) => tab.url() === own('welcome.html'));
  for (let tries = 0; tries < 30 && !welcome(); tries++) await page.waitForTimeout(100);
  await page.bringToFront();
  console.log(card);
  await new Promise((closed) => context.once('close', closed));
}

async function playAll() {
  console.log('No display here, so the demo plays itself.');
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out);
  const server = await serve();
  try {
    await turnOn(host(''));
    for (const scene of scenes) await play(scene);
  } finally {
    server.kill();
  }
  console.log(
    `\n${scenes.length} pictures are in ${out}. On a machine with a display the same command opens a browser.`,
  );
}

async function play({ file, says, size, whole = false, play }) {
  const page = await context.newPage();
  if (size) await page.setViewportSize(size);
  try {
    await play({ page, own, host, context, tabOf });
  } catch (error) {
    throw new Error(`The demo stopped at ${file} (${says}): ${error.message}`);
  }
  await page.screenshot({ path: path.join(out, file), fullPage: whole });
  await page.close();
  console.log(`  ${file}: ${says}`);
}

/** The browser's number of the tab that shows this page. */
function tabOf(page) {
  return worker.evaluate(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
    page.url(),
  );
}

/** Turns a site on as a user does. The browser's prompt cannot be answered without a display, so it is told beforehand. */
async function turnOn(origin) {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    ([id, pattern]) => chrome.developerPrivate.addHostPermission(id, pattern),
    [new URL(worker.url()).host, 'http://localhost/*'],
  );
  await page.goto(own('welcome.html'));
  await page.getByLabel('Address of your register').fill(origin);
  await page.getByRole('button', { name: 'Turn on for this site' }).click();
  await page.getByText(`Registerwise is on for ${origin}`).waitFor();
  await page.close();
}

/** Serves the test pages on loopback until it is stopped. */
async function serve() {
  const server = spawn(process.execPath, [path.join(root, 'scripts/serve-pages.mjs')], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((ready, failed) => {
    server.stdout.once('data', ready);
    server.once('exit', () =>
      failed(new Error(`The test pages could not be served: is port ${port} in use?`)),
    );
  });
  return server;
}
