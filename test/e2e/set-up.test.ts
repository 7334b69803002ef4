import type { Page } from '@playwright/test';
import { names, press } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { ask, ready, schoolDay } from './school.ts';

/** What the page keeps of its marks, and what was done to it that no person did. */
async function record(page: Page) {
  await page.evaluate(() => {
    const done: string[] = [];
    for (const type of ['click', 'input', 'change', 'submit', 'pointerdown', 'mousedown', 'keydown'])
      addEventListener(type, (event) => event.isTrusted || done.push(type), true);
    Object.assign(globalThis, { done });
  });
  const picture = () =>
    page.evaluate(() => ({
      fields: [...new FormData(document.querySelector('form') ?? undefined)].map(String),
      html: document.body.outerHTML.replace(/<span data-rw[^>]*><\/span>/g, ''),
      done: (globalThis as unknown as { done: string[] }).done,
    }));
  const before = await picture();
  return async () => expect(await picture()).toEqual({ ...before, done: [] });
}

const checking = (page: Page) =>
  expect.poll(() => names(page, 'button', /of 10|Show count|No count/)).not.toEqual([]);
const register = `/plain/register.html?rows=12&today=${schoolDay}&session=AM`;

test('a page is checked once somebody has confirmed how it is read, and is after a reload', async ({
  context,
  extensionId,
  allowSite,
}) => {
  const options = await ready(context, extensionId);
  await allowSite();
  const page = await context.newPage();
  await page.goto(register);
  const unchanged = await record(page);
  await expect.poll(() => names(page, 'button', /^Check how it is read/)).toHaveLength(1);
  await press(page, 'button', /^Check how it is read/);
  await expect.poll(() => names(page, 'dialog')).toEqual(['Registerwise: Is this right?']);
  expect((await names(page, 'StaticText')).join(' ')).toMatch(
    /12 pupils, marks chosen from drop-downs, .* morning\./,
  );
  await press(page, 'button', /^Yes, check this register/);
  await checking(page);
  await unchanged();
  await page.reload();
  await checking(page);
  const kept = await ask(options, 'site-profiles', {});
  expect(kept).toMatchObject([{ name: 'Class register', marks: 'drop-down', session: 'page', picks: null }]);
});

test('a page is checked once somebody has pointed at a name and a mark, and no click reached it', async ({
  context,
  extensionId,
  allowSite,
}) => {
  const options = await ready(context, extensionId);
  await allowSite();
  const page = await context.newPage();
  await page.goto(register);
  const unchanged = await record(page);
  await expect.poll(() => names(page, 'button', /^Check how it is read/)).toHaveLength(1);
  await press(page, 'button', /^Check how it is read/);
  await expect.poll(() => names(page, 'button', /^No, show/)).toHaveLength(1);
  await press(page, 'button', /^No, show where things are/);
  await page.locator('tbody tr:nth-child(2) a').click();
  await page.locator('tbody tr:nth-child(2) select').click();
  await expect.poll(() => names(page, 'button', /^Save and check/)).toHaveLength(1);
  expect(page.url()).not.toContain('student-id');
  await press(page, 'button', /^Save and check/);
  await checking(page);
  await unchanged();
  await page.reload();
  await checking(page);
  await options.reload();
  await expect(options.getByText('Taught by pointing')).toBeVisible();
  await options.getByRole('button', { name: 'Remove Class register' }).click();
  await expect(options.getByText('Class register is no longer checked.')).toBeVisible();
  await expect.poll(() => names(page, 'button', /^Check how it is read/)).toHaveLength(1);
});

test('what one person taught is handed to another as a file', async ({
  context,
  extensionId,
  allowSite,
  baseURL,
}) => {
  const options = await ready(context, extensionId);
  await allowSite();
  const profile = {
    ...{ version: 1, id: 'a1', name: 'Ours', route: '/plain/register.html', marks: 'drop-down' },
    ...{
      pupils: 'name of a part of the line',
      codes: {},
      session: 'page',
      date: 'page',
      confirmed: schoolDay,
    },
    picks: {
      ...{ line: 'tbody > tr', name: 'a', mark: 'select', date: null, session: null },
      key: { selector: 'select', attribute: 'name' },
    },
  };
  const file = (profiles: unknown) => ({
    name: 'pages.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({ registerwise: 'pages', version: 1, origin: 'https://mis.example', profiles }),
    ),
  });
  await options.reload();
  const input = options.getByLabel('File of pages');
  await input.setInputFiles(file([{ ...profile, picks: { ...profile.picks, line: 'tr[[' } }]));
  await expect(options.getByText('profiles[0].picks.line is not a CSS selector.')).toBeVisible();
  await input.setInputFiles(file([profile]));
  await options.getByRole('button', { name: new URL(String(baseURL)).origin, exact: true }).click();
  await expect(options.getByText('1 page imported for')).toBeVisible();
  const page = await context.newPage();
  await page.goto(register);
  await checking(page);
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export Ours' }).click();
  expect((await download).suggestedFilename()).toMatch(/^registerwise-pages-.*\.json$/);
});
