import type { Page } from '@playwright/test';
import { fromDay, toDay, weekday } from '../../rules/calendar/dates.ts';
import { names } from '../e2e/ax.ts';
import { ask, offsetTo, rosario, schoolDay } from '../e2e/school.ts';
import type { Studio } from './fixtures.ts';
import { rosariosis } from './pages.ts';
import { pressIfThere, pressOurs, settle, until } from './stage.ts';
import type { State } from './states.ts';

let saved = 0;

/** What most pictures show: two late marks made after the close, and an absence. */
export async function findings(page: Page, register: Pick<typeof rosariosis, 'mark'>): Promise<void> {
  await register.mark(page, 0, 'L');
  await register.mark(page, 1, 'O');
  await register.mark(page, 3, 'L');
  await settle(page);
}

const dayBefore = (() => {
  let day = toDay(schoolDay) - 1;
  while (weekday(day) > 4) day--;
  return fromDay(day);
})();

/** Long enough for an N to be past its deadline. */
export const fortnightBefore = fromDay(toDay(schoolDay) - 14);

/** Opens the register of an earlier day once it has been saved with these marks. */
export async function openSaved(page: Page, codes: readonly string[], day = dayBefore): Promise<void> {
  const address = rosario(`6 Heron ${process.pid} saved ${saved++}`).replace(schoolDay, day);
  await page.goto(address);
  await settle(page);
  for (const [pupil, code] of codes.entries()) await rosariosis.mark(page, pupil, code);
  await page.locator('input[type=submit], button[type=submit]').first().click();
  await page.goto(address);
  await settle(page);
}

/** Presses what stands under “Why” where the row has no room for the button itself. */
export async function answer(page: Page, name: RegExp): Promise<void> {
  if (await pressIfThere(page, name)) return;
  await pressOurs(page, /^Why/);
  await pressOurs(page, name);
}

/** Sets the training clock of the page's tab. */
export async function train(page: Page, { options }: Studio, time: string): Promise<void> {
  const tabId = await options.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    return (await tabs.query({})).find((tab) => tab.url === url)?.id ?? -1;
  }, page.url());
  await ask(options, 'set-training', { tabId, time: time as never });
  await until(page, 'StaticText', /^Training$/);
  await settle(page);
}

/** Sets the school's clock and whose browser it is, as the options page does. */
export async function setSchool(
  { options }: Studio,
  { clock = '09:24', role = 'office' }: Pick<State, 'clock' | 'role'>,
) {
  await ask(options, 'save-settings', { role, clockOffsetMs: offsetTo(clock) });
}

/** Opens the why-card of somebody near the threshold, from the row or from the bar. */
export async function openWhyCard(page: Page): Promise<void> {
  const count = /^(?:7|8|9|10) of 10/;
  if ((await names(page, 'button', count)).length === 0) {
    await pressIfThere(page, /^Registerwise/);
    await pressOurs(page, /\d counts$/);
  }
  await pressOurs(page, count);
}
