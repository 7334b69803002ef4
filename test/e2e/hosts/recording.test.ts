import type { Page } from '@playwright/test';
import type { Driver } from '../../hosts/drive.ts';
import { confirm } from './confirm.ts';
import { expect, test } from './fixtures.ts';
import { overlayOn } from './overlay.ts';
import { codeOf, hosts } from './people.ts';
import { type Picture, pictures, type Recording, record, recordings, settled } from './recorder.ts';

/** The same day of work on a page, with what it holds after each step, and what was done to it. */
async function work(page: Page, driver: Driver, key: string) {
  const seen: { step: string; holds: readonly Picture[] }[] = [];
  const done: Recording[] = [];
  const step = async (what: string, act: () => Promise<unknown>) => {
    await act();
    await page.mouse.move(1, 1);
    await settled(page);
    seen.push({ step: what, holds: await pictures(page, [key, new URL(page.url()).host]) });
    done.push(...(await recordings(page)));
  };
  await step('load', async () => {
    await expect.poll(async () => (await driver.shown(page)).length).toBeGreaterThan(5);
  });
  await step('mouse', () => driver.mouse(page, '1003', 'L'));
  await step('keyboard', () => driver.keyboard(page, '1002', 'U'));
  await step('sort', () => driver.sort(page));
  await step('filter', () => driver.filter(page, 'ahmed'));
  await step('unfilter', () => driver.filter(page, ''));
  await step('bulk', () => driver.bulk(page));
  await step('afternoon', () => driver.session(page, 'PM'));
  await step('next day', () => driver.nextDay(page));
  return { seen, done };
}

for (const { name, driver } of hosts)
  test(`${name}: nothing in it is set, sent, added or changed by us`, async ({ page, address, school }) => {
    await record(page);
    await page.goto(address(name));
    await confirm(page, codeOf);
    const key = new URL(page.url()).searchParams.get('k') ?? '';
    const [withUs, without] = [`${key.slice(0, -1)}A`, `${key.slice(0, -1)}B`];
    await page.goto(address(name, { key: withUs }));
    await expect.poll(async () => (await overlayOn(page)).stand.kind).toBe('checking');
    const ours = await work(page, driver, withUs);
    await page.goto(address(name, { key: without, at: school.bare }));
    const bare = await work(page, driver, without);

    expect(
      ours.done.some((one) => one.ours > 0),
      'we were there',
    ).toBe(true);
    expect(
      bare.done.some((one) => one.ours > 0),
      'we were not',
    ).toBe(false);
    // The test itself chooses in drop-downs of the page's head by script.
    expect(ours.done.flatMap(({ sent }) => sent)).toEqual(bare.done.flatMap(({ sent }) => sent));
    expect(ours.done.flatMap(({ odd }) => odd)).toEqual([]);
    expect(ours.done.at(-1)?.calls).toEqual(bare.done.at(-1)?.calls);
    for (const [i, { step, holds }] of ours.seen.entries())
      expect(holds, step).toEqual(
        bare.seen[i]?.holds.map((frame, at) => ({
          ...frame,
          ...(holds[at]?.focus === null && { focus: null }),
        })),
      );
  });
