import type { Page } from '@playwright/test';
import { drivers } from '../drive.ts';
import { expect, test } from '../fixtures.ts';
import { truthOf } from '../truth.ts';
import { unseen } from '../unseen.ts';

const FIRST = '1003';
const SECOND = '1002';

const codeOf = async (page: Page, id: string) =>
  (await truthOf(page)).pupils.find((pupil) => pupil.id === id)?.code ?? null;

for (const [name, { driver }] of Object.entries({ ...drivers, ...unseen })) {
  /** Each row that is drawn says what the model says. */
  const agrees = async (page: Page, why: string) => {
    await expect
      .poll(
        async () => {
          const truth = await truthOf(page);
          const shown = await driver.shown(page);
          const known = new Map(truth.pupils.map((pupil) => [pupil.id, pupil]));
          const wrong = shown.filter(({ id, name: called, mark }) => {
            const pupil = known.get(id);
            return pupil?.name !== called || (pupil.code ?? '') !== mark;
          });
          const missing = truth.onScreen.filter((id) => !shown.some((row) => row.id === id));
          return { rows: shown.length > 0, wrong, missing };
        },
        { message: why },
      )
      .toEqual({ rows: true, wrong: [], missing: [] });
  };

  test(`${name}: its rows say what its model knows, and every way of marking changes both`, async ({
    page,
    address,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(address(name));
    await expect.poll(async () => (await driver.shown(page)).length).toBeGreaterThan(5);
    await agrees(page, 'after load');
    expect((await truthOf(page)).pupils).toHaveLength(28);

    await driver.mouse(page, FIRST, 'U');
    await expect.poll(() => codeOf(page, FIRST), { message: 'mouse' }).toBe('U');
    await agrees(page, 'after the mouse');
    await driver.keyboard(page, SECOND, 'L');
    await expect.poll(() => codeOf(page, SECOND), { message: 'keyboard' }).toBe('L');
    await agrees(page, 'after the keyboard');

    await driver.sort(page);
    await agrees(page, 'after sorting');
    await driver.filter(page, 'ahmed');
    await agrees(page, 'when filtered');
    await driver.filter(page, '');
    await driver.scroll?.(page, 'end');
    await agrees(page, 'after scrolling');
    await driver.scroll?.(page, 'start');

    await driver.bulk(page);
    await expect
      .poll(async () => new Set((await truthOf(page)).pupils.map(({ code }) => code)), { message: 'bulk' })
      .toEqual(new Set(['/']));
    await agrees(page, 'after the bulk button');
    await driver.save(page);

    await driver.session(page);
    await expect.poll(async () => (await truthOf(page)).session, { message: 'session' }).toBe('PM');
    await agrees(page, 'in the afternoon');
    await driver.nextDay(page);
    await expect.poll(async () => (await truthOf(page)).date, { message: 'day' }).toBe('2026-11-23');
    await agrees(page, 'on the next day');
    expect(errors).toEqual([]);
  });
}

test('a state can be set, and asked for in the address', async ({ page, address, hosts }) => {
  await page.request.post(`${hosts}/state?k=set`, {
    data: { pupils: 40, date: '2026-09-07', session: 'PM', marks: { 1002: 'U', 1003: null } },
  });
  await page.goto(`${hosts}/plain/?k=set`);
  const set = await truthOf(page);
  expect({ date: set.date, session: set.session, pupils: set.pupils.length }).toEqual({
    date: '2026-09-07',
    session: 'PM',
    pupils: 40,
  });
  expect(set.pupils.slice(1, 3).map(({ code }) => code)).toEqual(['U', null]);

  await page.goto(address('rerender', '&labels=words&lesson=3'));
  await expect(page.getByRole('button', { name: 'Present' }).first()).toBeVisible();
  expect(await truthOf(page)).toMatchObject({ lesson: 'Period 3', session: null });
  await page.goto(address('ext', '&pupils=1500'));
  expect((await truthOf(page)).pupils).toHaveLength(1500);
});
