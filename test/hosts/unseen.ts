import type { Page } from '@playwright/test';
import type { Driver } from './drive.ts';

const click = (selector: string) => (page: Page) => page.locator(selector).click();

const line = (page: Page, id: string) =>
  page.locator('.roster li', { has: page.locator(`img[src$="/${id}.jpg"]`) });
const LETTERS: Readonly<Record<string, readonly string[]>> = { P: ['/', '\\'], L: ['L'], A: ['N'] };
const pillOf = (code: string) => Object.keys(LETTERS).findIndex((letter) => LETTERS[letter]?.includes(code));
const pills: Driver = {
  shown: async (page) => {
    const rows = await page.locator('.roster li').evaluateAll((all) =>
      all.map((row) => ({
        id: /(\d+)\.jpg/.exec(row.querySelector('img')?.getAttribute('src') ?? '')?.[1] ?? '',
        name: row.querySelector('.who p')?.textContent ?? '',
        mark: (row.querySelector('input:checked + label') ?? row.querySelector('.pill--x.set'))?.textContent,
      })),
    );
    const afternoon = (await page.locator('[data-half=PM][aria-selected=true]').count()) > 0 ? 1 : 0;
    return rows.map(({ mark = '', ...row }) => {
      const codes = LETTERS[mark];
      return { ...row, mark: codes ? (codes[afternoon] ?? codes[0] ?? '') : mark };
    });
  },
  mouse: async (page, id, code) => {
    if (pillOf(code) >= 0) return line(page, id).locator('label').nth(pillOf(code)).click();
    await line(page, id).locator('.pill--x').click();
    await page.locator(`[popover] [data-code="${code}"]`).click();
  },
  keyboard: async (page, id, code) => {
    const wanted = pillOf(code);
    await line(page, id)
      .locator('input')
      .nth(wanted === 0 ? 1 : wanted - 1)
      .focus();
    await page.keyboard.press(wanted === 0 ? 'ArrowLeft' : 'ArrowRight');
  },
  open: (page, id) => line(page, id).locator('.pill--x').click(),
  bulk: click('#fill'),
  sort: click('#sort'),
  filter: (page, text) => page.locator('#find').fill(text),
  session: (page, to = 'PM') => page.locator(`[data-half=${to}]`).click(),
  nextDay: async (page) => {
    const next = page.locator('.days li:has(.on) + li button');
    await ((await next.count()) > 0 ? next : page.locator('#on')).click();
  },
  save: click('#save'),
  scroll: null,
};

const cell = (page: Page, id: string) => page.locator(`[data-p="${id}"]`);
const houses: Driver = {
  shown: (page) =>
    page.locator('tr.pup').evaluateAll((all) =>
      all.map((row) => ({
        id: row.querySelector('.mk')?.getAttribute('data-p') ?? '',
        name: row.querySelector('a')?.textContent ?? '',
        mark: row.querySelector('.mk')?.textContent ?? '',
      })),
    ),
  mouse: async (page, id, code) => {
    await cell(page, id).click();
    await page.locator(`.ac [data-code="${code}"]`).click();
  },
  keyboard: async (page, id, code) => {
    await cell(page, id).focus();
    await page.keyboard.press(code);
  },
  open: (page, id) => cell(page, id).click(),
  bulk: click('#fill'),
  sort: click('#sort'),
  filter: async (page, text) => {
    await page.locator('#find').fill(text);
    await page.locator('#find').press('Enter');
  },
  session: click('#other'),
  nextDay: click('#next'),
  save: click('#save'),
  scroll: null,
};

/** Registers built after the readers, in styles that no other page here has; nothing of the readers was made with them in sight. */
export const unseen: Readonly<Record<string, { readonly path: string; readonly driver: Driver }>> = {
  pills: { path: '/pills/', driver: pills },
  houses: { path: '/houses/', driver: houses },
};
