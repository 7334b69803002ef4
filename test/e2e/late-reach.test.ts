import type { Page } from '@playwright/test';
import { all, boxOf, findings, focus, names } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { radio, ready, rosario } from './school.ts';

const LOG = /^Log a late arrival$/;
const FORM = /log a late arrival/;
/** The side of a square that a finger hits, by WCAG 2.2 (2.5.8), in pixels. */
const TARGET = 24;

/** A finger on the last thing of that role and name. */
async function tap(page: Page, role: string, name: RegExp): Promise<void> {
  const box = await boxOf(page, (await all(page, role, name)).at(-1) as never);
  if (!box) throw new Error(`No ${role} called ${name} is drawn`);
  expect(Math.min(box.right - box.left, box.bottom - box.top)).toBeGreaterThanOrEqual(TARGET);
  const client = await page.context().newCDPSession(page);
  const touchPoints = [{ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

test('a late arrival is logged from beside its mark, and from the bar, by keyboard and by touch', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await allowSite();
  await ready(context, extensionId, { clock: '09:24', role: 'office' });
  const page = await context.newPage();
  await page.goto(rosario('reach'));
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await expect.poll(() => names(page, 'button', LOG)).toHaveLength(1);
  await radio(page, '1004', 'L').click();
  await expect.poll(() => findings(page)).toHaveLength(1);
  const opens = () => expect.poll(() => names(page, 'dialog', FORM)).toHaveLength(1);
  const closes = async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => names(page, 'dialog', FORM)).toHaveLength(0);
  };

  await test.step('beside the mark, by keyboard', async () => {
    await focus(page, 'button', /^Why: /);
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page, 'dialog', /^Why$/)).toHaveLength(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await opens();
    expect(await names(page, 'StaticText', /^Arrived 9:2\d, .* min after/)).toHaveLength(1);
    await closes();
  });
  await test.step('beside the mark, by touch', async () => {
    await tap(page, 'button', /^Why: /);
    await expect.poll(() => names(page, 'dialog', /^Why$/)).toHaveLength(1);
    await tap(page, 'button', LOG);
    await opens();
    await closes();
  });
  await test.step('from the bar, by touch and by keyboard', async () => {
    await tap(page, 'button', LOG);
    await opens();
    await closes();
    await focus(page, 'button', LOG);
    await page.keyboard.press('Enter');
    await opens();
    await closes();
  });
  await expect(radio(page, '1004', 'L')).toBeChecked();
});
