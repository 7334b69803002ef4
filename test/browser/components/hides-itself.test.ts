import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OverlayContext } from '../../../components/overlay/port.ts';
import { count, fakePort, find, hosts, lay, ours, showRegister } from './school.ts';

/** As long as a person sets in minutes: the port is given milliseconds. */
const AFTER_MS = 1500;
const PUPILS = ['Ada Fernhill', 'Amir Lindale', 'Bea Larkspur'];
const COUNTS = { p1: count(0), p2: count(7), p3: count(10, 8) };

let stop = new AbortController();
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  stop.abort();
  document.body.innerHTML = '';
});

async function start(context: Partial<OverlayContext>): Promise<void> {
  showRegister(PUPILS);
  stop = lay(fakePort(COUNTS, context).port).stop;
  await vi.waitFor(() => expect(find('.badge')).toBeTruthy());
}
const shown = () => hosts().filter((host) => host.shadowRoot?.querySelector('.badge:not(.hidden)')).length;
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }).first());
/** How long until no count is shown, in milliseconds. */
async function untilHidden(): Promise<number> {
  const began = performance.now();
  await vi.waitFor(() => expect(shown()).toBe(0), { timeout: 10 * AFTER_MS, interval: 20 });
  return performance.now() - began;
}

test('counts that were shown hide by themselves after the time that is set, and nothing tells of them then', async () => {
  await start({ role: 'teacher', countsShown: false, hiding: { afterMs: AFTER_MS, onLeave: true } });
  await press('Show counts');
  await vi.waitFor(() => expect(shown()).toBe(3));
  expect(await untilHidden()).toBeGreaterThan(AFTER_MS / 2);
  expect(ours()).not.toMatch(/\d+ of 10|unauthorised|threshold|settled/);
});

test('the time begins anew each time one is looked at', async () => {
  await start({ role: 'teacher', countsShown: false, hiding: { afterMs: AFTER_MS, onLeave: true } });
  await press('Show count: Ada Fernhill');
  await vi.waitFor(() => expect(shown()).toBe(1));
  await new Promise((done) => setTimeout(done, AFTER_MS * 0.6));
  await press('Show count: Amir Lindale');
  await vi.waitFor(() => expect(shown()).toBe(2));
  expect(await untilHidden(), 'of the first, more than its own time').toBeGreaterThan(AFTER_MS / 2);
});

test('counts of the office stay, unless a time was set', async () => {
  await start({ role: 'office', countsShown: true, hiding: { afterMs: null, onLeave: false } });
  await vi.waitFor(() => expect(shown()).toBe(3));
  await new Promise((done) => setTimeout(done, AFTER_MS * 1.3));
  expect(shown()).toBe(3);
  stop.abort();
  await start({ role: 'office', countsShown: true, hiding: { afterMs: AFTER_MS, onLeave: false } });
  await vi.waitFor(() => expect(shown()).toBe(3));
  await untilHidden();
});
