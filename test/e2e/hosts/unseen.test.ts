import type { Page } from '@playwright/test';
import type { SiteProfile } from '../../../sites/profile.ts';
import { readerScript, readNow } from '../../hosts/reading/read.ts';
import { verdictOn } from '../../hosts/reading/verdict.ts';
import { truthOf } from '../../hosts/truth.ts';
import { unseen } from '../../hosts/unseen.ts';
import { names, press } from '../ax.ts';
import { ask, schoolDay } from '../school.ts';
import { answer, confirm } from './confirm.ts';
import { marksMade } from './expected.ts';
import { lookAt } from './faults.ts';
import { expect, type School, test as school } from './fixtures.ts';
import { overlayOn } from './overlay.ts';
import { codeOf } from './people.ts';

const test = school.extend<object, { script: string }>({
  script: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the destructuring
    async ({}, use) => use(await readerScript()),
    { scope: 'worker', timeout: 60_000 },
  ],
});
/** What is not said of a page is looked for this long, in ms. */
const STAYS_SILENT = 400;
const MOST_CLICKS = 9;

function hostOf(name: string) {
  const host = unseen[name];
  if (!host) throw new Error(`There is no page ${name}`);
  return host;
}
const at = ({ origin }: School, name: string, query = '') =>
  `${origin}${hostOf(name).path}?k=unseen-${name}${query.replace(/\W/g, '')}&date=${schoolDay}${query}`;

/** Somebody who sets the page up, with their clicks counted. */
function person(page: Page) {
  let clicks = 0;
  return {
    press: async (name: RegExp) => {
      await expect.poll(() => names(page, 'button', name)).toHaveLength(1);
      await press(page, 'button', name);
      clicks++;
    },
    point: async (selector: string) => {
      await page.locator(selector).first().click();
      clicks++;
    },
    says: (words: RegExp) =>
      expect.poll(async () => (await names(page, 'StaticText')).join(' ')).toMatch(words),
    clicks: () => clicks,
  };
}

/**
 * A day of work on the page. At every step what is said and what is read is true, and the page is checked, or is not, as
 * `isChecked` says; a page that is not has nothing of ours beside its pupils.
 */
async function work(page: Page, name: string, profile: SiteProfile | null, isChecked: boolean) {
  const { driver } = hostOf(name);
  const made = marksMade(schoolDay);
  const look = async () => {
    const { stand, faults, late, told } = await lookAt(page, driver, made);
    const { kind, words } = verdictOn(await readNow(page, profile), await truthOf(page));
    const untrue = faults.filter((fault) => isChecked || fault !== 'nothing is said of the page');
    const isRead = kind === 'right' || (!isChecked && kind !== 'wrong');
    return { checked: stand.kind === 'checking', untrue, untold: late - told, unread: isRead ? '' : words };
  };
  const step = async (what: string, act: () => Promise<unknown>) => {
    await act();
    if (!isChecked) await page.waitForTimeout(STAYS_SILENT);
    await expect
      .poll(look, { message: `${name}, ${what}` })
      .toEqual({ checked: isChecked, untrue: [], untold: 0, unread: '' });
  };
  await step('set up', async () => {});
  await step('by mouse', () => driver.mouse(page, '1003', 'U'));
  await step('late by mouse', () => driver.mouse(page, '1003', 'L'));
  await step('by keyboard', () => driver.keyboard(page, '1002', 'L'));
  expect([...made.late].sort()).toEqual(['1002', '1003']);
  const { SHOTS } = process.env;
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/unseen-${name}.png` });
  await step('sorted', () => driver.sort(page));
  await step('everyone present', () => driver.bulk(page));
  await step('saved', () => driver.save(page));
  await step('afternoon', () => driver.session(page));
  await step('marked in the afternoon', () => driver.mouse(page, '1004', 'O'));
  await step('morning', () => driver.session(page, 'AM'));
  await step('next day', () => driver.nextDay(page));
}

test('a table of houses, rows of notes and typed letters is read at first sight', async ({
  page,
  school,
  script,
}) => {
  const { press: click, says, clicks } = person(page);
  await page.goto(at(school, 'houses'));
  await click(/^Check how it is read/);
  await says(/28 pupils, marks typed in, .*, morning\./);
  await click(/^Yes, check this register/);
  await expect.poll(async () => (await overlayOn(page)).stand.kind).toBe('checking');
  await click(/^Close$/);
  expect(clicks()).toBeLessThanOrEqual(MOST_CLICKS);
  const [kept] = await ask(school.options, 'site-profiles', {});
  if (!kept) throw new Error('Nothing was kept of the page.');
  await page.evaluate(script);
  await work(page, 'houses', kept, true);
});

test('a list of pills with the other codes in a menu is never read wrongly, whatever somebody says of it', async ({
  page,
  school,
  script,
}) => {
  const { press: click, point, says, clicks } = person(page);
  await page.goto(at(school, 'pills', '&labels=words'));
  const stand = async () => (await overlayOn(page)).stand.kind;
  await expect.poll(stand).toBe('paused');
  if ((await names(page, 'button', /^Check how it is read/)).length > 0) await confirm(page, codeOf);
  else {
    await click(/^Show where things are/);
    await says(/Point at one pupil’s name\./);
    await point('.who p');
    await says(/Now point at the mark of Chidi Abara\./);
    await point('.opts label');
    await says(/Point at the pupil number of Chidi Abara\./);
    await click(/^The page shows none/);
    await says(/Without a number pupils cannot be told apart for certain, so Registerwise cannot check/);
    await click(/^Close$/);
    expect(clicks()).toBeLessThanOrEqual(MOST_CLICKS);
    expect(await stand()).toBe('paused');
  }
  const [kept = null] = await ask(school.options, 'site-profiles', {});
  await page.evaluate(script);
  await work(page, 'pills', kept, (await stand()) === 'checking');
});

test('a list with pills for P, L and A, and the other codes in a menu, is never read wrongly', async ({
  page,
  school,
  script,
}) => {
  await page.goto(at(school, 'pills'));
  await expect(page.locator('.roster li')).toHaveCount(28);
  await page.evaluate(script);
  await work(page, 'pills', null, false);
});

/** What the letters on the pills stand for, as somebody who knows the page says. */
const LETTERS: Readonly<Record<string, string>> = { P: '/', A: 'N' };

test('a list with pills for P, L and A, of which nothing was seen, is taught from the toolbar', async ({
  page,
  school,
  script,
}) => {
  const { press: click, point, says, clicks } = person(page);
  await page.goto(at(school, 'pills', '&taught=1'));
  await expect(page.locator('.roster li')).toHaveCount(28);
  const tabId = await school.options.evaluate(
    async (address) => (await chrome.tabs.query({})).find(({ url }) => url === address)?.id ?? -1,
    page.url(),
  );
  await ask(school.options, 'open-set-up', { tabId });
  await says(/Point at one pupil’s name\./);
  await point('.who p');
  await says(/Now point at the mark of Chidi Abara\./);
  await point('.opts label');
  await says(/Which code does each of these stand for\?/);
  await answer(page, (label) => LETTERS[label] ?? null);
  await click(/^Save and check/);
  await expect.poll(async () => (await overlayOn(page)).stand.kind).toBe('checking');
  await click(/^Close$/);
  // Two drop-downs besides, of two presses each.
  expect(clicks() + 4).toBeLessThanOrEqual(MOST_CLICKS);
  const [kept] = await ask(school.options, 'site-profiles', {});
  if (!kept) throw new Error('Nothing was kept of the page.');
  expect(kept.codes).toMatchObject(LETTERS);
  await page.evaluate(script);
  await work(page, 'pills', kept, true);
});
