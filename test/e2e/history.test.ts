import type { Page } from '@playwright/test';
import type { HistoryModel } from '../pages/history.d.mts';
import * as opensis from '../pages/opensis/live/history.mjs';
import * as rosariosis from '../pages/rosariosis/live/history.mjs';
import { names } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { ask, earlier, rosario, schoolDay } from './school.ts';

const SEVEN = ['O', 'O', 'U', 'O', 'O', 'O', 'N'];
const ROSARIOSIS = '/rosariosis/Modules.php?modname=Attendance/DailySummary.php&student_id=1001';
const OPENSIS = '/opensis/Modules.php?modname=attendance/DailySummary.php';

const days = [...new Set(earlier.map(({ date }) => date as string)), schoolDay];
/** A pupil's marks of the whole calendar: present, but for the last sessions before this day. */
const marks = (session: 'AM' | 'PM') => ({
  ...Object.fromEntries(
    earlier.flatMap(({ date, session: half }, i) =>
      half === session
        ? [[date, SEVEN[i - earlier.length + SEVEN.length] ?? (half === 'AM' ? '/' : '\\')]]
        : [],
    ),
  ),
  // The register of this day tells of this day.
  [schoolDay]: session === 'AM' ? 'O' : '',
});
const model: HistoryModel = {
  ...{ student: '1001', period: 'PERIOD', from: days[0] ?? '', to: schoolDay, today: schoolDay, days },
  rows: [
    { course: 'AM - 10B', period: 'AM', marks: marks('AM') },
    { course: 'English - 10B', period: 'Period 3', marks: marks('PM') },
    { course: 'PM - 10B', period: 'PM', marks: marks('PM') },
  ],
};
const read = `Read ${earlier.length} earlier marks of 1 pupil here. They are kept on this device.`;

/** Answers an address with a page. */
const serve = (page: Page, address: string, body: string) =>
  page.route(
    (url) => url.href.endsWith(address),
    (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );

test('the marks on a page of a pupil’s history are counted on the register', async ({ school }) => {
  const { options, page } = await school();
  await serve(page, ROSARIOSIS, rosariosis.renderHistory(model));
  await page.goto(ROSARIOSIS);
  const before = await page.evaluate(() => document.body.outerHTML);
  await expect.poll(() => names(page, 'StaticText', /earlier marks/)).toEqual([read]);
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
  expect(await names(page, 'button', /of 10|count/i)).toEqual([]);
  expect(await ask(options, 'kept', {})).toMatchObject([{ pupils: 1, marks: earlier.length }]);

  await page.goto(rosario('history'));
  await expect
    .poll(() => names(page, 'button', /^\d+ of 10/))
    .toEqual([
      '7 of 10 unauthorised sessions in the last 10 school weeks, below the threshold, 1 not settled',
    ]);
});

test('what was kept otherwise gives way, and the record of the pupil says so', async ({
  baseURL,
  school,
}) => {
  const { options, page } = await school();
  await serve(page, ROSARIOSIS, rosariosis.renderHistory(model));
  const origin = String(baseURL);
  const [first] = earlier;
  if (!first) throw new Error('no session before this one');
  await ask(options, 'own-seen', { origin, ...first, marks: [{ pupil: '1001', code: 'I' }] });
  await page.goto(ROSARIOSIS);
  await expect.poll(() => names(page, 'StaticText', /earlier marks/)).toEqual([read]);
  const record = await ask(options, 'pupil-record', { origin, pupil: '1001' });
  expect(record?.log).toMatchObject([{ kind: 'amended', from: 'I', date: first.date }]);
});

test('in a frame as well, and the toolbar says it', async ({ school }) => {
  const { options, page } = await school();
  await serve(page, OPENSIS, opensis.renderHistory(model));
  await serve(
    page,
    '/opensis/start',
    `<!doctype html><iframe src="${OPENSIS}" width="1000" height="600"></iframe>`,
  );
  await page.goto('/opensis/start');
  await expect.poll(() => names(page, 'StaticText', /earlier marks/)).toEqual([read]);
  const standing = () => {
    const address = page.url();
    return options.evaluate(async (url) => {
      const { tabs, action } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
      const tab = (await tabs.query({})).find((each) => each.url === url);
      return tab?.id === undefined ? null : action.getTitle({ tabId: tab.id });
    }, address);
  };
  await expect.poll(standing).toBe(`Registerwise: ${read}`);
});

test('a page of whole days is left alone, and nothing of it is kept', async ({ school }) => {
  const { options, page } = await school();
  const whole = [{ course: 'Daily Attendance', marks: marks('AM') }];
  await serve(page, ROSARIOSIS, rosariosis.renderHistory({ ...model, period: '', rows: whole }));
  await page.goto(ROSARIOSIS);
  await page.waitForTimeout(2000);
  expect(await page.locator('[data-rw]').count()).toBe(0);
  expect(await ask(options, 'kept', {})).toEqual([]);
});
