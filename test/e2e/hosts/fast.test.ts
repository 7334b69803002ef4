import type { Page } from '@playwright/test';
import { truthOf } from '../../hosts/truth.ts';
import { schoolDay } from '../school.ts';
import { confirm } from './confirm.ts';
import { marksMade } from './expected.ts';
import { lookAt } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { overlayOn } from './overlay.ts';
import { codeOf, hosts } from './people.ts';

const CODES = ['L', 'U', 'I', 'O', 'L'];
const codeFor = (i: number) => CODES[i % CODES.length] ?? 'L';

/** Marks every pupil from the first to the last, with no wait between the keys. */
const BY_KEYS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  plain: async (page) => {
    const ids = (await truthOf(page)).pupils.map(({ id }) => id);
    for (const [i, id] of ids.entries()) {
      await page.locator(`select[name="mark[${id}]"]`).focus();
      await page.keyboard.press(codeFor(i));
    }
  },
  aggrid: async (page) => {
    await page.locator('.ag-row[row-index="0"] [col-id="born"]').click();
    await page.keyboard.press('ArrowRight');
    // The page goes to the next pupil by itself, a frame later.
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press(codeFor(i));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    }
  },
};

/** How many pupils have the mark whose key was pressed: a page may itself be slower than a hand. */
async function keysTaken(page: Page): Promise<number> {
  const { pupils } = await truthOf(page);
  return pupils.filter(({ code }, i) => code === codeFor(i)).length;
}

/** Everything that kept the page's thread for 50 ms or more while `act` was under way, in ms. */
async function longTasks(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { tasks });
  });
  await act();
  await page.waitForTimeout(1000);
  return page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
}

for (const { name, driver } of hosts.filter((host) => host.name in BY_KEYS))
  test(`${name}: thirty pupils marked as fast as keys can be pressed are all read rightly`, async ({
    page,
    address,
    school,
  }) => {
    test.setTimeout(90_000);
    const mark = BY_KEYS[name];
    if (!mark) throw new Error('no way to mark');
    const made = marksMade(schoolDay);
    await page.goto(address(name, { query: '&pupils=30' }));
    await confirm(page, codeOf);
    await expect.poll(async () => (await overlayOn(page)).stand.kind).toBe('checking');
    await expect.poll(async () => (await lookAt(page, driver, made)).faults).toEqual([]);
    const ours = await longTasks(page, () => mark(page));
    const taken = await keysTaken(page);
    expect(taken).toBeGreaterThan(0);
    await driver.scroll?.(page, 'start');
    await expect
      .poll(async () => {
        const { faults, late, told } = await lookAt(page, driver, made);
        return { faults, left: late - told };
      })
      .toEqual({ faults: [], left: 0 });

    await page.goto(address(name, { query: '&pupils=30', at: school.bare, key: `bare${name}` }));
    await expect.poll(async () => (await driver.shown(page)).length).toBeGreaterThan(5);
    const bare = await longTasks(page, () => mark(page));
    console.log(
      `${name}, 30 pupils: long tasks with us [${ours.join(', ')}] ms, without [${bare.join(', ')}] ms; ` +
        `marks the page took: ${taken} with us, ${await keysTaken(page)} without`,
    );
  });
