import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Policy } from '../../rules/policy/policy.ts';
import { findings, names } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { radio, ready, rosario } from './school.ts';

/** Puts a profile where a person chooses a file. */
async function add(options: Page, policy: object): Promise<void> {
  const file = {
    name: 'policy.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(policy)),
  };
  await options.getByLabel('Add a policy profile from a file').setInputFiles(file);
}

test('a school’s own profile is made from one that is built in, and open registers follow each version of it', async ({
  school,
}) => {
  const { options, page } = await school({ clock: '09:24', role: 'office' });
  await options.reload();
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Save Walton Oak Primary School as a file' }).click(),
  ]);
  const walton: Policy = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  const closing = (closes: string, version: number) => {
    const AM = { ...walton.times.AM, closes };
    return { ...walton, id: 'elm', school: 'Elm School', version, times: { ...walton.times, AM } };
  };

  await add(options, closing('half past nine', 1));
  await expect(options.getByRole('alert')).toHaveText(
    'Nothing was added. At “times.AM.closes” in this file: This is not a time written like 09:20.',
  );
  await add(options, closing('09:30', 1));
  await expect(options.getByText('Elm School is kept. Choose it in the list above to use it.')).toBeVisible();
  await expect(options.getByRole('alert')).toHaveCount(0);
  await options.getByLabel('Elm School (your own)').check();
  await expect(options.getByText('Saved: Elm School')).toBeVisible();

  await page.goto(rosario('own-policy'));
  await expect.poll(() => names(page, 'region', /^Registerwise$/)).toEqual(['Registerwise']);
  await radio(page, '1003', 'L').click();
  await expect.poll(() => findings(page)).toEqual([]);
  const late = [expect.stringMatching(/^Check: Register closed at 9:10\./)];
  await add(options, closing('09:10', 2));
  await expect(options.getByText('Elm School is kept, and marks are checked against it.')).toBeVisible();
  await expect.poll(() => findings(page)).toEqual(late);

  await options.getByText('1 earlier version').click();
  await options.getByRole('button', { name: /^Use this version again/ }).click();
  await expect(options.getByText(/^Elm School is as it was kept on /)).toBeVisible();
  await expect.poll(() => findings(page)).toEqual([]);
  await expect(options.getByText('2 earlier versions')).toBeVisible();
  expect((await new AxeBuilder({ page: options }).include('#policy').analyze()).violations).toEqual([]);
});

test('a profile that is removed while it is chosen leaves the national rules, and comes back whole', async ({
  context,
  extensionId,
}) => {
  const options = await ready(context, extensionId, { clock: '09:24', role: 'office' });
  await options.reload();
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Save Walton Oak Primary School as a file' }).click(),
  ]);
  const walton: Policy = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  // With the id of one that is built in, it stands in for that one.
  await add(options, { ...walton, version: 2 });
  const own = options.getByLabel('Walton Oak Primary School (your own)');
  await expect(own).toBeChecked();
  await expect(options.getByLabel('Walton Oak Primary School', { exact: true })).toHaveCount(0);
  await add(options, { ...walton, id: 'elm', school: 'Elm School' });
  await options.getByLabel('Elm School (your own)').check();

  await options.getByRole('button', { name: 'Remove Elm School' }).click();
  await expect(options.getByText('Elm School was removed.')).toBeVisible();
  await expect(options.getByText('The profile that was chosen is not here any more.')).toBeVisible();
  await options.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(options.getByText('Elm School is back, with all its versions.')).toBeVisible();
  await expect(options.getByLabel('Elm School (your own)')).toBeChecked();
  await options.reload();
  await expect(options.getByLabel('Elm School (your own)')).toBeChecked();

  await options.getByRole('button', { name: 'Remove Walton Oak Primary School' }).click();
  await expect(options.getByLabel('Walton Oak Primary School', { exact: true })).toBeVisible();
});
