import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { count, fakePort, find, hosts, lay } from './school.ts';
import { line, reading, sight } from './simple-register.ts';

const PUPILS = 120;
const DRAWN = 12;
const HEIGHT = 36;
/** Every pupil has a count of one’s own, so that a badge tells whose it is. */
const COUNTS = Object.fromEntries(Array.from({ length: PUPILS }, (_, i) => [`p${i}`, count(i)]));

let stop: AbortController | null = null;
const start = (...args: Parameters<typeof lay>) => {
  const laid = lay(...args);
  stop = laid.stop;
  return laid;
};
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  stop?.abort();
  document.body.innerHTML = '';
});
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 4000 });
const frame = () => new Promise((done) => requestAnimationFrame(done));

/** A list that draws a dozen rows and uses them for whichever pupils are scrolled to. */
function virtualList(codes: Readonly<Record<string, string>> = {}) {
  document.body.innerHTML = `<div id="box" style="height:${DRAWN * HEIGHT}px;width:960px;overflow:auto">
    <div id="rows" role="grid" style="position:relative;height:${PUPILS * HEIGHT}px"></div></div>`;
  const box = document.getElementById('box') as HTMLElement;
  const rows = document.getElementById('rows') as HTMLElement;
  rows.innerHTML = Array.from({ length: DRAWN }, () => line('', '')).join('');
  const marks = { ...codes };
  const draw = (first = Math.floor(box.scrollTop / HEIGHT)) => {
    for (const [i, row] of [...rows.querySelectorAll<HTMLElement>('[role=row]')].entries()) {
      const pupil = Math.min(first, PUPILS - DRAWN) + i;
      row.style.cssText += `;position:absolute;top:${pupil * HEIGHT}px`;
      row.dataset.key = `p${pupil}`;
      (row.querySelector('.name') as Element).textContent = `Pupil ${pupil}`;
      (row.querySelector('.mark') as Element).textContent = marks[`p${pupil}`] ?? '';
    }
  };
  draw();
  box.addEventListener('scroll', () => draw());
  return { box, rows, draw, marks, look: () => sight(reading(rows, { rowsInAll: PUPILS })) };
}

/** Counts that can be seen now, with the number of the pupil in whose row they stand. */
const shown = () =>
  hosts().flatMap((host) => {
    const badge = host.shadowRoot?.querySelector('.badge');
    const key = host.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (!key || !badge?.checkVisibility({ visibilityProperty: true })) return [];
    return [{ says: Number.parseInt(badge.ariaLabel ?? '', 10), pupil: Number(key.slice(1)) }];
  });
const wrong = () => shown().filter(({ says, pupil }) => says !== pupil);

describe('a list that uses its rows again', () => {
  test('never shows one pupil’s count beside another, however fast it scrolls', async () => {
    const { box, draw, look } = virtualList();
    const { port, told } = fakePort(COUNTS);
    start(port, '09:10', look);
    await until(() => shown().length === DRAWN);
    for (let step = 0; step < 60; step++) {
      if (step % 2 === 0) draw((step * 37) % PUPILS);
      else await frame().then(() => draw((step * 53) % PUPILS));
      await Promise.resolve();
      expect(wrong(), 'before the next frame').toEqual([]);
      await frame();
      expect(wrong(), 'in the next frame').toEqual([]);
    }
    box.scrollTop = 0;
    draw();
    await until(() => shown().length === DRAWN && wrong().length === 0);
    expect(told.states.every(({ state }) => state !== 'not-checking')).toBe(true);
  });

  test('claims what it has seen, and keeps findings of rows scrolled away, each once', async () => {
    const { box, look } = virtualList({ p1: 'H', p50: 'H', p60: 'H' });
    const { port, told } = fakePort(COUNTS);
    start(port, '09:10', look);
    const bar = () => find('.bar')?.textContent ?? '';
    await until(() => bar().includes('1 mark to check'));
    expect(bar()).toContain('Checking 12 of 120 pupils, those on the screen');
    expect(bar()).toContain('11 of these 12 not marked');

    box.scrollTop = 48 * HEIGHT;
    await until(() => bar().includes('2 marks to check'));
    box.scrollTop = 58 * HEIGHT;
    await until(() => bar().includes('3 marks to check'));
    box.scrollTop = 0;
    await until(() => shown().some(({ pupil }) => pupil === 1));
    expect(bar()).toContain('3 marks to check');
    expect(told.states.at(-1)?.findings).toBe(3);

    await userEvent.click(page.getByRole('button', { name: '3 marks to check' }));
    await userEvent.click(page.getByRole('button', { name: 'Scroll to Pupil 50' }));
    await until(() => shown().some(({ pupil }) => pupil === 50));
    await until(() => document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key === 'p50');
  });

  test('lists what was kept on rows scrolled away, and says it again from there', async () => {
    const rules = ['withdrawn-code', 'policy-note'];
    const { box, look } = virtualList({ p1: 'H' });
    const { port, told } = fakePort(
      COUNTS,
      {},
      rules.map((rule) => ({ pupil: 'p1', code: 'H', rule })),
    );
    start(port, '09:10', look);
    const bar = () => find('.bar')?.textContent ?? '';
    await until(() => bar().includes('1 kept'));
    box.scrollTop = 60 * HEIGHT;
    await until(() => shown().some(({ pupil }) => pupil === 60));
    expect(bar()).toContain('1 kept');
    await userEvent.click(page.getByRole('button', { name: '1 kept' }));
    await userEvent.click(page.getByRole('button', { name: 'Undo Pupil 1' }));
    await until(() => bar().includes('1 mark to check'));
    expect(bar()).not.toContain('1 kept');
    expect(told.keeping).toEqual([expect.objectContaining({ pupil: 'p1', rules, kept: false })]);
  });

  test('does not say of a mark made while its row was away that it is made now', async () => {
    const { box, draw, marks, look } = virtualList();
    const { clock } = start(fakePort(COUNTS).port, '09:10', look);
    await until(() => shown().length === DRAWN);
    box.scrollTop = 60 * HEIGHT;
    await until(() => shown().some(({ pupil }) => pupil === 60));
    marks.p1 = 'L';
    clock.time = '09:30';
    box.scrollTop = 0;
    draw();
    await until(() => shown().some(({ pupil }) => pupil === 1));
    await new Promise((done) => setTimeout(done, 100));
    expect(find('.pill')).toBeNull();
  });

  test('whose page writes every cell anew for each mark is not taken for one that throws us out', async () => {
    const { look, draw, marks } = virtualList();
    const { port, told } = fakePort(COUNTS);
    start(port, '09:10', look);
    await until(() => shown().length === DRAWN);
    for (let pupil = 0; pupil < DRAWN; pupil++) {
      marks[`p${pupil}`] = '/';
      draw();
      await frame();
    }
    await until(() => shown().length === DRAWN && wrong().length === 0);
    expect(told.states.at(-1)).toMatchObject({ state: 'checking', findings: 0 });
  });
});

describe('a register in open shadow roots', () => {
  /** A box that scrolls in an outer root, and in it a grid in an inner one, whose cells clip what is in them. */
  const nest = () => {
    document.body.innerHTML = '<div style="height:60px">Register</div><x-outer></x-outer>';
    const outer = (document.querySelector('x-outer') as Element).attachShadow({ mode: 'open' });
    outer.innerHTML =
      '<div id="box" style="height:150px;width:900px;overflow:auto;position:relative"><x-grid></x-grid></div>';
    const inner = (outer.querySelector('x-grid') as Element).attachShadow({ mode: 'open' });
    inner.innerHTML = `<style>.name{overflow:hidden;position:relative}</style><div role="grid">${['p3', 'p7']
      .map((key) => line(key, `Pupil ${key}`, 'H'))
      .join('')}<div style="height:600px"></div></div>`;
    return { box: outer.querySelector('#box') as HTMLElement, grid: inner.querySelector('div') as Element };
  };
  const pieces = (grid: Element) =>
    [...grid.querySelectorAll<HTMLElement>('[data-rw]')]
      .map((host) => host.shadowRoot?.querySelector('.in') as HTMLElement)
      .filter((inner) => inner.checkVisibility({ visibilityProperty: true }));

  test('is decorated there, and its pieces are seen where its boxes let them be', async () => {
    const { box, grid } = nest();
    start(fakePort(COUNTS).port, '09:10', () => sight(reading(grid)));
    await until(() => pieces(grid).length === 4);
    for (const piece of pieces(grid)) {
      const { left, right, top, bottom } = piece.getBoundingClientRect();
      const row = piece.getRootNode() as ShadowRoot;
      const line = row.host.closest('[role=row]')?.getBoundingClientRect() ?? new DOMRect();
      expect(left).toBeGreaterThanOrEqual(line.left);
      expect(right).toBeLessThanOrEqual(line.right);
      expect(top).toBeGreaterThanOrEqual(line.top - 1);
      expect(bottom).toBeLessThanOrEqual(line.bottom + 1);
    }
    box.scrollTop = 28;
    await until(() => pieces(grid).length === 2);
    box.scrollTop = 0;
    await until(() => pieces(grid).length === 4);
  });

  test('gets every node back', async () => {
    const { grid } = nest();
    const before = grid.innerHTML;
    const { stop: off } = start(fakePort(COUNTS).port, '09:10', () => sight(reading(grid)));
    await until(() => pieces(grid).length === 4);
    off.abort();
    expect(grid.innerHTML).toBe(before);
  });
});
