import type { Page } from '@playwright/test';
import { earlier, schoolDay } from '../e2e/school.ts';
import * as rosarioHistory from '../pages/rosariosis/live/history.mjs';
import { answer, findings, fortnightBefore, openSaved, train } from './acts.ts';
import type { Studio } from './fixtures.ts';
import { practice, rosariosis } from './pages.ts';
import { pressOurs, settle } from './stage.ts';
/** A state of the overlay, and how it comes about on a fresh page. */
export interface State {
  readonly name: string;
  /** What the school's clock says; 9:24, four minutes after the close, unless told. */
  readonly clock?: string;
  readonly role?: 'teacher' | 'office';
  /** The page it is on; RosarioSIS's unless told. */
  readonly on?: string;
  readonly play: (page: Page, studio: Studio) => Promise<void>;
}

const { open, mark } = rosariosis;

/** A mark of L, and the form of its arrival filled in as far as the time. */
async function timeOfLate(page: Page): Promise<void> {
  await mark(page, 0, 'L');
  await settle(page);
  await pressOurs(page, /^Log a late arrival$/);
  await page.keyboard.type('abara');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(150);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('9:22');
}

export const STATES: readonly State[] = [
  {
    name: 'not-confirmed',
    on: 'mui',
    async play(page, { address }) {
      await page.goto(address('mui'));
      await settle(page);
    },
  },
  {
    name: 'setup-panel',
    on: 'mui',
    async play(page, { address }) {
      await page.goto(address('mui'));
      await pressOurs(page, /^Check how it is read/);
    },
  },
  {
    name: 'teach-panel',
    on: 'mui',
    async play(page, { address }) {
      await page.goto(address('mui'));
      await pressOurs(page, /^Check how it is read/);
      await pressOurs(page, /^No, show where things are/);
    },
  },
  {
    name: 'paused',
    async play(page, studio) {
      await open(page, studio);
      await page.evaluate(() => {
        for (const table of document.querySelectorAll('form b, form h2, form select, form .date'))
          if (/\d{4}/.test(table.textContent ?? '')) table.remove();
      });
      await page.evaluate(() => {
        for (const input of document.querySelectorAll<HTMLInputElement>('input[type=radio]')) input.remove();
      });
      await settle(page);
    },
  },
  { name: 'counts-shown', clock: '08:52', play: open },
  { name: 'counts-hidden', clock: '08:52', role: 'teacher', play: open },
  {
    name: 'one-count-revealed',
    clock: '08:52',
    role: 'teacher',
    async play(page, studio) {
      await open(page, studio);
      await pressOurs(page, /^Show count: Ahmed/);
    },
  },
  { name: 'last-seconds', clock: '09:19', play: open },
  {
    name: 'late-after-close',
    async play(page, studio) {
      await open(page, studio);
      await mark(page, 0, 'L');
      await settle(page);
    },
  },
  {
    name: 'wrong-session',
    async play(page, studio) {
      await open(page, studio);
      await mark(page, 2, '\\');
      await settle(page);
    },
  },
  {
    name: 'withdrawn-code',
    on: 'practice',
    async play(page, studio) {
      await practice.open(page, studio);
      await practice.mark(page, 2, 'H');
      await settle(page);
    },
  },
  {
    name: 'unexplained-n',
    async play(page) {
      await openSaved(page, ['N', '/', 'N', '/'], fortnightBefore);
    },
  },
  {
    name: 'several-on-a-row',
    async play(page) {
      await openSaved(page, ['/', '/', 'L', '/']);
      await mark(page, 0, '\\');
      await mark(page, 2, 'N');
      await settle(page);
    },
  },
  {
    name: 'finding-open',
    async play(page, studio) {
      await open(page, studio);
      await mark(page, 0, 'L');
      await settle(page);
      await pressOurs(page, /^Why/);
    },
  },
  {
    name: 'kept',
    async play(page, studio) {
      await open(page, studio);
      await mark(page, 0, 'L');
      await mark(page, 1, 'L');
      await settle(page);
      await answer(page, /^Keep as it is$/);
    },
  },
  {
    name: 'bar-list',
    async play(page, studio) {
      await open(page, studio);
      await findings(page, rosariosis);
      await mark(page, 4, '\\');
      await settle(page);
      await answer(page, /^Keep as it is$/);
      await pressOurs(page, /to check/);
    },
  },
  {
    name: 'late-panel',
    async play(page, studio) {
      await open(page, studio);
      await timeOfLate(page);
      await page.keyboard.press('Tab');
      await page.keyboard.type('bus late');
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'late-logged',
    async play(page, studio) {
      await open(page, studio);
      await timeOfLate(page);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(700);
      await page.keyboard.press('Escape');
      await settle(page);
    },
  },
  {
    name: 'amendment-panel',
    async play(page) {
      await openSaved(page, ['/', '/']);
      await mark(page, 0, 'M');
      await settle(page);
      await answer(page, /^Note the change$/);
      await page.keyboard.type('dental appointment card seen');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'training',
    clock: '14:00',
    async play(page, studio) {
      await open(page, studio);
      await train(page, studio, '09:19');
      await mark(page, 0, 'L');
      await settle(page);
    },
  },
  {
    name: 'folded',
    async play(page, studio) {
      await open(page, studio);
      await findings(page, rosariosis);
      await pressOurs(page, /^Fold away$/);
    },
  },
  {
    name: 'history',
    async play(page) {
      const days = [...new Set(earlier.map(({ date }) => date as string)), schoolDay];
      const marks = Object.fromEntries(days.map((date, i) => [date, i % 9 === 4 ? 'O' : '/']));
      const body = rosarioHistory.renderHistory({
        ...{ student: '1001', period: 'PERIOD', from: days[0] ?? '', to: schoolDay, today: schoolDay, days },
        rows: [{ course: 'AM - 10B', period: 'AM', marks }],
      });
      const path = '/rosariosis/Modules.php?modname=Attendance/DailySummary.php&student_id=1001';
      await page.route(
        (url) => url.href.endsWith(path),
        (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
      );
      await page.goto(path);
      await settle(page);
    },
  },
];
