import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { count, fakePort, find, hosts, lay } from './school.ts';
import { line, reading, sight } from './simple-register.ts';

let stop: AbortController | null = null;
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  stop?.abort();
  document.body.innerHTML = '';
});
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 4000 });
const get = (selector: string) => document.querySelector(selector) as HTMLElement;
const bar = () => find('.bar')?.textContent ?? '';
const findings = () =>
  hosts().flatMap((host) => host.shadowRoot?.querySelector('.pill')?.getAttribute('aria-label') ?? []);

/** A register of the 20th that names no session, opened at `time`. */
function open(time: string, marks: readonly [string, string] = ['\\', 'H'], state = 'saved') {
  document.body.innerHTML = `<div id="one">${line('a1', 'Ada Fernhill', marks[0])}${line('a2', 'Amir Lindale', marks[1])}</div>`;
  const { port, told } = fakePort({ a1: count(7), a2: count(1) });
  const laid = lay(port, time, () => {
    const read = reading(get('#one'), { session: null });
    return sight({ ...read, rows: read.rows.map((row) => ({ ...row, state: state as 'saved' })) });
  });
  stop = laid.stop;
  return told;
}

test('a mark of the other half of the day is not called wrong where the session is only the clock’s', async () => {
  const told = open('09:10');
  await until(() => findings().length > 0);
  expect(bar()).toContain('Session not on the page: assumed Fri 20 Nov, AM');
  expect(findings().join()).toMatch(/H was withdrawn/);
  expect(findings()).toHaveLength(1);
  expect(told.seen).toEqual([]);
});

test('a person says with one click that it is the other session, of this register alone', async () => {
  const told = open('09:10', ['/', '/']);
  await until(() => bar().includes('assumed Fri 20 Nov, AM'));
  expect(bar()).toContain('Closes 9:20');
  await userEvent.click(page.getByRole('button', { name: 'It is the afternoon register' }));
  await until(() => bar().includes('assumed Fri 20 Nov, PM'));
  expect(bar()).not.toContain('9:20');
  expect(told.states.at(-1)?.state).toBe('checking');
  await until(() => told.counts.length === 2);
  expect(told.counts).toMatchObject([{ session: 'AM' }, { session: 'PM' }]);
  expect(told.seen).toEqual([]);

  await userEvent.click(page.getByRole('button', { name: 'It is the morning register' }));
  await until(() => bar().includes('assumed Fri 20 Nov, AM'));
  await userEvent.click(page.getByRole('button', { name: 'It is the afternoon register' }));
  await until(() => bar().includes('PM'));
  get('#one').innerHTML = `${line('b1', 'Bea Larkspur')}${line('b2', 'Ben Oakley')}`;
  await until(() => bar().includes('assumed Fri 20 Nov, AM'));
});

test('a click made by the page itself says nothing', async () => {
  open('09:10', ['/', '/']);
  await until(() => bar().includes('assumed'));
  const button = find<HTMLElement>('.assumed + button');
  expect(button?.textContent).toBe('It is the afternoon register');
  button?.click();
  await new Promise((done) => setTimeout(done, 200));
  expect(bar()).not.toContain('PM');
});
