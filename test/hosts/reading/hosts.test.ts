import type { Page } from '@playwright/test';
import type { SiteProfile } from '../../../sites/profile.ts';
import { drivers } from '../drive.ts';
import { test as base, expect } from '../fixtures.ts';
import { truthOf } from '../truth.ts';
import { unseen } from '../unseen.ts';
import { confirmed, readerScript, readNow, settled, timesTold } from './read.ts';
import { type Verdict, verdictOn } from './verdict.ts';

const test = base.extend<object, { script: string }>({
  script: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the destructuring
    async ({}, use) => use(await readerScript()),
    { scope: 'worker' },
  ],
});

async function look(page: Page, profile: SiteProfile | null): Promise<Verdict> {
  await settled(page);
  return verdictOn(await readNow(page, profile), await truthOf(page));
}

/** Which of a tab's documents this is. */
const madeAt = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin);

const VARIANTS = { '': '', ' in words': '&labels=words', ' lesson': '&lesson=3' };
const [FIRST, SECOND] = ['1003', '1002'];

for (const [name, { driver }] of Object.entries({ ...drivers, ...unseen })) {
  test(`${name}: read at each step`, async ({ page, address, script }) => {
    await page.addInitScript({ content: script });
    const seen: { step: string; verdict: Verdict }[] = [];
    const note = (step: string, verdict: Verdict, host = name) => {
      seen.push({ step: `${host}, ${step}`, verdict });
      const words = verdict.kind === 'right' ? 'right' : `${verdict.kind}: ${verdict.words}`;
      test.info().annotations.push({ type: `${host} | ${step}`, description: words });
    };

    await page.goto(address(name));
    await expect.poll(async () => (await driver.shown(page)).length).toBeGreaterThan(5);
    const profile = await confirmed(page, await truthOf(page));
    note('load', await look(page, profile));

    /** Does something, and sees that the observer told of it where it changed what is true. */
    const step = async (what: string, act: () => Promise<unknown>) => {
      const [before, times, made] = [await truthOf(page), await timesTold(page), await madeAt(page)];
      await act();
      const another = (await madeAt(page)) !== made;
      if (!another && JSON.stringify(await truthOf(page)) !== JSON.stringify(before))
        await expect.poll(() => timesTold(page), { message: `${what}: heard of` }).not.toBe(times);
      note(what, await look(page, profile));
    };
    await step('mouse', () => driver.mouse(page, FIRST, 'U'));
    await step('keyboard', () => driver.keyboard(page, SECOND, 'L'));
    if (driver.open) {
      await step('editing', () => driver.open?.(page, FIRST) ?? Promise.resolve());
      await page.keyboard.press('Escape');
    }
    await step('sort', () => driver.sort(page));
    await step('filter', () => driver.filter(page, 'ahmed'));
    await step('unfilter', () => driver.filter(page, ''));
    if (driver.scroll) {
      await step('scroll', () => driver.scroll?.(page, 'end') ?? Promise.resolve());
      await step('back up', () => driver.scroll?.(page, 'start') ?? Promise.resolve());
    }
    await step('bulk', () => driver.bulk(page));
    await step('save', () => driver.save(page));
    await step('session', () => driver.session(page));
    await step('next day', () => driver.nextDay(page));
    await page.goto(address(name));
    await expect.poll(async () => (await driver.shown(page)).length).toBeGreaterThan(5);
    note('come back', await look(page, profile));

    for (const [variant, query] of Object.entries(VARIANTS).slice(1)) {
      await page.goto(`${address(name, query)}`);
      await page.waitForFunction(() => '__truth' in globalThis);
      await settled(page);
      note('load', await look(page, await confirmed(page, await truthOf(page))), `${name}${variant}`);
    }
    if (driver.scroll) {
      const host = `${name} of 90`;
      await page.goto(address(name, '&pupils=90'));
      await expect.poll(async () => (await driver.shown(page)).length).toBeGreaterThan(5);
      const long = await confirmed(page, await truthOf(page));
      note('load', await look(page, long), host);
      await driver.scroll(page, 'end');
      note('scroll', await look(page, long), host);
      await driver.scroll(page, 'start');
      note('back up', await look(page, long), host);
    }
    expect(seen.filter(({ verdict }) => verdict.kind === 'wrong')).toEqual([]);
  });
}
