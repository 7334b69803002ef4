import type { Page } from '@playwright/test';
import { NAMES } from '../../hosts/common/codes.mjs';
import { type Driver, drivers } from '../../hosts/drive.ts';

/** What the labels of the host pages stand for: names of codes, and shapes of icons. */
const MEANS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(NAMES).map(([code, name]) => [name, code])),
  ...{ Present: '/', Absent: 'N', 'green tick': '/', 'yellow clock': 'L', 'red clock': 'U' },
  ...{ 'red cross': 'O', 'orange cross': 'I', 'grey dash': 'N' },
};

/** What somebody who knows the page says of a label. */
export function codeOf(label: string): string {
  const code = MEANS[label];
  if (code === undefined) throw new Error(`Nobody has told this test what “${label}” stands for`);
  return code;
}

/** Clicks a drop-down open and types the code. A test that sets it by script is nobody’s mark. */
const onDropDown =
  (find: (page: Page, id: string) => ReturnType<Page['locator']>) =>
  async (page: Page, id: string, code: string): Promise<void> => {
    await find(page, id).click();
    await page.keyboard.press(code);
    await page.keyboard.press('Enter');
  };
const BY_HAND: Readonly<Record<string, Driver['mouse']>> = {
  plain: onDropDown((page, id) => page.locator(`select[name="mark[${id}]"]`)),
  frame: onDropDown((page, id) => page.frameLocator('iframe').locator(`select[name="mark[${id}]"]`)),
  cards: onDropDown((page, id) => page.locator(`[data-pupil-id="${id}"] select`)),
  shadow: onDropDown((page, id) => page.locator(`x-select[data-row="${id}"] select`)),
  aspnet: onDropDown((page, id) =>
    page
      .locator('tr.GridRow, tr.GridAlt')
      .filter({ has: page.locator(`input[value="${id}"]`) })
      .locator('select'),
  ),
};

/** Every host page and how a person works it, drop-downs included. */
export const hosts: readonly { readonly name: string; readonly driver: Driver }[] = Object.entries(
  drivers,
).map(([name, { driver }]) => ({ name, driver: { ...driver, mouse: BY_HAND[name] ?? driver.mouse } }));
