import type { Page } from '@playwright/test';
import type { SiteProfile } from '../../../sites/profile.ts';
import type { Driver } from '../../hosts/drive.ts';
import { readerScript, readNow } from '../../hosts/reading/read.ts';
import { verdictOn } from '../../hosts/reading/verdict.ts';
import { truthOf } from '../../hosts/truth.ts';
import { unseen } from '../../hosts/unseen.ts';
import { names, press } from '../ax.ts';
import { ask, schoolDay } from '../school.ts';
import { marksMade } from './expected.ts';
import { lookAt } from './faults.ts';
import { expect, type School, test as school } from './fixtures.ts';
import { overlayOn } from './overlay.ts';

const test = school.extend<object, { script: string }>({
  script: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the destructuring
    async ({}, use) => use(await readerScript()),
    { scope: 'worker', timeout: 60_000 },
  ],
});
const SETTLES_WITHIN = { timeout: 15_000 };

const at = ({ origin }: School, name: string, query = '') =>
  `${origin}${unseen[name]?.path}?k=unseen-${name}${query.replace(/\W/g, '')}&date=${schoolDay}${query}`;

function driverOf(name: string): Driver {
  const host = unseen[name];
  if (!host) throw new Error(`There is no page ${name}`);
  return host.driver;
}

/** What a person does, counted. */
function counting(page: Page) {
  let clicks = 0;
  return {
    press: async (name: RegExp) => {
      await expect.poll(() => names(page, 'button', name), SETTLES_WITHIN).toHaveLength(1);
      await press(page, 'button', name);
      clicks++;
    },
    point: async (selector: string) => {
      await page.locator(selector).first().click();
      clicks++;
    },
    clicks: () => clicks,
  };
}

test('a table of houses, rows of notes and typed letters is read at first sight', async ({
  page,
  school,
  script,
}) => {
  test.setTimeout(90_000);
  const driver = driverOf('houses');
  const person = counting(page);
  await page.goto(at(school, 'houses'));
  await person.press(/^Check how it is read/);
  await expect
    .poll(async () => (await names(page, 'StaticText')).join(' '))
    .toMatch(/28 pupils, marks typed in, .*, morning\./);
  await person.press(/^Yes, check this register/);
  await expect.poll(async () => (await overlayOn(page)).stand.kind, SETTLES_WITHIN).toBe('checking');
  console.log(`houses: checked after ${person.clicks()} clicks`);
  expect(person.clicks()).toBeLessThan(10);

  const [kept] = (await ask(school.options, 'site-profiles', {})) as readonly SiteProfile[];
  if (!kept) throw new Error('Nothing was kept of the page.');
  await page.evaluate(script);
  const made = marksMade(schoolDay);
  const step = async (what: string, act: () => Promise<unknown>) => {
    await act();
    const look = async () => {
      const { stand, faults, late, told } = await lookAt(page, driver, made);
      const { kind, words } = verdictOn(await readNow(page, kept), await truthOf(page));
      return { stand: stand.kind, faults, untold: late - told, read: `${kind}${words}` };
    };
    await expect
      .poll(look, { ...SETTLES_WITHIN, message: what })
      .toEqual({ stand: 'checking', faults: [], untold: 0, read: 'right' });
  };
  await press(page, 'button', /^Close$/);
  await step('confirmed', async () => {});
  await step('by mouse', () => driver.mouse(page, '1003', 'U'));
  await step('late by mouse', () => driver.mouse(page, '1003', 'L'));
  await step('by keyboard', () => driver.keyboard(page, '1002', 'L'));
  expect([...made.late].sort()).toEqual(['1002', '1003']);
  await page.screenshot({ path: `${process.env.SHOTS ?? 'test-results'}/houses.png` });
  await step('sorted', () => driver.sort(page));
  await step('everyone present', () => driver.bulk(page));
  await step('saved', () => driver.save(page));
  await step('afternoon', () => driver.session(page));
  await step('marked in the afternoon', () => driver.mouse(page, '1004', 'O'));
  await step('morning', () => driver.session(page, 'AM'));
  await step('next day', () => driver.nextDay(page));
});
