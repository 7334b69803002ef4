import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { findings, names, press } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { open, radio, ready, rosario } from './school.ts';

const LOG = /^Log a late arrival$/;
const LINE = 'Arrived 9:22, 32 min after 8:50, U: bus late';
const dialogs = (page: Page) => names(page, 'dialog', /log a late arrival/);
const lines = (page: Page) => names(page, 'StaticText', /^Arrived \d.* min after/);
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Opens the panel from the bar and fills it in from the keyboard. */
async function fillIn(page: Page, who: string, time: string, reason: string) {
  await expect.poll(() => names(page, 'button', LOG)).toHaveLength(1);
  await press(page, 'button', LOG);
  await expect.poll(() => dialogs(page)).toHaveLength(1);
  await page.keyboard.type(who);
  await page.keyboard.press('Enter');
  // The focus goes on to the time in the next frame.
  await page.waitForTimeout(100);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(time);
  await page.keyboard.press('Tab');
  await page.keyboard.type(reason);
}

/** The day's list, as it opens from the panel. */
async function listOf(context: BrowserContext, page: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await press(page, 'button', /^The day’s late arrivals$/);
  const list = await opened;
  await list.getByRole('heading', { level: 2 }).waitFor();
  return list;
}

/** The cells of the list's lines, without the button. */
async function cells(list: Page): Promise<readonly (readonly string[])[]> {
  const rows = await list.locator('tbody tr').all();
  return Promise.all(rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).slice(0, 7)));
}

/** Keeps what is seen, where `SHOTS` names a folder for it. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

test('a late arrival is logged from the bar, and the finding, the line and the list follow', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await allowSite();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ready(context, extensionId, { clock: '09:24' });
  const page = await context.newPage();
  await page.goto(rosario('late'));
  await expect.poll(() => names(page, 'button', LOG)).toHaveLength(1);
  await radio(page, '1001', 'L').click();
  await expect
    .poll(() => findings(page))
    .toEqual([expect.stringMatching(/^Check: Register closed at 9:20\. It is 9:24\./)]);

  await fillIn(page, 'abara', '9:22', 'bus late');
  await expect.poll(() => lines(page)).toEqual([LINE]);
  await look(page, 'panel');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page, 'StaticText', /Nothing is written into the register/)).toHaveLength(1);
  await expect
    .poll(() => findings(page))
    .toEqual([expect.stringMatching(/^Warning: Register closed at 9:20\. Arrived 9:22\. Use U/)]);
  await look(page, 'panel-logged');
  await press(page, 'button', /^Copy line: Abara, Chidi$/);
  await expect.poll(() => copied(page)).toBe(LINE);

  const list = await listOf(context, page);
  const arrived = ['Abara, Chidi', 'AM', '9:22', '32 after 8:50', 'bus late', 'U'];
  expect(await cells(list)).toEqual([[...arrived, 'not seen']]);
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await expect.poll(() => dialogs(page)).toEqual([]);
  await expect(radio(page, '1001', 'L')).toBeChecked();

  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect
    .poll(async () => {
      await list.reload();
      await list.locator('tbody tr').first().waitFor();
      return cells(list);
    })
    .toEqual([[...arrived, 'L differs']]);
});

test('the day’s list is narrowed, printed, saved, and a line of it deleted and put back', async ({
  context,
  extensionId,
}) => {
  const practice = await open(context, extensionId, 'practice.html');
  await practice.getByRole('button', { name: '09:25', exact: true }).click();
  await fillIn(practice, 'fernhill', '9:24', '=1+1');
  await practice.keyboard.press('Enter');
  await expect.poll(() => names(practice, 'StaticText', /^Logged: Ada Fernhill, 9:24/)).toHaveLength(1);
  await practice.keyboard.type('amir');
  await practice.keyboard.press('Enter');
  await practice.waitForTimeout(100);
  await practice.keyboard.press('ControlOrMeta+A');
  await practice.keyboard.type('9:05');
  await practice.keyboard.press('Enter');
  await expect.poll(() => names(practice, 'StaticText', /^Logged: Amir Lindale, 9:05/)).toHaveLength(1);

  const list = await listOf(context, practice);
  const numbers = async () => (await cells(list)).map(([pupil, , time]) => `${pupil} ${time}`);
  expect(await numbers()).toEqual(['Amir Lindale 9:05', 'Ada Fernhill 9:24']);
  expect((await new AxeBuilder({ page: list }).analyze()).violations).toEqual([]);
  await list.getByLabel('In order of').selectOption('minutes');
  expect(await numbers()).toEqual(['Ada Fernhill 9:24', 'Amir Lindale 9:05']);
  await list.getByLabel('Session').selectOption('PM');
  await expect(list.getByText('None in this session.')).toBeVisible();
  await list.getByLabel('Session').selectOption('AM');

  const saving = list.waitForEvent('download');
  await list.getByRole('button', { name: 'Save as CSV' }).click();
  const text = fs.readFileSync(await (await saving).path(), 'utf8');
  expect(text.startsWith('\uFEFFDate,Session,Pupil,Number,Arrived,')).toBe(true);
  expect(text).toContain(`2026-11-20,AM,Ada Fernhill,p01,9:24,34,8:50,"'=1+1",U,`);

  await list.getByRole('button', { name: 'Delete Ada Fernhill' }).click();
  await expect.poll(numbers).toEqual(['Amir Lindale 9:05']);
  await list.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(numbers).toEqual(['Ada Fernhill 9:24', 'Amir Lindale 9:05']);

  await look(list, 'list');
  await list.emulateMedia({ media: 'print' });
  await expect(list.getByText(/^Printed on /)).toBeVisible();
  await expect(list.getByText('Walton Oak')).toBeVisible();
  for (const hidden of ['Print', 'Save as CSV', 'Delete Ada Fernhill'])
    await expect(list.getByRole('button', { name: hidden })).toBeHidden();
  if (process.env.SHOTS) await list.pdf({ path: `${process.env.SHOTS}/list.pdf`, preferCSSPageSize: true });
});

test('the form says in plain words what is missing, and Escape gives the focus back', async ({
  context,
  extensionId,
}) => {
  const practice = await open(context, extensionId, 'practice.html');
  await practice.getByRole('button', { name: '09:25', exact: true }).click();
  await fillIn(practice, 'nobody here', '', '');
  await practice.keyboard.press('Enter');
  const told = () => names(practice, 'StaticText', /Choose a pupil of this register|Nobody on this register/);
  await expect.poll(told).toEqual(['Choose a pupil of this register.']);
  await practice.keyboard.press('Escape');
  await expect.poll(() => dialogs(practice)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`with nothing logged the list says so on a narrow ${colorScheme} screen`, async ({
    context,
    extensionId,
  }) => {
    const list = await context.newPage();
    await list.emulateMedia({ colorScheme });
    await list.setViewportSize({ width: 320, height: 700 });
    await list.goto(`chrome-extension://${extensionId}/lates.html`);
    await expect(list.getByText('No late arrival is logged for this day.')).toBeVisible();
    expect(await list.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect((await new AxeBuilder({ page: list }).analyze()).violations).toEqual([]);
    await look(list, `empty-${colorScheme}`);
  });
