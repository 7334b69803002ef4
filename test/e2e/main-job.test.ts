import { all, everything, findings, names, press } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { ask, calendar, importMarks, open, pressShortcut, radio, ready, rosario } from './school.ts';

const COUNT = /unauthorised sessions? in the last 10 school weeks/;
const seven = ['O', 'O', 'U', 'G', 'O', 'O', 'N'];

test('a teacher marks late, and is told: site allowed, marks imported, five schools’ policies', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await allowSite();
  const options = await ready(context, extensionId, { clock: '09:24', role: 'office' });
  await importMarks(options, { 1001: seven, 1002: Array(10).fill('O') });

  const page = await context.newPage();
  await page.goto(rosario('main'));
  await expect.poll(() => names(page, 'region', /^Registerwise$/)).toEqual(['Registerwise']);
  await expect.poll(async () => (await all(page, 'button', COUNT)).length).toBeGreaterThan(10);
  const counts = await names(page, 'button', COUNT);
  expect(counts[0]).toMatch(
    /^7 of 10 unauthorised sessions in the last 10 school weeks, below the threshold, 1 not settled$/,
  );
  expect(counts[1]).toMatch(
    /^10 of 10 unauthorised sessions in the last 10 school weeks, threshold for considering a notice met$/,
  );
  expect(await findings(page)).toEqual([]);

  await radio(page, '1001', 'L').click();
  await expect
    .poll(() => findings(page))
    .toEqual([
      expect.stringMatching(/^Check: Register closed at 9:20\. It is 9:24\. Use U, or another absence code/),
    ]);

  await radio(page, '1001', 'U').click();
  await expect.poll(() => findings(page)).toEqual([]);
  await expect.poll(() => names(page, 'button', /^8 of 10 unauthorised/)).toHaveLength(1);

  await radio(page, '1001', 'I').click();
  await radio(page, '1003', 'L').click();
  for (const [policyId, expected] of [
    ['great-hockham', /^Check: Register closed at 9:15\./],
    ['seagrave', /^Check: Register closed at 9:00\./],
    ['leading-futures', null],
    ['john-f-kennedy', /^Check: Register closed at 9:20\./],
  ] as const) {
    await ask(options, 'save-settings', { policyId });
    await radio(page, '1003', '/').click();
    await radio(page, '1003', 'L').click();
    await expect.poll(() => findings(page)).toEqual(expected ? [expect.stringMatching(expected)] : []);
  }
});

test('for a teacher, no count is anywhere in the page until it is asked for', async ({ sw, school }) => {
  const { options, page } = await school({ clock: '09:00', role: 'teacher' });
  await importMarks(options, { 1001: seven, 1002: Array(10).fill('O') });
  await page.goto(rosario('hidden'));
  const secret = /\bof 10\b|unauthorised sessions|threshold|not settled|\bnear\b|\bmet\b/i;
  await expect.poll(async () => (await all(page, 'button', /^Show count\b/)).length).toBeGreaterThan(10);
  expect(await everything(page)).not.toMatch(secret);
  expect((await names(page, 'button')).join('\n')).not.toMatch(secret);

  await press(page, 'button', /^Show counts$/);
  await expect.poll(() => names(page, 'button', /^10 of 10/)).toHaveLength(1);
  await press(page, 'button', /^Hide counts$/);
  await expect.poll(() => names(page, 'button', COUNT)).toHaveLength(0);
  expect(await everything(page)).not.toMatch(secret);

  await press(page, 'button', /^Show count\b/);
  await expect.poll(() => names(page, 'button', COUNT)).toHaveLength(1);

  await pressShortcut(page, sw);
  await expect.poll(() => names(page, 'button', COUNT)).toHaveLength(0);
  await pressShortcut(page, sw);
  await expect.poll(async () => (await all(page, 'button', COUNT)).length).toBeGreaterThan(10);
});

test('before anybody has said who it is for, counts stay hidden', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await allowSite();
  const options = await open(context, extensionId, 'options.html');
  await ask(options, 'save-settings', { policyId: 'walton-oak', calendar });
  const page = await context.newPage();
  await page.goto(rosario('nobody'));
  await expect.poll(async () => (await all(page, 'button', /^Show count\b/)).length).toBeGreaterThan(10);
  expect(await names(page, 'button', COUNT)).toEqual([]);
});
