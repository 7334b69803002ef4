import { expect, test } from './fixtures.ts';
import { ask, open } from './school.ts';

test('a file with ten thousand bad rows: every one listed, nothing kept until the user leaves them out', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await allowSite();
  const options = await open(context, extensionId, 'options.html');
  const good = Array.from({ length: 200 }, (_, i) => `10${i},2026-11-16,AM,/`);
  const bad = Array.from({ length: 10_000 }, (_, i) => `1${i},16/13/2026,AM,/`);
  await options.setInputFiles('#marks input[type=file]', {
    name: 'bad.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Pupil ID,Date,Session,Mark', ...good, ...bad].join('\n')),
  });
  const button = options.getByRole('button', { name: 'Import 200 marks' });
  await expect(button).toBeDisabled();
  await expect(options.getByText(/10,000 bad rows/).first()).toBeVisible();
  await expect(options.getByText('16/13/2026').first()).toBeVisible();
  expect(await ask(options, 'kept', {})).toEqual([]);
  await options.getByLabel('Leave out the 10,000 bad rows').check();
  await button.click();
  await expect(options.getByText('Imported.').first()).toBeVisible();
  expect(await ask(options, 'kept', {})).toMatchObject([{ pupils: 200, marks: 200 }]);
});

test('a file of totals is refused with the reason', async ({ context, extensionId, allowSite }) => {
  await allowSite();
  const options = await open(context, extensionId, 'options.html');
  await options.setInputFiles('#marks input[type=file]', {
    name: 'census.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('UPN,SessionsPossible,SessionsAuthorised,SessionsUnauthorised\nA1,380,4,10'),
  });
  await expect(options.getByRole('alert')).toContainText(/totals|dated|session/i);
  await expect(options.getByRole('button', { name: /^Import/ })).toHaveCount(0);
});
