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
    file: 'register-in-a-page.png',
    says: 'a register of another kind of site, with Registerwise on top of it',
    play: async ({ page, host }) => {
      await page.goto(host(ROSARIOSIS));
      await page.waitForTimeout(SETTLE);
    },
  },
  {
    file: 'popup.png',
    says: 'the toolbar button’s window, over that register',
    size: { width: 360, height: 460 },
    play: async ({ page, own, host, context, tabOf }) => {
      const register = await context.newPage();
      await register.goto(host(ROSARIOSIS));
      await register.waitForTimeout(SETTLE);
      await page.goto(own(`popup.html?tab=${await tabOf(register)}`));
      await page.getByRole('switch').first().waitFor();
      await register.close();
    },
  },
  {
    file: 'options.png',
    says: 'the options: policy, term dates, import, clock, sites, and what is kept',
    whole: true,
    play: async ({ page, own }) => {
      await page.goto(own('options.html'));
      await page
        .getByLabel('Terms and closures')
        .fill('2 September 2026 to 23 October 2026\nINSET 9 October 2026');
      await page.getByRole('button', { name: 'Wipe everything…' }).waitFor();
    },
  },
];

/** Long enough for a register to be read and drawn over; our own roots are closed, so nothing in them can be waited for. */
const SETTLE = 1500;
const ROSARIOSIS = '/rosariosis/Modules.php?modname=Attendance/TakeAttendance.php&today=2026-11-20';

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
