import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountWhyCard } from '../../../components/register/mount-why-card.tsx';
import { builtInPolicy } from '../../../rules/policy/profiles.ts';
import { count, fakePort, find, lay, ours, setMark, showRegister } from './school.ts';

const PUPILS = Array.from({ length: 30 }, (_, i) => `Pupil ${i + 1}`);
const COUNTS = Object.fromEntries(PUPILS.map((_, i) => [`p${i + 1}`, count(7)]));

let stop: AbortController | null = null;
afterEach(() => {
  stop?.abort();
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
  window.scrollTo(0, 0);
});
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 4000 });

/** A class of thirty with every count shown, in a window of this size; `box` puts the register in a box that scrolls. */
async function start({
  width,
  height = 800,
  box = false,
}: {
  width: number;
  height?: number;
  box?: boolean;
}) {
  await page.viewport(width, height);
  const table = showRegister(PUPILS, ['/', 'U']);
  table.style.width = `${Math.min(1100, width - 20)}px`;
  for (const each of table.rows) each.style.height = '40px';
  if (box) {
    const scrolling = document.createElement('div');
    scrolling.id = 'box';
    scrolling.style.cssText = 'height:420px;overflow:auto;margin-top:120px';
    table.replaceWith(scrolling);
    scrolling.append(table);
  }
  const policy = builtInPolicy('walton-oak');
  if (!policy) throw new Error('no such policy');
  const fake = fakePort(COUNTS);
  const { calendar } = await fake.port.context();
  fake.port.why = async (question, place, signal) => {
    const answer = { marks: [], steps: [], conflicts: [] };
    mountWhyCard(document, { question, policy, calendar, answer }, place, signal, 'open');
  };
  stop = lay(fake.port).stop;
  await until(() => find('.badge'));
}

const row = (at: number) => {
  const found = document.querySelector(`[data-pupil=p${at}]`);
  if (!found) throw new Error('no such row');
  return found;
};
const badge = (at: number) => {
  const found = find<HTMLElement>('.badge', row(at));
  if (!found) throw new Error('no such badge');
  return found;
};
const card = () => find<HTMLElement>('.card');
const standing = () => find<HTMLElement>('[data-at] .card');

async function open(at: number) {
  row(at).scrollIntoView({ block: 'center', behavior: 'instant' });
  await frames();
  await userEvent.click(badge(at));
  await until(standing);
  await frames();
}

/** Long enough for what moved to be followed, and the card’s entrance to end. */
const frames = () => new Promise((done) => setTimeout(done, 250));

/** The card is in the window and covers neither the pupil's row nor the badge. */
function expectClear(at: number) {
  const own = card()?.getBoundingClientRect() ?? new DOMRect();
  expect(own.height).toBeGreaterThan(40);
  expect(own.left).toBeGreaterThanOrEqual(0);
  expect(own.top).toBeGreaterThanOrEqual(0);
  expect(own.right).toBeLessThanOrEqual(innerWidth);
  expect(own.bottom).toBeLessThanOrEqual(innerHeight);
  for (const theirs of [row(at).getBoundingClientRect(), badge(at).getBoundingClientRect()])
    expect(
      own.right <= theirs.left ||
        own.left >= theirs.right ||
        own.bottom <= theirs.top ||
        own.top >= theirs.bottom,
    ).toBe(true);
  return own;
}
const barTop = () => find('.bar')?.getBoundingClientRect().top ?? 0;

describe('the card never covers its row or its badge', () => {
  describe.each([
    { width: 1280 },
    { width: 640 },
    { width: 320, height: 640 },
    // A window of 1280 by 1024 at 400% zoom.
    { width: 320, height: 256 },
    { width: 1280, box: true },
    { width: 640, height: 500, box: true },
  ])('$width wide, $height high, in a scrolled box: $box', (how) => {
    test.each([1, 6, 15, 30])('opened from row %i', async (at) => {
      await start(how);
      await open(at);
      const own = expectClear(at);
      if ((how.height ?? 800) > 300) expect(own.bottom).toBeLessThanOrEqual(barTop());
      const head = find('.sum')?.getBoundingClientRect() ?? new DOMRect();
      if ((how.height ?? 800) > 300) expect(head.bottom).toBeLessThanOrEqual(own.bottom);
    });
  });

  test('while the page scrolls, it moves with the row', async () => {
    await start({ width: 1280 });
    await open(15);
    for (const by of [-120, 60, 200]) {
      const before = row(15).getBoundingClientRect().top;
      window.scrollBy({ top: by, behavior: 'instant' });
      expect(row(15).getBoundingClientRect().top).not.toBe(before);
      await frames();
      const own = expectClear(15);
      const { top, bottom } = row(15).getBoundingClientRect();
      expect(Math.min(Math.abs(own.top - bottom), Math.abs(top - own.bottom))).toBeLessThan(12);
    }
  });

  test('while a box around the register scrolls, and goes when the row has left its sight', async () => {
    await start({ width: 1280, box: true });
    await open(15);
    const box = document.querySelector('#box');
    box?.scrollBy({ top: 90, behavior: 'instant' });
    await frames();
    expectClear(15);
    box?.scrollBy({ top: 500, behavior: 'instant' });
    await until(() => !card());
  });

  test('when the page zooms a part of itself', async () => {
    await start({ width: 1280 });
    document.body.style.zoom = '1.5';
    await frames();
    await open(15);
    expectClear(15);
  });
});

describe('the card closes', () => {
  test('on a press outside, which reaches the page', async () => {
    await start({ width: 1280 });
    await open(2);
    const mark = document.querySelector<HTMLInputElement>('[name=mark-p2][value="/"]');
    await userEvent.click(mark as Element);
    await until(() => !card());
    expect(mark?.checked).toBe(true);
    expect(document.activeElement).toBe(mark);
  });

  test('on a second press on its badge, and on Escape wherever the focus is', async () => {
    await start({ width: 1280 });
    await open(3);
    await userEvent.click(badge(3));
    await until(() => !card());
    await open(3);
    row(9).querySelector('input')?.focus();
    await userEvent.keyboard('{Escape}');
    await until(() => !card());
    expect(document.activeElement).toBe(row(9).querySelector('input'));
  });

  test('when its row leaves the page, or its mark changes under it', async () => {
    await start({ width: 1280 });
    await open(3);
    setMark('p3', 'U');
    await until(() => !card());
    await open(4);
    row(4).remove();
    await until(() => !card());
    expect(ours()).not.toContain('Pupil 4');
  });

  test('and another takes its place from another badge', async () => {
    await start({ width: 1280 });
    await open(3);
    await userEvent.click(badge(2));
    await until(() => card()?.getAttribute('aria-label')?.includes('Pupil 2'));
    expect(document.querySelectorAll('html > [data-rw]')).toHaveLength(2);
  });
});

test('opened by the keyboard it takes the focus, and gives it back to the badge', async () => {
  await start({ width: 1280 });
  badge(3).focus();
  await userEvent.keyboard('{Enter}');
  await until(() => document.activeElement?.shadowRoot?.activeElement === card());
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement?.shadowRoot?.activeElement).toBe(badge(3));
});

test('takes no focus from somebody who has gone on to a mark before it came', async () => {
  await start({ width: 1280 });
  badge(3).focus();
  await userEvent.keyboard('{Enter}');
  const mark = row(3).querySelector('input');
  mark?.focus();
  await until(standing);
  await frames();
  expect(document.activeElement).toBe(mark);
});
