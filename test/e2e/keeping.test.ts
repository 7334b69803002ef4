import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fromDay, toDay, weekday } from '../../rules/calendar/dates.ts';
import { all, findings, focus, names, press } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { ask, open, radio, rosario, schoolDay } from './school.ts';

const CLOSED = [expect.stringMatching(/^Check: Register closed at 9:20\. It is 9:24\./)];
const says = (page: Page, what: RegExp) => expect.poll(() => names(page, 'StaticText', what)).not.toEqual([]);
const settled = (page: Page) =>
  expect.poll(() => names(page, 'StaticText', /^Checking \d+ pupils$/)).toHaveLength(1);

/** Presses what stands under “Why”, where the row has little room. */
async function answer(page: Page, what: RegExp): Promise<void> {
  await press(page, 'button', /^Why/);
  await expect.poll(async () => (await all(page, 'dialog')).length).toBe(1);
  await press(page, 'button', what);
}

/** The school day before: an earlier session, whatever the clock says. */
const dayBefore = (() => {
  let day = toDay(schoolDay) - 1;
  while (weekday(day) > 4) day--;
  return fromDay(day);
})();

test('a finding kept stays kept after a reload, and one click says it again', async ({ school }) => {
  const { options, page } = await school({ clock: '09:24', role: 'teacher' });
  const opened = async () => {
    await page.goto(rosario('keeping'));
    await settled(page);
    await radio(page, '1001', 'L').click();
  };
  await opened();
  await expect.poll(() => findings(page)).toEqual(CLOSED);
  await answer(page, /^Keep as it is$/);
  await expect.poll(() => findings(page)).toEqual([]);
  await expect.poll(() => names(page, 'button', /^Undo /)).toHaveLength(1);
  await press(page, 'button', /^Undo /);
  await expect.poll(() => findings(page)).toEqual(CLOSED);
  await answer(page, /^Keep as it is$/);
  await expect.poll(() => names(page, 'button', /^1 kept$/)).toHaveLength(1);

  // The same pupil, session and code; another code, and another pupil, are told of.
  await ask(options, 'save-settings', { clockOffsetMs: (await ask(options, 'settings', {})).clockOffsetMs });
  await opened();
  await expect.poll(() => names(page, 'button', /^1 kept$/)).toHaveLength(1);
  expect(await findings(page)).toEqual([]);
  await radio(page, '1002', 'L').click();
  await expect.poll(() => findings(page)).toHaveLength(1);
  await radio(page, '1002', 'I').click();

  // Long after the note beside the mark has gone: from the bar's list.
  await press(page, 'button', /^1 kept$/);
  await says(page, /^Kept as it is\.$/);
  await press(page, 'button', /^Undo /);
  await expect.poll(() => findings(page)).toHaveLength(1);
  await opened();
  await expect.poll(() => findings(page)).toHaveLength(1);
  await expect(radio(page, '1001', 'L')).toBeChecked();
});

test('a change to an earlier session’s mark is recorded, copied, remembered and exported', async ({
  context,
  extensionId,
  baseURL,
  school,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: String(baseURL) });
  const { page } = await school({ clock: '09:24', role: 'office' });
  const earlier = rosario('amending').replace(schoolDay, dayBefore);
  await page.goto(earlier);
  await settled(page);
  for (const pupil of ['1001', '1002']) await radio(page, pupil, '/').click();
  await page.locator('input[type=submit], button[type=submit]').first().click();
  await page.goto(earlier);
  await settled(page);
  expect(await findings(page)).toEqual([]);

  await radio(page, '1001', 'M').click();
  await expect
    .poll(() => findings(page))
    .toEqual([
      'Check: This changes / to M. The record still needs the reason, the name and the role of the change.',
    ]);
  await answer(page, /^Note the change$/);
  await says(page, /^Still needed: the reason, the name and the role\.$/);
  await press(page, 'button', /^Copy the line and note it$/);
  await says(page, /^Still needed: the reason, the name and the role\.$/);
  await page.keyboard.type('dental appointment card seen');
  await focus(page, 'textbox', /^Your name$/);
  await page.keyboard.type('A. Clerk');
  await focus(page, 'textbox', /^Your role$/);
  await page.keyboard.type('office');
  await press(page, 'button', /^Copy the line and note it$/);
  await says(page, /^Copied, and noted on this device\./);
  const line =
    /^\/ to M, \d+ \w+( \d{4})? AM: dental appointment card seen\. A\. Clerk, office, \d+ \w+ \d{4}$/;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(line);
  await page.keyboard.press('Escape');
  await expect.poll(() => findings(page)).toEqual([]);
  await expect(radio(page, '1001', 'M')).toBeChecked();

  await radio(page, '1002', 'I').click();
  await expect.poll(() => findings(page)).toHaveLength(1);
  await answer(page, /^Note the change$/);
  await says(page, /^Still needed: the reason\.$/);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await all(page, 'dialog')).length).toBe(0);

  const options = await open(context, extensionId, 'options.html');
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Save as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.split('\r\n')[1]).toContain(
    `1001,${dayBefore},AM,/,M,dental appointment card seen,${schoolDay},A. Clerk,office,${baseURL}`,
  );
});

test('a training clock shows the minutes about the close, under a banner, until its tab closes', async ({
  context,
  extensionId,
  school,
}) => {
  const { options, page } = await school({ clock: '14:00', role: 'office' });
  await page.goto(rosario('training'));
  await settled(page);
  expect(await names(page, 'StaticText', /^Training$/)).toEqual([]);
  const tabId = await options.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    return (await tabs.query({})).find((tab) => tab.url === url)?.id ?? -1;
  }, page.url());
  const popup = await open(context, extensionId, `popup.html?tab=${tabId}`);
  await popup.getByText('Training clock').click();
  for (const [time, bar] of [
    ['09:19', /^Closes 9:20 · \d+ s$/],
    ['09:20', /^Closes 9:20 · this minute$/],
    ['09:21', /^Closed 9:20$/],
  ] as const) {
    await popup.bringToFront();
    await popup.getByLabel('Time to show').fill(time);
    await popup.getByRole('button', { name: 'Set', exact: true }).click();
    await page.bringToFront();
    await says(page, /^Training$/);
    await says(page, bar);
  }
  await radio(page, '1001', 'L').click();
  await expect.poll(() => findings(page)).toEqual([expect.stringMatching(/closed at 9:20\. It is 9:21\./)]);
  await answer(page, /^Keep as it is$/);
  await expect.poll(() => findings(page)).toEqual([]);

  // What was kept in training was not noted.
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Back to the school’s clock' }).click();
  await page.bringToFront();
  await expect.poll(() => names(page, 'StaticText', /^Training$/)).toEqual([]);
  expect(await ask(options, 'training', { tabId })).toBeNull();
  await page.reload();
  await settled(page);
  await radio(page, '1001', 'L').click();
  await expect.poll(() => findings(page)).toHaveLength(1);

  await ask(options, 'set-training', { tabId, time: '09:21' as never });
  await page.close();
  await expect.poll(() => ask(options, 'training', { tabId })).toBeNull();
});
