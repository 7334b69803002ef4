import { truthOf } from '../../hosts/truth.ts';
import { names } from '../ax.ts';
import { schoolDay } from '../school.ts';
import { confirm } from './confirm.ts';
import { marksMade } from './expected.ts';
import { lookAt } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { overlayOn } from './overlay.ts';
import { codeOf, hosts } from './people.ts';

for (const { name, driver } of hosts) {
  test(`${name}: a school’s own words are read as their codes once somebody said so`, async ({
    page,
    address,
  }) => {
    const made = marksMade(schoolDay);
    await page.goto(address(name, { query: '&labels=words' }));
    await confirm(page, codeOf);
    await expect.poll(async () => (await overlayOn(page)).stand.kind).toBe('checking');
    await expect.poll(async () => (await lookAt(page, driver, made)).faults).toEqual([]);
    // Where words fill the line from end to end there is room for nothing else, and the bar says so.
    await expect
      .poll(async () => {
        const { pieces, stand } = await overlayOn(page);
        return pieces.length + (stand.kind === 'checking' ? stand.unplaced : 0);
      })
      .toBeGreaterThan(0);
  });

  test(`${name}: of a lesson only the codes are checked`, async ({ page, address }) => {
    await page.goto(address(name, { query: '&lesson=3' }));
    const told = await confirm(page, codeOf);
    expect(told).toContain('It is the register of a lesson (Period 3)');
    await expect
      .poll(() => names(page, 'StaticText', /^Lesson register: only codes are checked$/))
      .toHaveLength(1);
    await driver.mouse(page, '1003', 'L');
    await expect
      .poll(async () => (await truthOf(page)).pupils.find(({ id }) => id === '1003')?.code)
      .toBe('L');
    await page.waitForTimeout(500);
    expect((await overlayOn(page)).pieces).toEqual([]);
  });
}
