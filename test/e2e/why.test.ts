import type { Page } from '@playwright/test';
import { fromDay, toDay } from '../../rules/calendar/dates.ts';
import { shortDate } from '../../rules/calendar/show.ts';
import { accessible, all, boxOf, focus, names, press } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { calendar, importMarks, radio, rosario, schoolDay } from './school.ts';

const COUNT = /unauthorised sessions? in the last 10 school weeks/;
const CARD = /^Unauthorised sessions: /;
const [, second] = calendar.terms;
const holiday = shortDate(fromDay(toDay(second?.from ?? schoolDay) - 7));
const nine = ['O', 'O', 'U', 'G', 'O', 'O', 'O', 'N', 'N'];

/** Everything the page says, in reading order, as a screen reader has it. */
const said = async (page: Page) =>
  (await accessible(page))
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join(' ')
    .replace(/\s+/g, ' ');

test('the card of one count: what a screen reader is told, by keyboard alone', async ({ school }) => {
  const { options, page } = await school({ clock: '09:24', role: 'office' });
  await importMarks(options, { 1001: nine });
  await page.goto(rosario('why'));
  await expect.poll(() => names(page, 'button', /^9 of 10/)).toHaveLength(1);
  await radio(page, '1001', 'U').click();
  await expect
    .poll(() => names(page, 'button', /^10 of 10/))
    .toEqual([
      '10 of 10 unauthorised sessions in the last 10 school weeks, threshold met only if the unsettled sessions stand, 2 not settled, 9 to 10 if this mark stands',
    ]);

  await focus(page, 'button', /^10 of 10/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await all(page, 'dialog', CARD)).length).toBe(1);
  const words = await said(page);
  expect(words).toContain('This mark, U, makes it 10 of 10: 9 → 10 if it stands.');
  expect(words).toContain('8 settled, 2 not settled');
  // The week before the second term of these tests’ calendar has no session.
  expect(words).toContain(`Skipped, as school did not meet: the week of ${holiday}.`);
  expect(words).toContain('incurred 10 or more unauthorised sessions during the preceding 10 school weeks');
  expect(await names(page, 'heading')).toEqual(
    expect.arrayContaining(['What leaves, and when', 'What the policy asks for now', 'The rule']),
  );
  expect(await names(page, 'cell', /^[GNOU] (unauthorised, counted|counted, not settled)/)).toHaveLength(10);
  expect(await names(page, 'cell', /this session$/)).toHaveLength(1);

  const card = await boxOf(page, (await all(page, 'dialog', CARD))[0] as never);
  const row = await radio(page, '1001', 'U').locator('xpath=ancestor::tr[1]').boundingBox();
  if (!card || !row) throw new Error('not drawn');
  expect(card.top >= row.y + row.height || card.bottom <= row.y).toBe(true);

  await page.keyboard.press('Escape');
  await expect.poll(async () => (await all(page, 'dialog', CARD)).length).toBe(0);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await all(page, 'dialog', CARD)).length, 'the badge has the focus').toBe(1);

  await radio(page, '1002', 'N').click();
  await expect.poll(async () => (await all(page, 'dialog', CARD)).length).toBe(0);
  await expect(radio(page, '1002', 'N')).toBeChecked();
});

test('hiding counts takes the card with them', async ({ school }) => {
  const { options, page } = await school({ clock: '09:00', role: 'lead' });
  await importMarks(options, { 1001: nine });
  await page.goto(rosario('why'));
  await expect.poll(async () => (await all(page, 'button', COUNT)).length).toBeGreaterThan(0);
  await press(page, 'button', /^9 of 10/);
  await expect.poll(async () => (await all(page, 'dialog', CARD)).length).toBe(1);
  await press(page, 'button', /^Hide counts$/);
  await expect.poll(async () => (await all(page, 'dialog', CARD)).length).toBe(0);
  expect(await said(page)).not.toMatch(/of 10|unauthorised/);
});
