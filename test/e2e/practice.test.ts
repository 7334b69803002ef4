import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { all, everything, findings, names, press } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { open, pressShortcut } from './school.ts';

const SCHOOLS = ['walton-oak', 'seagrave', 'john-f-kennedy', 'great-hockham', 'leading-futures'];
const CLASH = /^Check: Register closed at 9:00\. .*by another, late \(L\)/;
const CLOSED = /^Check: Register closed at 9:\d\d\. It is 9:\d\d\. Use U, or another absence code/;

const clock = (page: Page, time: string) => page.getByRole('button', { name: time, exact: true }).click();
const mark = (page: Page, pupil: number, code: string) =>
  page
    .locator('tr[data-pupil]')
    .nth(pupil)
    .locator(`input[value="${code.replace('\\', '\\\\')}"]`)
    .check({ force: true });
const counted = async (page: Page) => (await all(page, 'button', /in the last 10 school weeks/)).length;

for (const [time, expected] of [
  ['09:18', [null, CLASH, null, CLOSED, null]],
  ['09:25', [CLOSED, CLASH, CLOSED, CLOSED, null]],
] as const)
  test(`one L at ${time}, five schools`, async ({ context, extensionId }) => {
    const page = await open(context, extensionId, 'practice.html');
    await expect.poll(() => counted(page)).toBeGreaterThan(5);
    await clock(page, time);
    await mark(page, 1, 'L');
    for (const [i, school] of SCHOOLS.entries()) {
      await page.getByLabel('Policy').selectOption(school);
      const says = expected[i];
      await expect
        .poll(() => findings(page), { message: school })
        .toEqual(says ? [expect.stringMatching(says)] : []);
    }
  });

test('the close minute is read as each policy reads it', async ({ context, extensionId }) => {
  const page = await open(context, extensionId, 'practice.html');
  await expect.poll(() => counted(page)).toBeGreaterThan(5);
  await clock(page, '09:20');
  await mark(page, 1, 'L');
  await expect
    .poll(() => findings(page))
    .toEqual([expect.stringMatching(/9:20 is the minute .*as still late: L/)]);
  await page.getByLabel('Policy').selectOption('john-f-kennedy');
  await expect
    .poll(() => findings(page))
    .toEqual([expect.stringMatching(/9:20 is the minute .*as already absent: U/)]);
});

test('where a policy gives no afternoon close, the bar says so and no lateness is claimed', async ({
  context,
  extensionId,
}) => {
  const page = await open(context, extensionId, 'practice.html');
  await page.getByRole('button', { name: 'PM', exact: true }).click();
  for (const school of ['walton-oak', 'seagrave']) {
    await page.getByLabel('Policy').selectOption(school);
    await page.getByLabel('Another time').fill('14:30');
    await expect
      .poll(() => names(page, 'StaticText', /No PM close in this policy: lateness not checked/))
      .toHaveLength(1);
    await mark(page, 2, 'L');
    await page.waitForTimeout(300);
    expect(await findings(page)).toEqual([]);
    await mark(page, 2, '\\');
  }
  await page.getByLabel('Policy').selectOption('great-hockham');
  await mark(page, 3, 'L');
  await expect
    .poll(() => findings(page))
    .toEqual(expect.arrayContaining([expect.stringMatching(/closed at 13:35/)]));
});

test('the finding explains itself, can be kept, and the mark is never touched', async ({
  context,
  extensionId,
}) => {
  const page = await open(context, extensionId, 'practice.html');
  await expect.poll(() => counted(page)).toBeGreaterThan(5);
  await clock(page, '09:25');
  await mark(page, 4, 'L');
  await expect.poll(async () => (await all(page, 'button', /^Why/)).length).toBe(1);
  await press(page, 'button', /^Why/);
  await expect.poll(() => names(page, 'StaticText', /All registers will be considered/)).toHaveLength(1);
  await press(page, 'button', /^Keep as it is$/);
  await expect.poll(() => findings(page)).toEqual([]);
  await expect(page.locator('tr[data-pupil]').nth(4).locator('input[value="L"]')).toBeChecked();
});

test('“Mark all present” raises no event, and is seen all the same', async ({ context, extensionId }) => {
  const page = await open(context, extensionId, 'practice.html');
  await expect.poll(() => names(page, 'StaticText', /^30 of 30 not marked$/)).toHaveLength(1);
  await page.getByRole('button', { name: 'Mark all present' }).click();
  await expect.poll(() => names(page, 'StaticText', /not marked$/)).toHaveLength(0);
});

test('for a teacher nothing of a count is in the page, until one key is pressed', async ({
  context,
  sw,
  extensionId,
}) => {
  const page = await open(context, extensionId, 'practice.html');
  await expect.poll(() => counted(page)).toBeGreaterThan(5);
  await page.getByLabel('Who is it for').selectOption('teacher');
  await expect.poll(() => counted(page)).toBe(0);
  expect(await everything(page)).not.toMatch(/\bof 10\b|unauthorised sessions|not settled/);
  await pressShortcut(page, sw);
  await expect.poll(() => counted(page)).toBeGreaterThan(5);
});

test('can be used by everyone', async ({ context, extensionId }) => {
  const page = await open(context, extensionId, 'practice.html');
  await expect.poll(() => counted(page)).toBeGreaterThan(5);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
