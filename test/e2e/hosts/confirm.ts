import type { Page } from '@playwright/test';
import { all, focus, names, press } from '../ax.ts';
import { expect } from './fixtures.ts';

/** Says of each label of the page which code it stands for, as the table asks, and then yes; answers what the panel told. */
export async function confirm(page: Page, codeOf: (label: string) => string | null): Promise<string> {
  await expect.poll(() => names(page, 'button', /^Check how it is read/)).toHaveLength(1);
  await press(page, 'button', /^Check how it is read/);
  await expect.poll(() => names(page, 'dialog', /^Registerwise/)).toEqual(['Registerwise: Is this right?']);
  await answer(page, codeOf);
  const silent = await names(page, 'radio', /^Take it from the clock/);
  if (silent.length > 0) await press(page, 'radio', /^Take it from the clock/);
  const told = (await names(page, 'StaticText')).join(' ');
  await press(page, 'button', /^Yes, check this register/);
  await expect
    .poll(() => names(page, 'dialog', /^Registerwise/), { message: told })
    .toEqual(['Registerwise: Saved']);
  await press(page, 'button', /^Close$/);
  return told;
}

/** Says of each label that the table asks about which code it stands for. */
export async function answer(page: Page, codeOf: (label: string) => string | null): Promise<void> {
  for (const label of await asked(page)) await choose(page, label, codeOf(label));
}

/** Whether the panel told that the page does not say which session it is of. */
export const isSilent = (told: string): boolean => /does not say morning or afternoon/.test(told);

const ASKED = /^Attendance code for “(.*)”$/;

async function asked(page: Page): Promise<readonly string[]> {
  const boxes = await all(page, 'combobox', ASKED);
  return boxes.map(({ name }) => ASKED.exec(name)?.[1] ?? '');
}

/** With the arrow keys, as nobody but a person may change what is chosen. */
async function choose(page: Page, label: string, code: string | null): Promise<void> {
  const name = new RegExp(`^Attendance code for “${label.replace(/[\\/.*+?^${}()|[\]]/g, '\\$&')}”$`);
  const chosen = async () => (await all(page, 'combobox', name))[0]?.value ?? '';
  const wanted = code === null ? 'Not an attendance code' : `${code} – `;
  if ((await chosen()).startsWith(wanted)) return;
  await focus(page, 'combobox', name);
  await page.keyboard.press('Home');
  for (let moves = 0; moves < 40 && !(await chosen()).startsWith(wanted); moves++)
    await page.keyboard.press('ArrowDown');
  expect(await chosen(), label).toContain(wanted);
}
