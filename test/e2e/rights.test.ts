import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { fromDay, toDay } from '../../rules/calendar/dates.ts';
import { expect, test } from './fixtures.ts';
import { ask, calendar, open, ready, schoolDay } from './school.ts';

const SITE = 'https://myschool.example';
const OTHER = 'https://second.example';
const PASSPHRASE = 'otter lamp Tuesday gravel';

/** A weekday two years ago: older than any choice of how long to keep. */
const longAgo: IsoDate = fromDay(toDay(schoolDay) - 728);

const see = (page: Page, pupil: string, code: string, date = schoolDay, origin = SITE) =>
  ask(page, 'own-seen', { origin, date, session: 'AM', marks: [{ pupil, code }] });

test('a backup saved as a file is looked into, refused with a wrong passphrase, and put in place after a wipe', async ({
  context,
  extensionId,
}) => {
  const options = await ready(context, extensionId);
  await see(options, '1001', 'N');
  await see(options, '1001', 'U');
  await see(options, '1002', '/');
  const before = await ask(options, 'kept', {});
  await options.reload();
  await options.getByLabel('Passphrase').fill(PASSPHRASE);
  await options.getByLabel('The same again').fill(PASSPHRASE);
  const saved = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Save a backup' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^registerwise-\d{4}-\d\d-\d\d\.registerwise$/);
  const buffer = fs.readFileSync(await download.path());
  expect(buffer.includes('1001')).toBe(false);

  await options.getByRole('button', { name: 'Wipe everything…' }).click();
  await options.getByRole('button', { name: 'Yes, wipe everything' }).click();
  await expect(options.getByText('No marks are kept on this device.')).toBeVisible();
  await see(options, '2001', 'O');
  await see(options, '2002', 'O', schoolDay, OTHER);
  await options.reload();

  await options.getByLabel('Backup file').setInputFiles({
    ...{ name: 'b.registerwise', mimeType: 'application/octet-stream', buffer },
  });
  await options.getByLabel('Passphrase of b.registerwise').fill('otter lamp Tuesday');
  await options.keyboard.press('Enter');
  await expect(options.getByText(/This passphrase does not open the backup/)).toBeVisible();
  await options.getByLabel('Passphrase of b.registerwise').fill(PASSPHRASE);
  await options.getByRole('button', { name: 'Look inside' }).click();
  await expect(options.getByRole('heading', { name: 'Put this backup in place?' })).toBeFocused();
  await expect(options.getByText(/for Walton Oak/)).toBeVisible();
  await expect(
    options.getByText(
      /2 marks of 2 pupils.*takes the place of everything kept here of this site, 1 pupil now/,
    ),
  ).toBeVisible();
  expect(await ask(options, 'pupil-record', { origin: SITE, pupil: '1001' })).toBeNull();
  await options.getByRole('button', { name: 'Yes, put it in place' }).click();
  await expect(options.getByText('The backup is in place.')).toBeVisible();
  const after = await ask(options, 'kept', {});
  expect(after.filter(({ origin }) => origin === SITE)).toEqual(before);
  expect(after.find(({ origin }) => origin === OTHER)?.pupils).toBe(1);
  expect(await ask(options, 'pupil-record', { origin: SITE, pupil: '1001' })).toMatchObject({
    marks: [{ date: schoolDay, code: 'U' }],
    log: [{ kind: 'amended', from: 'N', to: 'U' }],
  });
  await expect(options.getByLabel('Walton Oak', { exact: false }).first()).toBeChecked();
});

test('everything about one pupil is shown, saved as JSON and CSV, and erased, from the keyboard', async ({
  context,
  extensionId,
}) => {
  const options = await ready(context, extensionId);
  await see(options, '1001', 'N');
  await see(options, '1001', 'U');
  await see(options, '1002', '/');
  const page = await open(context, extensionId, 'pupil.html');
  await page.getByLabel('Number in your school’s system').fill('1001');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What Registerwise keeps about pupil 1001' })).toBeVisible();
  await expect(page.getByRole('cell', { name: /Seen on the page/ })).toBeVisible();
  await expect(page.getByText(/seen to change on the page from N to U/)).toBeVisible();
  await expect(page.getByText('penalty notices, plans and arrangements with the family')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await page.setViewportSize({ width: 1000, height: 800 });

  const save = async (name: string) => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const download = await saved;
    // The browser lists what was saved: no number of a pupil in its name.
    expect(download.suggestedFilename()).not.toContain('1001');
    return fs.readFileSync(await download.path(), 'utf8');
  };
  expect(JSON.parse(await save('Save as JSON'))).toMatchObject({
    ...{ registerwise: 'pupil-record', pupil: '1001', origin: SITE },
    marks: [{ date: schoolDay, session: 'AM', code: 'U', from: 'page' }],
  });
  const csv = await save('Save marks as CSV');
  expect(csv.startsWith('\uFEFFdate,session,code,meaning,from,seen\r\n')).toBe(true);
  expect(csv).toContain(`\r\n${schoolDay},AM,U,`);

  await page.getByRole('button', { name: 'Erase everything about this pupil…' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Erase everything about this pupil?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Erased. That a pupil was erased is noted, of whom is not.')).toBeVisible();
  await page.getByRole('button', { name: 'Show what is kept' }).click();
  await expect(page.getByText('Nothing is kept about that pupil on this site.')).toBeVisible();
  expect(await ask(options, 'kept', {})).toMatchObject([{ origin: SITE, pupils: 1 }]);
});

test('old marks go by themselves once a day, and a shorter time shows first what it erases', async ({
  context,
  extensionId,
  sw,
}) => {
  const options = await ready(context, extensionId);
  await see(options, '1001', '/', longAgo);
  await see(options, '1001', '/');
  await options.reload();
  await expect(options.getByText('Not tidied yet.')).toBeVisible();
  await expect(options.getByText(/Tidying erases 1 mark of 1 pupil/)).toBeVisible();
  const alarms = await sw.evaluate(async () => {
    const { alarms } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    const all = await alarms.getAll();
    (alarms.onAlarm as unknown as { dispatch: (alarm: unknown) => void }).dispatch(all[0]);
    return all;
  });
  expect(alarms).toMatchObject([{ name: 'tidy', periodInMinutes: 1440 }]);
  await expect
    .poll(async () => (await ask(options, 'pupil-record', { origin: SITE, pupil: '1001' }))?.marks.length)
    .toBe(1);
  await options.reload();
  await expect(options.getByText(/^Last tidied .*: nothing older than/)).toBeVisible();
  await expect(options.getByText('Nothing here is old enough to go.')).toBeVisible();

  // As long as the policy says: Walton Oak's three years, so that what is old may stay.
  await options.getByLabel('As long as the policy says: 3 years').check();
  await expect(options.getByText('Saved: As long as the policy says: 3 years.')).toBeVisible();
  await see(options, '1001', '/', longAgo);
  await options.reload();
  await expect(options.getByText('Nothing here is old enough to go.')).toBeVisible();
  await options.getByLabel('Only what the counts need').check();
  await expect(options.getByRole('heading', { name: 'Keep marks for a shorter time?' })).toBeFocused();
  await options.getByRole('button', { name: 'Leave it as it is' }).click();
  expect((await ask(options, 'settings', {})).keepFor).toBe('policy');
  await options.getByLabel('Only what the counts need').check();
  await options.getByRole('button', { name: 'Yes, erase 1 mark' }).click();
  await expect(options.getByText('Nothing here is old enough to go.')).toBeVisible();
  expect(await ask(options, 'settings', {})).toMatchObject({ keepFor: 'needed', calendar });
});

test('the section can be used by everyone when it is full of questions', async ({ context, extensionId }) => {
  const options = await ready(context, extensionId);
  await see(options, '1001', '/');
  await options.reload();
  await options.getByRole('switch', { name: /Shared computer/ }).click();
  await options.getByRole('button', { name: 'Wipe everything…' }).click();
  await options.getByLabel('Passphrase').fill('short');
  await options.getByLabel('The same again').fill('shorter');
  for (const colorScheme of ['light', 'dark'] as const) {
    await options.emulateMedia({ colorScheme });
    await options.setViewportSize({ width: 320, height: 700 });
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect((await new AxeBuilder({ page: options }).include('#kept').analyze()).violations).toEqual([]);
  }
});
