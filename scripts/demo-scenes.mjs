import { press } from '../test/e2e/ax.ts';
import { ask, calendar, csv, offsetTo, radio, rosario, schoolDay } from '../test/e2e/school.ts';
import { pupils } from '../test/pages/pupils.mjs';

/**
 * What the demo shows, one picture each, in order. `play` is given a fresh `page`, the browser's `context`,
 * addresses of the extension's own pages (`own`) and of the test pages (`host`), and `tabOf`, the browser's number of a page.
 * `size` is another window than the usual; `whole` takes the picture down to the page's end.
 */
export const scenes = [
  {
    file: 'welcome.png',
    says: 'the first run: who it is for, which policy, what it keeps, which site',
    play: async ({ page, own }) => {
      await page.goto(own('welcome.html'));
      await page.getByLabel('The school office').click();
      await page.getByText('Saved: The school office').waitFor();
    },
  },
  ...[
    ['walton-oak', 'Walton Oak'],
    ['seagrave', 'Seagrave'],
    ['john-f-kennedy', 'John F Kennedy'],
    ['great-hockham', 'Great Hockham'],
    ['leading-futures', 'Leading Futures'],
    ['england-2024', 'the national rules alone'],
  ].map(([policyId, school]) => ({
    file: `practice-0918-${policyId}.png`,
    says: `an L entered at 9:18, by ${school}`,
    play: (stage) => practise(stage, { policyId, time: '09:18', code: 'L' }),
  })),
  {
    file: 'practice-0921-walton-oak.png',
    says: 'an L entered at 9:21, a minute after Walton Oak’s register closed',
    play: (stage) => practise(stage, { policyId: 'walton-oak', time: '09:21', code: 'L' }),
  },
  {
    file: 'practice-teacher.png',
    says: 'the same register for a teacher: counts stay hidden until they are asked for',
    play: (stage) => practise(stage, { policyId: 'walton-oak', time: '09:18', code: 'L', role: 'teacher' }),
  },
  {
    file: 'practice-why.png',
    says: 'why an L at 9:18 is doubtful at Seagrave: two clauses of one policy, side by side',
    play: async (stage) => {
      await practise(stage, { policyId: 'seagrave', time: '09:18', code: 'L' });
      await press(stage.page, 'button', /^Why/);
      await stage.page.waitForTimeout(SETTLE);
    },
  },
  {
    file: 'practice-why-card.png',
    says: 'the sessions behind a count: ten school weeks, what counts, what leaves the window and when',
    play: async (stage) => {
      await practise(stage, { policyId: 'walton-oak', time: '09:18', code: 'L' });
      await press(stage.page, 'button', /^9 of 10/);
      await stage.page.waitForTimeout(SETTLE);
    },
  },
  {
    file: 'import.png',
    says: 'twelve weeks of marks of a class, from a CSV: what would come in, and every row that cannot',
    play: async ({ page, own }) => {
      await page.goto(own('options.html'));
      await ask(page, 'save-settings', {
        role: 'office',
        policyId: 'walton-oak',
        calendar,
        clockOffsetMs: offsetTo('09:24'),
      });
      await page.reload();
      await choose(page, `${marks}\n1031,31/02/2026,AM,/\n1031,2026-11-19,evening,/\n1031,2026-11-19,PM,QQ`);
      await page.getByText('3 rows with something that cannot be read').waitFor();
      await page
        .locator('#marks h3')
        .first()
        .evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
    },
  },
  {
    file: 'register-in-a-page.png',
    says: 'a RosarioSIS register at 9:24 with those marks behind it, and one pupil just marked L',
    play: async ({ page, own, host }) => {
      await page.goto(own('options.html'));
      await choose(page, marks);
      await page.getByRole('button', { name: /^Import [\d,]+ marks$/ }).click();
      await page.getByText('Imported.').first().waitFor();
      await page.goto(host(rosario('demo')));
      await page.waitForTimeout(SETTLE);
      await radio(page, '1002', 'L').click();
      await page.waitForTimeout(SETTLE);
    },
  },
  {
    file: 'new-page.png',
    says: 'a register nobody made a reader for: nothing is checked before somebody has looked at how it is read',
    play: (stage) => openPlain(stage),
  },
  {
    file: 'teach-a-page.png',
    says: 'where it is not: a name is pointed at, then a mark, and the rest of the register follows',
    play: async (stage) => {
      await openPlain(stage);
      await press(stage.page, 'button', /^Check how it is read/);
      await stage.page.waitForTimeout(SETTLE);
      await press(stage.page, 'button', /^No, show where things are/);
      await stage.page.waitForTimeout(SETTLE);
      await stage.page.locator('#register a').nth(2).hover();
      await stage.page.waitForTimeout(SETTLE);
    },
  },
  {
    file: 'confirm-a-page.png',
    says: 'what was understood of it, to be confirmed once',
    play: async (stage) => {
      await openPlain(stage);
      await press(stage.page, 'button', /^Check how it is read/);
      await stage.page.waitForTimeout(SETTLE);
    },
  },
  {
    file: 'confirmed-page.png',
    says: 'and from then on it is checked',
    play: async (stage) => {
      await openPlain(stage);
      await press(stage.page, 'button', /^Check how it is read/);
      await stage.page.waitForTimeout(SETTLE);
      await press(stage.page, 'button', /^Yes, check this register/);
      await stage.page.waitForTimeout(2 * SETTLE);
      await stage.page.locator('#register select').nth(1).focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await stage.page.keyboard.press(key);
      await stage.page.waitForTimeout(2 * SETTLE);
    },
  },
  {
    file: 'popup.png',
    says: 'the toolbar button’s window, over that register',
    size: { width: 360, height: 460 },
    play: async ({ page, own, host, context, tabOf }) => {
      const register = await context.newPage();
      await register.goto(host(rosario('demo')));
      await register.waitForTimeout(SETTLE);
      await page.goto(own(`popup.html?tab=${await tabOf(register)}`));
      await page.getByRole('switch').first().waitFor();
      await register.close();
    },
  },
  {
    file: 'policy-conflicts.png',
    says: 'where one policy disagrees with the law or with itself, the sentences side by side',
    play: async ({ page, own }) => {
      await page.goto(own('options.html'));
      await page.getByLabel('Seagrave Village Primary School').check();
      const summary = page.getByText(/places where this policy disagrees/);
      await summary.click();
      await summary.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
      await page.waitForTimeout(SETTLE);
    },
  },
  {
    file: 'options.png',
    says: 'the options: policy, term dates, import, clock, sites, and what is kept',
    whole: true,
    play: async ({ page, own }) => {
      await page.goto(own('options.html'));
      await page.getByRole('button', { name: 'Wipe everything…' }).waitFor();
    },
  },
];

/** Long enough for a register to be read and drawn over; our own roots are closed, so nothing in them can be waited for. */
const SETTLE = 1500;

/** Twelve weeks of a class: most in every day, four with unauthorised sessions lately. */
const marks = csv(
  pupils.map(({ id }) => id),
  {
    1002: ['O', 'O', 'U', 'G', 'G', 'O', 'U', 'N'],
    1004: Array(10).fill('O'),
    1009: ['U', '\\', 'U', '\\', 'U'],
    1012: [...Array(8).fill('G'), 'N', 'N'],
  },
);

function choose(page, text) {
  return page.setInputFiles('#marks input[type=file]', {
    name: 'autumn-marks.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
}

/** A register with drop-downs, as several systems write it. */
async function openPlain({ page, host }) {
  await page.goto(host(`/plain/register.html?today=${schoolDay}`));
  await page.waitForTimeout(2 * SETTLE);
}

async function practise({ page, own }, { policyId, time, code, role = 'office' }) {
  await page.goto(own('practice.html'));
  await page.getByLabel('Policy').selectOption(policyId);
  await page.getByLabel('Who is it for').selectOption(role);
  await page.getByRole('button', { name: time, exact: true }).click();
  await page.waitForTimeout(SETTLE);
  await page.locator(`tr[data-pupil] input[value="${code}"]`).nth(1).click();
  await page.waitForTimeout(SETTLE);
}

/** What to try, for someone at the screen. */
export const card = `
  Registerwise demo. A browser is open at the practice register: made-up pupils, a clock you can set.

  1. Mark somebody L at 9:18. Then press 9:21 and mark somebody else L: the register has closed, and it says so.
  2. Change the policy: each school closes at its own time, and what a policy does not say is not guessed.
  3. Open a count beside a name to see the sessions behind it.
  4. Choose “A teacher”: the counts go from the screen until you ask for them.

  Close the browser to end the demo.
`;
