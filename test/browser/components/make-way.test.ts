import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { count, fakePort, find, lay } from './school.ts';
import { line, reading, sight } from './simple-register.ts';

let stop: AbortController | null = null;
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  stop?.abort();
  scrollTo(0, 0);
  document.body.innerHTML = '';
});
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 4000 });
const rest = () => new Promise((done) => setTimeout(done, 500));
const bar = () => find<HTMLElement>('.bar') as HTMLElement;
const isFolded = () => bar()?.matches('.folded') === true;

/** A register with `more` of the page after it. */
async function show(more: string): Promise<void> {
  document.body.innerHTML = `<div id="one">${line('a1', 'Ada Fernhill', 'H')}${line('a2', 'Amir Lindale', '/')}</div>${more}`;
  const root = document.getElementById('one') as Element;
  stop = lay(fakePort({ a1: count(7), a2: count(1) }).port, '09:10', () => sight(reading(root))).stop;
  await until(() => find('.bar'));
  await rest();
}
const places = () =>
  [...document.body.querySelectorAll('*:not([data-rw])')].map((element) =>
    JSON.stringify(element.getBoundingClientRect()),
  );
/** Whether a person who presses the middle of every control presses that control. */
const canBePressed = () =>
  [...document.querySelectorAll('button')].every((button) => {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === button;
  });
const foot = (style: string, text = 'Save') =>
  `<button style="position:fixed;bottom:8px;${style}">${text}</button>`;

test('a bar with no control under it stays as it is', async () => {
  await show('<button>Save</button>');
  expect(isFolded()).toBe(false);
});

test('over a control that cannot be scrolled from under it, it folds, and moves nothing of the page', async () => {
  document.body.innerHTML = '';
  await show(foot('left:600px'));
  expect(isFolded()).toBe(true);
  expect(canBePressed()).toBe(true);
  expect(bar().innerText).toMatch(/1 mark to check/);
  const before = places();
  stop?.abort();
  expect(places()).toEqual(before);
});

test.each([
  ['the left, where the right corner is taken', foot('right:20px')],
  ['above both corners, where both are taken', foot('right:20px') + foot('left:20px', 'Cancel')],
  ['out of the way of a row of buttons along the whole foot', foot('left:0;right:0;width:100%')],
])('its tab stands at %s', async (_, html) => {
  await show(html);
  expect(isFolded()).toBe(true);
  expect(canBePressed()).toBe(true);
  const { left, right, top } = (find('.tab') as Element).getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(1280);
  expect(top).toBeGreaterThan(300);
});

test('a person opens it by keyboard, and it stays open', async () => {
  await show(foot('left:600px'));
  find<HTMLElement>('.tab')?.focus();
  await userEvent.keyboard('{Enter}');
  await until(() => !isFolded());
  await page.viewport(1200, 800);
  await rest();
  expect(isFolded()).toBe(false);
});

test('at the end of a page that scrolls it makes way for the last control, and is back as soon as it need not', async () => {
  await show('<div style="height:2000px"></div><button>Save</button>');
  expect(isFolded()).toBe(false);
  scrollTo(0, document.documentElement.scrollHeight);
  await until(isFolded);
  await rest();
  const { left, right, top, bottom } = (document.querySelector('button') as Element).getBoundingClientRect();
  expect(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.localName).toBe('button');
  scrollTo(0, 0);
  await until(() => !isFolded());
});
