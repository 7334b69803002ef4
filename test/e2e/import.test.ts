import fs from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ask, open } from './school.ts';

const file = (name: string) => fs.readFileSync(path.join(import.meta.dirname, '../files', name));

/** Drops a file onto the place for files, as somebody drags it in from the desktop. */
async function drop(page: Page, name: string, content: string | Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, base64 }) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { lastModified: Date.now() }));
      return data;
    },
    { name, base64: Buffer.from(content).toString('base64') },
  );
  await page.locator('#marks .drop').dispatchEvent('drop', { dataTransfer: transfer });
}

/** The section in every way it is looked at, for eyes when `SHOTS` names a folder; axe finds nothing in any. */
async function look(page: Page, name: string): Promise<void> {
  const axe = await new AxeBuilder({ page }).include('#marks').analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const folder = process.env.SHOTS;
  if (!folder) return;
  for (const [as, width, colorScheme] of [
    ['light', 1100, 'light'],
    ['dark', 1100, 'dark'],
    ['narrow', 320, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.locator('#marks').screenshot({ path: path.join(folder, `${name}-${as}.png`) });
  }
  await page.setViewportSize({ width: 1100, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a long CSV is dragged in: what it is taken for is seen and put right, bad rows are listed, all of it is kept and undone', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await allowSite();
  const options = await open(context, extensionId, 'options.html');
  const rows = Array.from(
    { length: 600 },
    (_, n) => `${n},10${n},2026-11-${16 + (n % 5)},AM,${n % 3 ? '/' : 'U'}`,
  );
  const text = ['Key,Number,When,Half,What', ...rows, '9,109,16/13/2026,AM,/', '9,109,2026-11-16,AM,=1+1'];
  await drop(options, 'long.csv', text.join('\r\n'));
  const marks = options.locator('#marks');
  await expect(marks.getByRole('alert')).toContainText('Say which column holds the pupil’s id');
  await look(options, 'columns');
  await marks.getByLabel('Pupil’s id').selectOption('Number');
  await marks.getByLabel('Date', { exact: true }).selectOption('When');
  await marks.getByLabel('Session (AM or PM)').selectOption('Half');
  await marks.getByLabel('Mark', { exact: true }).selectOption('What');
  const button = marks.getByRole('button', { name: 'Import 600 marks' });
  await expect(button).toBeDisabled();
  await expect(marks.getByRole('cell', { name: '16/13/2026' })).toBeVisible();
  await look(options, 'bad-rows');

  const saving = options.waitForEvent('download');
  await marks.getByRole('button', { name: 'Save all 2 as CSV' }).click();
  const saved = fs.readFileSync((await (await saving).path()) as string, 'utf8');
  expect(saved).toBe(
    '\ufeffline,column,value,reason\r\n602,When,16/13/2026,the date could not be read\r\n603,What,"\'=1+1",not an attendance code\r\n',
  );

  expect(await ask(options, 'kept', {})).toEqual([]);
  await marks.getByLabel('Leave out what cannot be read in 2 rows').check();
  await button.click();
  await expect(marks.getByText('Imported.')).toBeVisible();
  expect(await ask(options, 'kept', {})).toMatchObject([{ pupils: 600, marks: 600 }]);
  await look(options, 'kept');

  // The next file of the same shape is read the same way.
  await drop(options, 'next.csv', ['Key,Number,When,Half,What', '1,101,2026-11-20,PM,L'].join('\n'));
  await expect(marks.getByText(/as the last file with these headings/)).toBeVisible();
  await expect(marks.getByRole('button', { name: 'Import 1 mark' })).toBeEnabled();
  await marks.getByRole('button', { name: 'Cancel' }).click();

  await marks.getByRole('button', { name: 'Undo the import of long.csv' }).click();
  await expect(marks.getByText(/Undone. 600 marks/)).toBeVisible();
  await expect
    .poll(async () => (await ask(options, 'kept', {})).reduce((sum, of) => sum + of.marks, 0))
    .toBe(0);
  await look(options, 'undone');
});

test('a workbook and a pasted week', async ({ context, extensionId, allowSite }) => {
  await allowSite();
  const options = await open(context, extensionId, 'options.html');
  const marks = options.locator('#marks');
  await drop(options, 'long.xlsx', file('calc-long.xlsx'));
  await expect(marks.getByText('from 15 September 2025 to 16 September 2025')).toBeVisible();
  await marks.getByLabel('Leave out what cannot be read in 1 row').check();
  await marks.getByRole('button', { name: 'Import 4 marks' }).click();
  await expect(marks.getByText('Imported.')).toBeVisible();

  const week = ['Student\tWeek beginning\tMon AM\tMon PM\tTue AM\tTue PM', '77\t03/11/2025\t/\t\\\tU\t\\'];
  await marks.getByLabel('Or paste cells from a spreadsheet').fill(week.join('\n'));
  await expect(marks.getByRole('alert')).toContainText('3 November 2025 with the day first');
  await look(options, 'week');
  await marks.getByLabel('Dates are written').selectOption('Day first: 3/9 is 3 September');
  await marks.getByRole('button', { name: 'Import 4 marks' }).click();
  await expect(marks.getByText(/4 marks of 1 pupil from the pasted cells/)).toBeVisible();
  expect(await ask(options, 'kept', {})).toMatchObject([{ pupils: 3, marks: 8 }]);
  await expect(marks.getByRole('button', { name: /^Undo/ })).toHaveCount(1);
});

test('files of totals and broken workbooks are refused with the reason', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await allowSite();
  const options = await open(context, extensionId, 'options.html');
  const marks = options.locator('#marks');
  await drop(
    options,
    'census.csv',
    'UPN,SessionsPossible,SessionsAuthorised,SessionsUnauthorised\nA1,380,4,10',
  );
  await expect(marks.getByRole('alert')).toContainText('This file holds totals, not marks.');
  await expect(marks.getByRole('button', { name: /^Import/ })).toHaveCount(0);
  await look(options, 'totals');
  await drop(options, 'marks.xlsx', file('calc-long.xlsx').subarray(0, 900));
  await expect(marks.getByRole('alert')).toContainText('This workbook cannot be read.');
});
