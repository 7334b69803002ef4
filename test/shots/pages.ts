import type { Page } from '@playwright/test';
import { EXTENSION_ID } from '../e2e/extension.ts';
import { hosts } from '../e2e/hosts/people.ts';
import { radio, rosario } from '../e2e/school.ts';
import type { Studio } from './fixtures.ts';
import { settle } from './stage.ts';

/** A register in the pictures. Pupils are named by their place, from 0. */
export interface Register {
  readonly name: string;
  readonly open: (page: Page, studio: Studio) => Promise<void>;
  readonly mark: (page: Page, pupil: number, code: string) => Promise<void>;
}

const FIRST = 1001;
let classes = 0;

export const rosariosis: Register = {
  name: 'rosariosis',
  open: (page) => goTo(page, rosario(`6 Heron ${process.pid} ${classes++}`)),
  mark: (page, pupil, code) => radio(page, String(FIRST + pupil), code).click(),
};

export const practice: Register = {
  name: 'practice',
  async open(page) {
    await page.goto(`chrome-extension://${EXTENSION_ID}/practice.html`);
    await page.getByLabel('Policy').selectOption('walton-oak');
    await page.getByLabel('Who is it for').selectOption('office');
    await page.getByRole('button', { name: '09:25', exact: true }).click();
    await settle(page);
  },
  async mark(page, pupil, code) {
    const radio = page.locator(`tr[data-pupil] input[value="${code}"]`).nth(pupil);
    await radio.evaluate((input) => input.scrollIntoView({ block: 'center' }));
    await radio.click({ force: true });
  },
};

const hostPage = (name: string): Register => ({
  name,
  open: (page, { address }) => goTo(page, address(name)),
  async mark(page, pupil, code) {
    const driver = hosts.find((host) => host.name === name)?.driver;
    const shown = (await driver?.shown(page))?.[pupil];
    if (!driver || !shown) throw new Error(`No pupil ${pupil} on ${name}`);
    await bringUp(page, shown.name);
    await driver.mouse(page, shown.id, code);
  },
});

export const REGISTERS: readonly Register[] = [
  practice,
  rosariosis,
  ...['cards', 'aggrid', 'frame'].map(hostPage),
];

/** Scrolls a row out from under the bar, which a low window is half full of. */
async function bringUp(page: Page, name: string): Promise<void> {
  for (const frame of page.frames())
    for (const said of (await frame.getByText(name).all()).slice(0, 1))
      await said.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settle(page);
}
