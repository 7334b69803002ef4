import type { Page } from '@playwright/test';
import { names, press } from '../e2e/ax.ts';

const SETTLE_MS = 700;
const PATIENCE_MS = 15_000;
/** What the bar says first, in its line or folded. */
const THERE = /^(?:Checking|Not checking|Registerwise found|Read \d)/;

/** Waits until something of that role and name is on the page. */
export async function until(page: Page, role: string, name: RegExp): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while ((await names(page, role, name)).length === 0) {
    if (Date.now() > end) throw new Error(`No ${role} called ${name} came`);
    await page.waitForTimeout(100);
  }
}

/** Waits until the overlay has been drawn, and has come to rest. */
export async function settle(page: Page): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  const isThere = async () =>
    (await names(page, 'StaticText', THERE)).length > 0 ||
    (await names(page, 'button', /^Registerwise/)).length > 0;
  while (!(await isThere()) && Date.now() < end) await page.waitForTimeout(100);
  await page.waitForTimeout(SETTLE_MS);
}

/** Presses a button of ours and waits for what it does to be drawn. */
export async function pressOurs(page: Page, name: RegExp): Promise<void> {
  await until(page, 'button', name);
  await press(page, 'button', name);
  await page.waitForTimeout(SETTLE_MS);
}

/** Presses it only where it is. */
export async function pressIfThere(page: Page, name: RegExp): Promise<boolean> {
  const there = (await names(page, 'button', name)).length > 0;
  if (there) await pressOurs(page, name);
  return there;
}

/** Says yes to a page whose labels are the codes themselves. */
export async function confirmPage(page: Page): Promise<void> {
  await pressOurs(page, /^Check how it is read/);
  if ((await names(page, 'radio', /^Take it from the clock/)).length > 0)
    await press(page, 'radio', /^Take it from the clock/);
  await pressOurs(page, /^Yes, check this register/);
  await until(page, 'dialog', /^Registerwise: Saved/);
  await pressOurs(page, /^Close$/);
}
