import type { Page } from '@playwright/test';
import { all, findings, names } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { ask, confirmPlain, radio, ready, rosario, schoolDay } from './school.ts';

const ours = (page: Page) => page.locator('[data-rw]').count();

/** What the toolbar and the popup are told of a page. */
async function stateOf(options: Page, page: Page) {
  const tabId = await options.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    return (await tabs.query({})).find((tab) => tab.url === url)?.id ?? -1;
  }, page.url());
  return ask(options, 'page-state', { tabId });
}

test('nothing of ours is on a site that was not allowed, or is switched off, or no longer allowed', async ({
  context,
  extensionId,
  allowSite,
  revokeHost,
}) => {
  const options = await ready(context, extensionId);
  const page = await context.newPage();
  await page.goto(rosario('off'));
  await page.waitForTimeout(1000);
  expect(await ours(page)).toBe(0);

  await allowSite();
  await expect
    .poll(() => ours(page), { message: 'an open page is joined without a reload' })
    .toBeGreaterThan(10);

  const origin = new URL(page.url()).origin;
  await ask(options, 'set-site', { origin, on: false });
  await expect.poll(() => ours(page)).toBe(0);
  await ask(options, 'set-site', { origin, on: true });
  await expect.poll(() => ours(page)).toBeGreaterThan(10);

  await revokeHost('http://localhost/*');
  await expect.poll(() => ours(page)).toBe(0);
  await page.reload();
  await page.waitForTimeout(1000);
  expect(await ours(page)).toBe(0);
});

test('the register is neither moved nor changed, and what is posted is the page’s own', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await ready(context, extensionId);
  const page = await context.newPage();
  await page.goto(rosario('still'));
  const picture = () =>
    page.evaluate(() => ({
      rects: [...document.querySelectorAll('td, th, input, select, form')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join();
      }),
      fields: [...new FormData(document.querySelector('form') ?? undefined)].map(String),
      height: document.documentElement.scrollHeight,
    }));
  const before = await picture();
  await page.evaluate(() => {
    const seen: string[] = [];
    for (const type of ['click', 'input', 'change', 'submit', 'keydown'])
      addEventListener(type, (event) => event.isTrusted || seen.push(type), true);
    Object.assign(globalThis, { untrusted: seen });
  });
  await allowSite();
  await expect.poll(() => ours(page)).toBeGreaterThan(10);
  await page.waitForTimeout(500);
  expect(await picture()).toEqual(before);
  expect(await page.evaluate(() => (globalThis as unknown as { untrusted: string[] }).untrusted)).toEqual([]);
});

test('findings and counts follow a register that is saved, switched and replaced without a new page', async ({
  school,
}) => {
  const { page } = await school();
  await page.goto(rosario('swap'));
  await expect.poll(() => ours(page)).toBeGreaterThan(10);
  await radio(page, '1004', 'L').click();
  await expect.poll(() => findings(page)).toHaveLength(1);
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('You already have taken attendance')).toBeVisible();
  await expect.poll(() => ours(page)).toBeGreaterThan(10);
  await page.locator('#school_period').selectOption('2');
  await expect(page.getByText('You already have taken attendance')).toBeHidden();
  await expect.poll(async () => (await names(page, 'StaticText', /No PM close/)).length).toBeGreaterThan(0);
  // RosarioSIS presets the afternoon with the morning's mark: one thing to say, said once. Nothing is claimed of lateness.
  expect(await findings(page)).toEqual([]);
  expect(await names(page, 'StaticText', /^30 marks: \/ is for the morning/)).toHaveLength(1);
});

test('what a page saved joins the pupils’ history', async ({ school }) => {
  const { options, page } = await school();
  await page.goto(rosario('kept'));
  await expect.poll(() => ours(page)).toBeGreaterThan(10);
  await radio(page, '1002', 'O').click();
  expect(await ask(options, 'kept', {})).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect.poll(() => ask(options, 'kept', {})).toMatchObject([{ pupils: 30, marks: 30 }]);

  await page.route(/TakeAttendance/, async (route) => {
    await new Promise((answer) => setTimeout(answer, 2500));
    await route.continue();
  });
  await page.locator('#school_period').selectOption('2');
  await expect
    .poll(() => names(page, 'StaticText', /changing to another session/), { message: 'a slow answer' })
    .toHaveLength(1);
  await page.waitForTimeout(1500);
  expect(await ask(options, 'kept', {}), 'the morning’s marks are not the afternoon’s').toMatchObject([
    { pupils: 30, marks: 30 },
  ]);
});

test('a register nobody has confirmed is not checked, and says so; once confirmed it is, on the open page', async ({
  school,
}) => {
  const { options, page } = await school();
  await page.goto(`/plain/register.html?today=${schoolDay}`);
  await expect.poll(() => names(page, 'StaticText', /found a register here/)).toHaveLength(1);
  expect(await names(page, 'button', /^Check how it is read$/)).toHaveLength(1);
  expect(await stateOf(options, page)).toMatchObject({ state: 'not-checking', setUp: 'confirm' });
  expect(await page.locator('table [data-rw]').count()).toBe(0);

  await confirmPlain(options, new URL(page.url()).origin);
  await expect.poll(async () => (await stateOf(options, page))?.detail).toBe('Checking 30 pupils');
  await expect.poll(() => page.locator('table [data-rw]').count()).toBeGreaterThan(10);
});

test('a bulk button that sets values by script is seen', async ({ baseURL, school }) => {
  const { options, page } = await school();
  await confirmPlain(options, String(baseURL));
  await page.goto(`/plain/register.html?today=${schoolDay}`);
  await expect.poll(() => ours(page)).toBeGreaterThan(10);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: /set all/i }).click();
  await expect.poll(async () => (await findings(page)).length).toBeGreaterThan(5);
});

test('two thousand rows: only rows near the screen are drawn', async ({ baseURL, school }) => {
  const { options, page } = await school();
  await confirmPlain(options, String(baseURL));
  await page.goto(`/plain/register.html?rows=2000&today=${schoolDay}`);
  await expect.poll(() => ours(page)).toBeGreaterThan(10);
  expect(await ours(page)).toBeLessThan(300);
  await expect.poll(async () => (await stateOf(options, page))?.detail).toMatch(/^Checking 2,?000 pupils/);
  await page.locator('tbody tr').nth(1500).scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator('tbody tr').nth(1500).locator('[data-rw]').count()).toBeGreaterThan(0);
});

test('a page with no register, and one that throws our pieces out, end in a clear word and a working page', async ({
  context,
  extensionId,
  allowSite,
  baseURL,
}) => {
  await allowSite();
  const options = await ready(context, extensionId);
  await confirmPlain(options, String(baseURL));
  await options.evaluate(() => {
    const heard: unknown[] = [];
    const { runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    runtime.onMessage.addListener((message: { type: unknown }) => void heard.push(message.type));
    Object.assign(globalThis, { heard });
  });
  const page = await context.newPage();
  await page.goto('/plain/none.html');
  await page.waitForTimeout(1000);
  expect(await ours(page)).toBe(0);
  expect(await options.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)).toEqual([
    'profiles',
  ]);
  expect((await stateOf(options, page))?.state).toBe('no-register');

  await page.goto(`/hostile/register.html?today=${schoolDay}`);
  await expect
    .poll(async () => (await stateOf(options, page))?.detail)
    .toMatch(/keeps removing Registerwise/);
  expect(await ours(page)).toBe(0);
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
});

test('an unreadable register says that it is not being checked, and why', async ({ school }) => {
  const { page } = await school();
  await page.goto('/doubtful/1/no-ids/page.html');
  await expect.poll(async () => (await all(page, 'region', /^Registerwise$/)).length).toBe(1);
  expect((await names(page, 'StaticText', /Not checking this page/)).length).toBeGreaterThan(0);
});
