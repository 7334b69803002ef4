import fs from 'node:fs';
import { type Browser, chromium, expect, type Frame, test } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { readyHosts } from '../../scripts/hosts.mjs';
import { ANATOMIES } from '../hosts/mutations/anatomy.ts';
import type { Report, run } from '../hosts/mutations/run.ts';
import { startHosts } from '../hosts/server.mjs';
import { bundle } from './bundle.ts';
import { counts, reasons, table, wrongLines } from './table.ts';

/** `HOST=plain SEED=17` makes one wrong reading again. */
const { HOST, SEED } = process.env;
const hosts = Object.keys(ANATOMIES).filter((host) => !HOST || host === HOST);
const COUNT = 220;
/** Times that each mutation is made alone, before they are put together. */
const ALONE = 1;
const LEAST_RIGHT = 0.7;
const PUPILS: Readonly<Record<string, number>> = { aggrid: 60, tabulator: 60, mui: 60, ext: 60 };

test.use({ trace: 'off' });

const reports = new Map<string, Report>();

test.beforeAll('change every host page and read it', async () => {
  test.setTimeout(900_000);
  await readyHosts();
  const [server, script, executablePath] = await Promise.all([startHosts(), bundle(), findBrowser()]);
  const browser = await chromium.launch({ executablePath });
  const left = [...hosts];
  const work = async (): Promise<void> => {
    for (let host = left.shift(); host; host = left.shift())
      reports.set(
        host,
        await reportOn(
          browser,
          `${server.url}/${host}/?k=never-wrong&pupils=${PUPILS[host] ?? 28}`,
          host,
          script,
        ),
      );
  };
  await Promise.all([work(), work()]);
  await browser.close();
  await server.close();
  fs.mkdirSync('reports', { recursive: true });
  fs.writeFileSync('reports/never-wrong.json', JSON.stringify(Object.fromEntries(reports), null, 1));
  console.log(
    table(
      new Map(
        Object.keys(ANATOMIES).flatMap((host) =>
          reports.has(host) ? [[host, reports.get(host) as Report]] : [],
        ),
      ),
    ),
  );
});

for (const host of hosts)
  test(`${host}: right or not checking, however the page is changed`, () => {
    const { results, unchanged } = reports.get(host) as Report;
    const wrong = results.flatMap((result) => wrongLines(host, result));
    expect(wrong, `${wrong.join('\n')}\n${reasons(results).join('\n')}`).toEqual([]);
    expect(unchanged).toEqual({ kind: 'right' });
    if (!SEED) expect(results.length).toBeGreaterThanOrEqual(200);
  });

if (!(HOST || SEED))
  test('most changed pages are still read', () => {
    const all = [...reports.values()].flatMap(({ results }) => results);
    expect(counts(all).right / all.length).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

async function reportOn(browser: Browser, url: string, host: string, script: string): Promise<Report> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const name = ANATOMIES[host]?.frame;
  const frame: Frame = (name ? page.frame({ name }) : null) ?? page.mainFrame();
  await frame.waitForFunction('window.__truth');
  await frame.evaluate(`${script};globalThis.neverWrong = neverWrong`);
  const report = await frame.evaluate(
    ([name, count, alone, only]) =>
      (globalThis as unknown as { neverWrong: { run: typeof run } }).neverWrong.run(name, count, alone, only),
    [host, COUNT, ALONE, SEED ? SEED.split(',').map(Number) : null] as const,
  );
  await context.close();
  return report;
}
