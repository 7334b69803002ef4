import type { Page } from '@playwright/test';
import type { SiteProfile } from '../../sites/profile.ts';
import { all, findings, names, press } from './ax.ts';
import { EXTENSION_ID } from './extension.ts';
import { expect, test } from './fixtures.ts';
import { ask, importMarks, ready, schoolDay } from './school.ts';
import { FRAMES, framed, serveStrict } from './strict.ts';

/** What the browser says of the script below, in a frame that lets no script of a page run. Ours are no page's. */
const ITS_OWN = /^Blocked script execution in .* 'allow-scripts' permission is not set/;

/** What goes against the page's policy in any of its frames, and what else it complains of. */
async function complaints(page: Page) {
  const told: string[] = [];
  page.on('pageerror', ({ message }) => told.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !ITS_OWN.test(message.text())) told.push(message.text());
  });
  await page.exposeFunction('complain', (what: string) => void told.push(what));
  await page.addInitScript(() => {
    const { complain } = globalThis as unknown as { complain: (what: string) => void };
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      complain([violatedDirective, blockedURI, sourceFile].join(' ')),
    );
  });
  return told;
}

const COUNT = /in the last 10 school weeks/;
const ours = (page: Page) => Promise.all(page.frames().map((frame) => frame.locator('[data-rw]').count()));
const profile: SiteProfile = {
  ...{
    version: 1,
    id: 'strict',
    name: 'Strict',
    route: '/strict/register',
    marks: 'drop-down',
    pupils: 'links',
  },
  ...{ codes: {}, session: 'page', date: 'page', picks: null, confirmed: schoolDay },
};

const WHERE = [
  ['a page that forbids all it can', '/strict/register'],
  ...Object.entries(FRAMES).map(([name, sandbox]) => [name, framed(sandbox)] as const),
] as const;

test('a strict page is checked, in frames too, and nothing of ours goes against its policy', async ({
  context,
  extensionId,
  allowSite,
  baseURL,
}) => {
  await serveStrict(context);
  await allowSite();
  const options = await ready(context, extensionId, { clock: '09:24', role: 'office' });
  await importMarks(options, { 1001: ['O', 'U'] });
  await ask(options, 'save-site-profiles', { origin: String(baseURL), profiles: [profile] });
  for (const [where, address] of WHERE)
    await test.step(where, async () => {
      const page = await context.newPage();
      const told = await complaints(page);
      await page.goto(address);
      const mark = async () => {
        await page.frames().at(-1)?.locator('select[name="attendance[1001]"]').focus();
        await page.keyboard.press('L');
      };
      if (where === 'a sandboxed frame of no origin') {
        // Whose it is nobody can say: a door answers a page about its own origin, and this one has none.
        await mark();
        await page.waitForTimeout(2000);
        expect(await ours(page)).toEqual([0, 0]);
      } else {
        await expect.poll(async () => (await all(page, 'button', COUNT)).length, { message: where }).toBe(30);
        await mark();
        await expect
          .poll(() => findings(page))
          .toEqual([expect.stringMatching(/^Check: Register closed at 9:20/)]);
        await press(page, 'button', /^2 of 10/);
        await expect.poll(() => names(page, 'dialog', /^Unauthorised sessions/)).toHaveLength(1);
        await page.keyboard.press('Escape');
        await press(page, 'button', /^Log a late arrival$/);
        await expect.poll(() => names(page, 'dialog', /log a late arrival/i)).toHaveLength(1);
      }
      expect(told).toEqual([]);
      await page.close();
    });
});

test('no page can tell that Registerwise is there by asking for its files', async ({ school }) => {
  const { options, page } = await school();
  await page.goto(`/plain/register.html?today=${schoolDay}`);
  await expect.poll(() => names(page, 'button', /^Check how it is read/)).toHaveLength(1);
  await press(page, 'button', /^Check how it is read/);
  await expect.poll(() => names(page, 'dialog')).toHaveLength(1);
  const fetched = (await comes(options)).filter((came) => came.startsWith('fetch '));
  expect(fetched, 'they are where they are asked for').toEqual(FILES.map((file) => `fetch ${file}`));
  expect(await comes(page)).toEqual([]);
  const timed = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(timed.filter((name) => name.includes('extension:'))).toEqual([]);
});

const FILES = [
  ...['readers', 'overlay', 'setup', 'why-card', 'late', 'amend', 'register'].map((name) => `${name}.js`),
  ...['manifest.json', 'options.html', 'icon/16.png'],
];

/** Which of our files a page gets by the id that every copy of the extension has, and how. */
const comes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    async ([root, files]) => {
      const ways: Record<string, (url: string) => Promise<unknown>> = {
        fetch: (url) => fetch(url),
        blindly: (url) => fetch(url, { mode: 'no-cors' }),
        import: (url) => import(url),
        script: (src) =>
          new Promise((onload, onerror) =>
            document.head.append(Object.assign(document.createElement('script'), { src, onload, onerror })),
          ),
        image: (src) => Object.assign(new Image(), { src }).decode(),
      };
      const tries = files.flatMap((file) =>
        Object.entries(ways).map(([name, ask]) =>
          ask(root + file).then(
            () => [`${name} ${file}`],
            () => [],
          ),
        ),
      );
      return (await Promise.all(tries)).flat();
    },
    [`chrome-extension://${EXTENSION_ID}/`, FILES] as const,
  );
