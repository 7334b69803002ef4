import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { count, fakePort, find, lay, setMark, showRegister } from './school.ts';

let stop: AbortController | null = null;
afterEach(() => {
  stop?.abort();
  document.body.innerHTML = '';
});
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 4000 });
const PUPILS = ['Ada Fernhill', 'Amir Lindale', 'Bea Larkspur'];
/** A line of buttons and a hand's breadth around it. */
const ONE_LINE = 50;
const line = () => find<HTMLElement>('.line');
const more = () => page.getByRole('button', { name: 'More about this register' });

test.each([1280, 1024, 640, 480, 320])('the bar is one line in a window of %i pixels', async (width) => {
  await page.viewport(width, 600);
  showRegister(PUPILS);
  setMark('p1', 'H');
  stop = lay(fakePort({ p1: count(9) }, { inferred: true }).port, '09:30').stop;
  await until(() => line()?.textContent?.includes('1 mark to check'));
  await until(() => find('.more')?.checkVisibility());
  expect(line()?.getBoundingClientRect().height).toBeLessThan(ONE_LINE);
  for (const button of line()?.querySelectorAll('button') ?? [])
    if (button.checkVisibility()) expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(width);

  await userEvent.click(more());
  // All of it can be read, scrolled to where the window is low.
  const facts = find('.facts');
  expect(facts?.scrollHeight).toBe(facts?.clientHeight);
  for (const part of line()?.querySelectorAll<HTMLElement>('.facts > *, button') ?? []) {
    expect(part.checkVisibility(), part.innerText).toBe(true);
    expect(part.getBoundingClientRect().right, part.innerText).toBeLessThanOrEqual(width);
  }
  await userEvent.keyboard('{Escape}');
  await until(() => (line()?.getBoundingClientRect().height ?? 0) < ONE_LINE);
});

test('where all of it has room there is no button for more', async () => {
  await page.viewport(1600, 600);
  showRegister(PUPILS);
  stop = lay(fakePort({}).port, '09:30').stop;
  await until(() => line()?.textContent?.includes('Walton Oak'));
  await new Promise((done) => setTimeout(done, 400));
  expect(find('.more')?.checkVisibility()).toBe(false);
});
