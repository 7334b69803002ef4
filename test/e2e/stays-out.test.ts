import type { Page } from '@playwright/test';
import { all, focus, names, press } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { ask, importMarks, radio, ready, rosario } from './school.ts';
import { ourWorld, walker } from './secrets.ts';

const ours = (page: Page) => page.locator('[data-rw]').count();
const arrived = (page: Page) => expect.poll(() => ours(page), { timeout: 60_000 }).toBeGreaterThan(10);

/** What our scripts listen to on the page's window, document, root and body. A browser tells of each world's listeners by itself. */
async function listeners(page: Page, extensionId: string): Promise<readonly string[]> {
  const { client } = await walker(page);
  const contextId = await ourWorld(client, extensionId);
  const found: string[] = [];
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await client.send('Runtime.evaluate', { expression, contextId });
    const objectId = String(result.objectId);
    const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId });
    found.push(...listeners.map(({ type }) => `${expression} ${type}`));
  }
  await client.detach();
  return found;
}

test('the register does not move by a pixel, and the focus stays where it was', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await ready(context, extensionId, { clock: '09:24', role: 'office' });
  const page = await context.newPage();
  await page.goto(rosario('still-boxes'));
  const boxes = () =>
    page.locator('tr').evaluateAll((rows) =>
      rows.map((row) => {
        const { x, y, width, height } = row.getBoundingClientRect();
        return [x, y, width, height].join();
      }),
    );
  await page.evaluate(() => {
    const seen = { shifts: [] as number[], focus: [] as string[] };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift' });
    for (const type of ['focusin', 'focusout', 'blur'])
      addEventListener(type, ({ target }) => seen.focus.push(`${type} ${String(target)}`), true);
  });
  const field = page.locator('input[type=text], input:not([type])').first();
  await field.focus();
  await page.evaluate(() => {
    (globalThis as unknown as { seen: { focus: string[] } }).seen.focus.length = 0;
  });
  const before = await boxes();
  await allowSite();
  await page.bringToFront();
  await arrived(page);
  await page.waitForTimeout(1000);
  expect(await boxes()).toEqual(before);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: object }).seen);
  expect(seen).toEqual({ shifts: [], focus: [] });
  await expect(field).toBeFocused();
});

test('the page hears every key exactly as it does without us, Escape among them', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await ready(context, extensionId, { clock: '09:24', role: 'office' });
  const page = await context.newPage();
  await page.goto(rosario('keys'));
  const heard = async () => {
    await page.evaluate(() => {
      const keys: string[] = [];
      Object.assign(globalThis, { keys });
      for (const type of ['keydown', 'keypress', 'keyup'])
        document.addEventListener(type, (event) => {
          const { key, defaultPrevented, altKey, ctrlKey } = event as KeyboardEvent;
          keys.push([type, key, defaultPrevented, altKey, ctrlKey].join(' '));
        });
    });
    await page.locator('input[type=radio]').first().focus();
    for (const key of [...'aclurs?/1', 'Escape', 'Escape', 'Home', 'F2', 'Alt+c', 'Control+k', 'Shift+N'])
      await page.keyboard.press(key);
    return page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys);
  };
  const without = await heard();
  expect(without.length).toBeGreaterThan(30);
  await allowSite();
  await page.bringToFront();
  await page.reload();
  await arrived(page);
  expect(await heard()).toEqual(without);

  await radio(page, '1004', 'L').click();
  await expect.poll(() => names(page, 'button', /to check$/)).toHaveLength(1);
  await press(page, 'button', /to check$/);
  await expect.poll(() => names(page, 'list', /^Marks and counts$/)).toHaveLength(1);
  const escapes = () =>
    page.evaluate(
      () =>
        (globalThis as unknown as { keys: string[] }).keys.filter((key) => key.includes('keydown Escape'))
          .length,
    );
  const before = await escapes();
  await page.keyboard.press('Escape');
  await expect.poll(() => names(page, 'list', /^Marks and counts$/)).toHaveLength(0);
  expect(await escapes(), 'what closed ours was not the page’s').toBe(before);
  await page.keyboard.press('Escape');
  expect(await escapes(), 'with nothing of ours open it is').toBe(before + 1);
});

test('switched off, nothing of ours is left: no node and no listener', async ({
  context,
  extensionId,
  allowSite,
}) => {
  const options = await ready(context, extensionId, { clock: '09:24', role: 'teacher' });
  const page = await context.newPage();
  await page.goto(rosario('zero'));
  await allowSite();
  await page.bringToFront();
  await arrived(page);
  expect((await listeners(page, extensionId)).length, 'while on there are some').toBeGreaterThan(5);
  await press(page, 'button', /^Show counts$/);
  const origin = new URL(page.url()).origin;
  await ask(options, 'set-site', { origin, on: false });
  await expect.poll(() => ours(page)).toBe(0);
  await expect.poll(() => listeners(page, extensionId)).toEqual([]);
});

test('counts are one stop of the Tab key, and the arrow keys move between them', async ({ school }) => {
  const { options, page } = await school({ clock: '09:10', role: 'office' });
  await importMarks(options, { 1001: ['O', 'O'], 1002: ['U'] });
  await page.goto(rosario('stops'));
  const counts = () => all(page, 'button', /unauthorised sessions? in the last/);
  await expect.poll(async () => (await counts()).length).toBe(30);

  /** Where each press of Tab leads, as the page is told of it: ours shows as the host. */
  await page.evaluate(() => {
    const stops: string[] = [];
    Object.assign(globalThis, { stops });
    addEventListener('focusin', ({ target }) => {
      const host = target as Element;
      if (host.matches('table [data-rw]'))
        stops.push(String(host.closest('tr')?.textContent?.trim().slice(0, 12)));
    });
  });
  const stops = () => page.evaluate(() => (globalThis as unknown as { stops: string[] }).stops);
  await page.locator('#school_period').focus();
  for (let i = 0; i < 70; i++) await page.keyboard.press('Tab');
  expect(await stops(), 'the whole register has one').toHaveLength(1);

  await focus(page, 'button', /^2 of 10/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  const way = (await stops()).slice(-6);
  expect(new Set(way).size).toBe(4);
  expect([way[0], way[1]]).toEqual([way[5], way[3]]);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await all(page, 'dialog')).length, { message: 'it opens from the keyboard' })
    .toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await all(page, 'dialog')).length).toBe(0);
});
