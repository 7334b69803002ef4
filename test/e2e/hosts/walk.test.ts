import type { Page } from '@playwright/test';
import type { Driver } from '../../hosts/drive.ts';
import { truthOf } from '../../hosts/truth.ts';
import { names } from '../ax.ts';
import { schoolDay } from '../school.ts';
import { confirm, isSilent } from './confirm.ts';
import { marksMade } from './expected.ts';
import { type Look, lookAt } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { overlayOn } from './overlay.ts';
import { codeOf, hosts } from './people.ts';

const [MOUSED, KEYED] = ['1003', '1002'];
const SETTLES_WITHIN = 5000;
const PAUSED_FOR = 1500;

/** `Friday 20 November 2026`, as the panel writes it. */
const day = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
})
  .format(Date.parse(schoolDay))
  .replace(',', '');

const isRight = ({ stand, faults, late, told }: Look) =>
  faults.length === 0 && (stand.kind !== 'checking' || told === late);

/** The same in a word and its reason, for the table that is printed. */
function verdict({ stand, faults, late, told }: Look): string {
  if (faults.length > 0) return `wrong: ${faults.slice(0, 3).join('; ')}`;
  if (stand.kind === 'paused') return `paused: ${stand.why}`;
  if (told < late) return `incomplete: ${told} of ${late} told`;
  if (stand.kind === 'checking' && stand.unplaced > 0) return `right: no room for ${stand.unplaced}`;
  if (stand.kind === 'nothing') return 'unseen: too few rows';
  return late > 0 ? `right: ${late} told` : 'right';
}

/** The page once it has settled, or as it stands when it does not. */
async function settledLook(page: Page, driver: Driver, made: ReturnType<typeof marksMade>): Promise<Look> {
  const began = Date.now();
  for (;;) {
    const look = await lookAt(page, driver, made).catch(unlessUnderWay);
    const waited = Date.now() - began;
    // A page on its way to another day or session is not checked for as long as that takes.
    const passes = look?.stand.kind !== 'checking' && waited < PAUSED_FOR;
    if (look && ((isRight(look) && !passes) || waited > SETTLES_WITHIN)) return look;
    await page.waitForTimeout(150);
  }
}

/** A page that is just being left cannot be asked. */
function unlessUnderWay(error: unknown): null {
  if (error instanceof Error && /navigation|detached/.test(error.message)) return null;
  throw error;
}

for (const { name, driver } of hosts)
  test(`${name}: what is said stands beside the right pupils, whatever is done`, async ({
    page,
    address,
  }) => {
    const made = marksMade(schoolDay);
    const wrong: string[] = [];
    const step = async (what: string, act: () => Promise<unknown>): Promise<Look> => {
      await act();
      const look = await settledLook(page, driver, made);
      wrong.push(...look.faults.map((fault) => `${what}: ${fault}`));
      test.info().annotations.push({ type: `${name} | ${what}`, description: verdict(look) });
      return look;
    };
    const opened = async () => expect.poll(async () => (await driver.shown(page)).length).toBeGreaterThan(5);

    await page.goto(address(name));
    await opened();
    await expect.poll(async () => (await overlayOn(page)).stand.kind).toBe('paused');
    const first = await overlayOn(page);
    expect(first.stand).toMatchObject({ why: expect.stringMatching(/^Registerwise found a register here/) });
    expect(first.pieces).toEqual([]);

    const told = await confirm(page, codeOf);
    const { onScreen } = await truthOf(page);
    expect(told).toMatch(new RegExp(`\\b${onScreen.length} (of 28 )?pupils.*, ${day}`));
    const begun = await step('confirmed', () =>
      expect.poll(async () => (await overlayOn(page)).stand.kind).toBe('checking'),
    );
    expect(begun.stand).toMatchObject({ kind: 'checking', pupils: onScreen.length });
    const mouse = await step('late by mouse', () => driver.mouse(page, MOUSED, 'L'));
    const { SHOTS } = process.env;
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name.replace(/\W+/g, '-')}.png` });
    expect({ late: mouse.late, told: mouse.told }, 'by mouse').toEqual({ late: 1, told: 1 });
    const keyed = await step('late by keyboard', () => driver.keyboard(page, KEYED, 'L'));
    expect({ late: keyed.late, told: keyed.told }, 'by keyboard').toEqual({ late: 2, told: 2 });

    if (driver.open) {
      await step('editing', () => driver.open?.(page, MOUSED) ?? Promise.resolve());
      await page.keyboard.press('Escape');
    }
    await step('sort', () => driver.sort(page));
    await step('filter', () => driver.filter(page, 'ahmed'));
    await step('unfilter', () => driver.filter(page, ''));
    if (driver.scroll) {
      await step('scroll', () => driver.scroll?.(page, 'end') ?? Promise.resolve());
      await step('back up', () => driver.scroll?.(page, 'start') ?? Promise.resolve());
    }
    await step('bulk', () => driver.bulk(page));
    await step('save', () => driver.save(page));
    if (isSilent(told)) {
      // Where the page does not say its session, the clock's was asked for, and the bar says that it is assumed.
      await driver.session(page, 'PM');
      await expect.poll(() => names(page, 'StaticText', /^Session not on the page: assumed/)).toHaveLength(1);
      await driver.session(page, 'AM');
      await page.reload();
      await opened();
    } else {
      await step('afternoon', () => driver.session(page, 'PM'));
      await step('morning', () => driver.session(page, 'AM'));
    }
    await step('next day', () => driver.nextDay(page));
    await step('come back', async () => {
      await page.goto(address(name));
      await opened();
    });
    expect(wrong).toEqual([]);
  });
