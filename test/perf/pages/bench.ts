// bench.ts, as npm run bench:pages: what decorating a register costs the page's main thread, ours and two others' in one browser.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { EXTENSION_ID, launch, turnOn } from '../../e2e/extension.ts';
import { confirmPlain, ready, schoolDay } from '../../e2e/school.ts';
import { median } from '../time.ts';
import { type Peer, startServer } from './server.ts';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Registers of so many rows, and how often each is loaded in every way, the ways taking turns: `bench:pages -- 9 5` for more. */
const REGISTERS = [
  { rows: 30, turns: Number(process.argv[2] ?? 7) },
  { rows: 1500, turns: Number(process.argv[3] ?? 3) },
];
const MARKS = 30;
const IDLE_MS = 2_000;
/** A page is done when it needed less than this, in milliseconds, three times in a row that it was asked. */
const QUIET_MS = 2;
const ASK_EVERY_MS = 200;

/** The extension is on for one name of this computer and off for the other. */
const WAYS = [
  { name: 'nothing', host: '127.0.0.1', peer: 'none' },
  { name: 'Registerwise', host: 'localhost', peer: 'none' },
  { name: 'Dark Reader 4.9.133', host: '127.0.0.1', peer: 'darkreader' },
  { name: 'Hypothesis client 1.1766.0', host: '127.0.0.1', peer: 'hypothesis' },
] as const satisfies readonly { name: string; host: string; peer: Peer }[];

type Costs = { load: number; marking: number; idle: number; longest: number };

installPeers();
const { port, close } = await startServer(here, schoolDay);
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-bench-'));
const context = await launch(profile);
try {
  await turnOn(context, `http://localhost:${port}`);
  const options = await ready(context, EXTENSION_ID, { clock: '09:10' });
  await confirmPlain(options, `http://localhost:${port}`);
  await options.close();
  console.log(
    `${new Date().toISOString().slice(0, 10)}, Chromium ${context.browser()?.version() ?? ''}, ${os.cpus().length} × ${os.cpus()[0]?.model}`,
  );
  console.log("Milliseconds of processor time on the page's main thread, medians.\n");
  for (const { rows, turns } of REGISTERS) await compare(context, rows, turns);
} finally {
  await context.close();
  close();
  fs.rmSync(profile, { recursive: true, force: true });
}

async function compare(browser: BrowserContext, rows: number, turns: number): Promise<void> {
  const all = WAYS.map(() => [] as Costs[]);
  for (let turn = 0; turn < turns; turn++)
    for (const [i, { host, peer }] of WAYS.entries())
      all[i]?.push(await costs(browser, `http://${host}:${port}/register?rows=${rows}&peer=${peer}`));
  const figure = (i: number, what: keyof Costs) => median((all[i] ?? []).map((each) => each[what]));
  const added = (i: number, what: keyof Costs) => figure(i, what) - figure(0, what);
  const head = [
    'way',
    'a load',
    'added',
    'times ours',
    `${MARKS} marks`,
    'added',
    'idle, a second',
    'longest task',
  ];
  const lines = WAYS.map(({ name }, i) => [
    name,
    figure(i, 'load').toFixed(0),
    i === 0 ? '–' : added(i, 'load').toFixed(1),
    i === 0 ? '–' : (added(i, 'load') / added(1, 'load')).toFixed(1),
    figure(i, 'marking').toFixed(0),
    i === 0 ? '–' : added(i, 'marking').toFixed(1),
    figure(i, 'idle').toFixed(2),
    figure(i, 'longest').toFixed(0),
  ]);
  console.log(`${rows.toLocaleString('en-GB')} rows, ${turns} loads each\n`);
  for (const line of [head, head.map(() => '---'), ...lines]) console.log(`| ${line.join(' | ')} |`);
  console.log('');
}

/** One page loaded, marked from the keyboard as fast as a key can be pressed, and left alone. */
async function costs(browser: BrowserContext, address: string): Promise<Costs> {
  const page = await browser.newPage();
  const session = await browser.newCDPSession(page);
  // The processor's own time: what else the machine does at the moment is not in it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address);
  const loaded = await whenQuiet(page, session);
  await watchTasks(page);
  const marks = page.locator('#register select');
  for (let mark = 0; mark < MARKS; mark++) {
    // Not by the Tab key: who adds stops to a page would have fewer marks made on it.
    await marks.nth(mark).focus();
    await page.keyboard.press('ArrowDown');
  }
  const marked = await whenQuiet(page, session);
  const longest = await longestTask(page);
  await page.waitForTimeout(IDLE_MS);
  const idle = ((await taskTime(session)) - marked) / (IDLE_MS / 1000);
  const made = await marks.evaluateAll((all) => all.filter((mark) => 'value' in mark && mark.value).length);
  if (made !== MARKS) throw new Error(`${made} marks were made, not ${MARKS}.`);
  await page.close();
  return { load: loaded, marking: marked - loaded, idle, longest };
}

/** The time taken so far, once the page has come to rest. */
async function whenQuiet(page: Page, session: CDPSession): Promise<number> {
  let quiet = 0;
  let before = await taskTime(session);
  while (quiet < 3) {
    await page.waitForTimeout(ASK_EVERY_MS);
    const now = await taskTime(session);
    quiet = now - before < QUIET_MS ? quiet + 1 : 0;
    before = now;
  }
  return before;
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

type Watched = typeof globalThis & { longest: number };

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const room = globalThis as Watched;
    room.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) room.longest = Math.max(room.longest, duration);
    }).observe({ type: 'longtask' });
  });
}

/** Zero: no task took 50 ms or more, which is from where on the browser tells. */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as Watched).longest);
}

/** What we are compared with is none of the project's own packages: this command alone fetches it, once. */
function installPeers(): void {
  if (fs.existsSync(path.join(here, 'node_modules/.package-lock.json'))) return;
  console.error('Installing what to compare with (once)…');
  const words = ['install', '--prefix', here, '--no-package-lock', '--loglevel=error'];
  const done = spawnSync('npm', words, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error('What to compare with could not be installed. See the lines above.');
}
