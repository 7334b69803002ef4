import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ask } from './school.ts';

const LIST = `School term dates 2026/27
Autumn term 2026
Term starts: Tuesday 1 September 2026
Half term: Monday 26 October to Friday 30 October
Term ends: Friday 18 December
Spring term 2027: Monday 4 January 2027 to Thursday 25 March 2027
Half term: Monday 15 February to Friday 19 February
Summer term 2027: Monday 12 April 2027 to Tuesday 20 July 2027
Half term: Monday 31 May to Friday 4 June
INSET days: 1 September, 2 November and 4 January`;

const paste = (page: Page) => page.getByLabel('Paste the dates');
const save = (page: Page) => page.getByRole('button', { name: 'Save term dates' });
const cell = (page: Page, day: string) => page.getByRole('gridcell', { name: new RegExp(`^${day}`) });
const figures = (page: Page) => page.getByRole('row', { name: /^2026\/27/ });

async function options(page: Page, extensionId: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/options.html#terms`);
  await expect(paste(page)).toBeVisible();
}

test('a council’s list is pasted, corrected, added to in the grid, saved and undone', async ({
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  await options(page, extensionId);
  await paste(page).fill(LIST);
  await expect(page.getByText('The year 2026 is from “Autumn term 2026”.').first()).toBeVisible();

  // The school ends a day later than the council’s list says.
  await page.getByLabel(/^Last day of entry \d+, Summer term 2027/).fill('2027-07-21');
  await page.getByRole('button', { name: 'Use these for 2026/27' }).click();
  // Weekdays of the terms: 39, 35, 30, 24, 35 and 33, less three INSET days.
  await expect(figures(page)).toHaveText('2026/27401933196');
  await expect(page.getByText('Monday 3 May 2027 is a bank holiday')).toBeVisible();
  await page.getByRole('button', { name: 'Close on 1 bank holiday' }).click();
  await expect(figures(page)).toHaveText('2026/27401923195');

  await cell(page, 'Tuesday 1 September 2026, morning').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(cell(page, 'Wednesday 9 September 2026, afternoon')).toHaveAccessibleName(/: closed, INSET$/);
  await expect(page.getByText('Wednesday 9 September 2026: closed, INSET.')).toBeVisible();
  await expect(figures(page)).toHaveText('2026/27401914195');
  await page.keyboard.press('Control+z');
  await expect(figures(page)).toHaveText('2026/27401923195');
  await page.keyboard.press('Enter');
  await expect(figures(page)).toHaveText('2026/27401914195');

  await save(page).click();
  await expect(page.getByText('Saved: these term dates are in force.')).toBeVisible();
  const { calendar, calendarSource } = await ask(page, 'settings', {});
  expect(calendarSource).toBe('list');
  expect(calendar?.terms.at(-1)).toEqual({ from: '2027-06-07', to: '2027-07-21' });
  expect(calendar?.closures).toContainEqual({
    from: '2026-09-09',
    to: '2026-09-09',
    sessions: 'both',
    reason: 'INSET',
  });

  await cell(page, 'Thursday 17 September 2026, morning').click();
  await save(page).click();
  await expect(page.getByText('Saved: these term dates are in force.')).toBeVisible();
  await expect(figures(page)).toHaveText('2026/27401905195');
  await page.getByRole('button', { name: 'Undo: put the earlier dates back in force' }).click();
  await expect(page.getByText('The earlier term dates are in force again.')).toBeVisible();
  await expect(figures(page)).toHaveText('2026/27401914195');
  expect((await ask(page, 'settings', {})).calendar).toEqual(calendar);
  await page.reload();
  await expect(figures(page)).toHaveText('2026/27401914195');
});

test('a line that is not understood holds everything up until it is mended or left out', async ({
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  await options(page, extensionId);
  await paste(page).fill(
    'Autumn term: 1 September 2026 to 18 December 2026\nTuesday 3 September 2026 to 9 October 2026',
  );
  const use = page.getByRole('button', { name: 'Use these for 2026/27' });
  await expect(page.getByText('3 September 2026 is a Thursday, not a Tuesday.')).toBeVisible();
  await expect(use).toBeDisabled();
  await page.getByLabel('Go on without it').check();
  await use.click();
  await expect(figures(page)).toContainText('2026/27');
});

test('what is exported as a calendar file is read back as the same dates', async ({
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  await options(page, extensionId);
  await paste(page).fill(LIST);
  await page.getByRole('button', { name: 'Use these for 2026/27' }).click();
  const before = await figures(page).textContent();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as calendar file (.ics)' }).click();
  const file = await (await download).path();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(figures(page)).toHaveCount(0);
  await page.getByLabel('Or a calendar file').setInputFiles({
    ...{ name: 'term-dates.ics', mimeType: 'text/calendar' },
    buffer: (await import('node:fs')).readFileSync(file),
  });
  await page.getByRole('button', { name: 'Use these for 2026/27' }).click();
  await expect(figures(page)).toHaveText(String(before));
  await page.getByLabel('Or a calendar file').setInputFiles({
    ...{ name: 'photo.ics', mimeType: 'text/calendar' },
    buffer: Buffer.from('not a calendar'),
  });
  await expect(page.getByRole('alert')).toContainText('This is not a calendar file');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the calendar in use can be used by everyone on a narrow ${colorScheme} screen`, async ({
    context,
    extensionId,
  }) => {
    test.slow();
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 700 });
    await options(page, extensionId);
    await paste(page).fill(`${LIST}\n3 September 2026`);
    await page.getByLabel('Go on without it').check();
    await page.getByRole('button', { name: 'Use these for 2026/27' }).click();
    await paste(page).fill(LIST);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect((await new AxeBuilder({ page }).include('#terms').analyze()).violations).toEqual([]);
  });
