import type { Page } from '@playwright/test';
import { schoolDay } from '../school.ts';
import { confirm } from './confirm.ts';
import { marksMade } from './expected.ts';
import { lookAt } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { neighbours } from './neighbours.ts';
import { codeOf, hosts } from './people.ts';

const REST_MS = 2000;
const FEW = 20;

/** What goes wrong in a page, as it says so itself. */
function troubles(page: Page): readonly string[] {
  const told: string[] = [];
  page.on('pageerror', ({ message }) => told.push(message));
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()));
  return told;
}

/** How often, while nobody does anything, nodes of ours come or go, and how often anything at all changes. */
const atRest = (page: Page) =>
  page.evaluate(async (ms) => {
    const seen = { ours: 0, all: 0 };
    const isOurs = (node: Node) => node instanceof Element && node.hasAttribute('data-rw');
    const watch = new MutationObserver((records) => {
      seen.all += records.length;
      for (const { target, addedNodes, removedNodes } of records)
        if (isOurs(target) || [...addedNodes, ...removedNodes].some(isOurs)) seen.ours++;
    });
    const whole = { subtree: true, childList: true, attributes: true, characterData: true };
    watch.observe(document, whole);
    await new Promise((done) => setTimeout(done, ms));
    watch.disconnect();
    return seen;
  }, REST_MS);

/** Every tool by itself on a page of drop-downs, then all of them, there with the marks in words, and on a grid. */
const CASES = [
  ...neighbours.map((one) => ({ name: 'plain', query: '', beside: [one], stand: 'checking' })),
  // What the marks, or the day, are called in another language nobody has confirmed.
  { name: 'plain', query: '&labels=words', beside: neighbours, stand: 'paused' },
  { name: 'aggrid', query: '', beside: neighbours, stand: 'paused' },
];

for (const { name, query, beside, stand } of CASES)
  test(`${name}${query}, beside ${beside.map((one) => one.name).join(', ')}: right or plainly not checked, and both stay`, async ({
    page,
    address,
    school,
  }) => {
    const { driver } = hosts.find((host) => host.name === name) ?? {};
    if (!driver) throw new Error('no such host');
    /** Both join the page, and two pupils are late. What goes wrong in it is told, and what the others have in it. */
    const work = async (page: Page, at: string, settled: () => Promise<void>) => {
      const told = troubles(page);
      for (const { start } of beside) await start?.(page);
      await page.goto(at);
      for (const { join } of beside) await join?.(page);
      await settled();
      await driver.mouse(page, '1003', key);
      await driver.keyboard(page, '1002', key);
      await settled();
      return { told, theirs: () => Promise.all(beside.map(({ nodes }) => page.locator(nodes).count())) };
    };
    // “Late” is “En retard” by then.
    const key = query === '' ? 'L' : 'E';
    await page.goto(address(name, { query }));
    await confirm(page, codeOf);
    const made = marksMade(schoolDay);
    const look = () => lookAt(page, driver, made);
    const right = async () => {
      const { stand, faults, late, told } = await look();
      return { faults, left: stand.kind === 'checking' ? late - told : 0 };
    };
    const ours = await work(page, address(name, { query }), () =>
      expect.poll(right).toEqual({ faults: [], left: 0 }),
    );
    const said = await look();
    expect(said.stand.kind, JSON.stringify(said.stand)).toBe(stand);
    const rest = await atRest(page);
    expect(rest.ours, 'nobody answers anybody').toBe(0);
    expect(rest.all).toBeLessThan(FEW);
    expect(await look(), 'what was said stays').toEqual(said);

    const bare = await page.context().newPage();
    const without = await work(bare, address(name, { query, at: school.bare, key: 'bare' }), () =>
      expect.poll(async () => (await driver.shown(bare)).length).toBeGreaterThan(5),
    );
    const theirs = await ours.theirs();
    expect(Math.min(...theirs), 'they were there').toBeGreaterThan(0);
    await expect.poll(without.theirs, 'they have all that they have without us').toEqual(theirs);
    expect(ours.told).toEqual(without.told);
    await bare.close();
  });
