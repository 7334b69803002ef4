import { afterEach, beforeEach, expect, test } from 'vitest';
import { offer } from '../../../components/overlay/door.ts';
import type { PortChange } from '../../../components/overlay/port.ts';
import { type PageSource, pageSource } from '../../../entrypoints/register/page-source.ts';
import type { SiteProfile } from '../../../sites/profile.ts';
import { readers } from '../../../sites/readers.ts';

let stop: AbortController;
let source: PageSource;
let reads: number;
let told: number;
let at: number;
let push: (change: PortChange) => void;

beforeEach(async () => {
  document.body.innerHTML =
    '<h1>Register</h1><p>Friday 20 November 2026, AM</p><table><tr><td>Ann Bell</td><td><select><option>/<option>L</select></td></tr></table>';
  [reads, told, at] = [0, 0, Date.parse('2026-11-20T09:10:00Z')];
  const counting: typeof readers.readPage = (...page) => {
    reads++;
    return readers.readPage(...page);
  };
  stop = new AbortController();
  source = pageSource(
    document,
    {
      now: () => at,
      profiles: async (): Promise<readonly SiteProfile[]> => [],
      readers: async () => offer('readers', { ...readers, readPage: counting }),
      onChange: (_, listener) => {
        push = listener;
      },
    },
    stop.signal,
  );
  await source.learn();
  source.observe(stop.signal, () => told++);
  source.look();
  await expect.poll(() => told).toBe(1);
});

afterEach(() => stop.abort());

test('a page is read once while nothing changes', () => {
  const first = source.look();
  expect(first.kind).not.toBe('no-register');
  expect(source.look()).toBe(first);
  expect(reads).toBe(1);
});

test('a value set by script is read at the next look, before anybody is told', () => {
  source.look();
  (document.querySelector('select') as HTMLSelectElement).value = 'L';
  source.look();
  expect(reads).toBe(2);
});

test('a page of another address, of another day, or with other settings is read anew', async () => {
  source.look();
  const { href } = location;
  history.pushState(null, '', '#other');
  source.look();
  history.replaceState(null, '', href);
  source.look();
  expect(reads).toBe(3);
  at += 86_400_000;
  source.look();
  expect(reads).toBe(4);
  push({ kind: 'reload' });
  await expect.poll(() => told).toBe(2);
  source.look();
  expect(reads).toBe(5);
});

test('whoever stops watching is told no more, and the others are', async () => {
  const one = new AbortController();
  let alsoTold = 0;
  source.observe(one.signal, () => alsoTold++);
  document.body.className = 'a';
  await expect.poll(() => told).toBe(2);
  expect(alsoTold).toBe(1);
  one.abort();
  document.body.className = 'b';
  await expect.poll(() => told).toBe(3);
  expect(alsoTold).toBe(1);
});
