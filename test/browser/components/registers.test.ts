import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { count, fakePort, find, hosts, lay, ours } from './school.ts';
import { line, reading, sight } from './simple-register.ts';

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
const get = (selector: string) => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const bars = () =>
  hosts().flatMap((host) => [...(host.shadowRoot?.querySelectorAll<HTMLElement>('.bar') ?? [])]);
const inRow = (key: string) =>
  [...get(`[data-key="${key}"]`).querySelectorAll<HTMLElement>('[data-rw]')].map(
    (host) => host.shadowRoot?.querySelector('.in > *')?.getAttribute('aria-label') ?? '',
  );

test('a register filtered to a pupil who is still shown is not checked, and that is said; one that has gone is no more told of', async () => {
  document.body.innerHTML = `<div id="one">${line('a1', 'Ada Fernhill')}${line('a2', 'Amir Lindale')}</div>`;
  const root = get('#one');
  const { port, told } = fakePort({ a1: count(7) });
  start(port, '09:10', () => sight(...(root.children.length > 1 ? [reading(root)] : [])));
  await until(() => told.states.at(-1)?.state === 'checking');
  root.lastElementChild?.remove();
  await until(() => told.states.at(-1)?.state === 'not-checking');
  expect(bars()[0]?.textContent).toContain('Too little of the register is shown to be read.');
  expect(inRow('a1')).toEqual([]);
  root.innerHTML = '<h2>Timetable</h2>';
  await until(() => told.states.at(-1)?.state === 'no-register');
  expect(hosts()).toEqual([]);
});

describe('several registers on one page', () => {
  const show = () => {
    document.body.innerHTML = `<div id="one">${line('a1', 'Ada Fernhill')}${line('a2', 'Amir Lindale', 'H')}</div>
      <div id="two">${line('b1', 'Bea Larkspur')}${line('b2', 'Ben Oakley')}</div>`;
    return () =>
      sight(
        ...(['one', 'two'] as const).flatMap((id, i) => {
          const root = document.getElementById(id);
          return root ? [reading(root, { group: i === 0 ? '6H' : '6L' })] : [];
        }),
      );
  };
  const COUNTS = { a1: count(7), b1: count(9) };

  test('each have a bar, counts and findings of their own, and are told of as one', async () => {
    const look = show();
    const { port, told } = fakePort(COUNTS);
    start(port, '09:10', look);
    await until(() => inRow('b1').some((label) => label.startsWith('9 of 10')));
    expect(inRow('a1').join()).toMatch(/^7 of 10/);
    expect(told.counts).toHaveLength(2);
    expect(bars().map((bar) => bar.ariaLabel)).toEqual([
      'Registerwise, register 1 of 2, 6H, AM',
      'Registerwise, register 2 of 2, 6L, AM',
    ]);
    const [first, second] = bars().map((bar) => bar.getBoundingClientRect());
    expect(first?.bottom).toBeLessThanOrEqual(second?.top ?? 0);
    expect(second?.bottom).toBe(innerHeight);
    expect(bars()[0]?.textContent).toContain('1 mark to check');
    expect(bars()[1]?.textContent).not.toContain('to check');
    expect(told.states.at(-1)).toMatchObject({ state: 'checking', findings: 1 });
  });

  test('show and hide their counts together', async () => {
    start(fakePort(COUNTS).port, '09:10', show());
    await until(() => ours().includes('9 of 10'));
    await userEvent.click(page.getByRole('button', { name: 'Hide counts' }).first());
    await until(() => !/of 10|unauthorised/.test(ours()));
  });

  test('take their pieces with them when they go, and leave the other as it was', async () => {
    start(fakePort(COUNTS).port, '09:10', show());
    await until(() => bars().length === 2 && inRow('b1').length > 0);
    const kept = get('#two [data-rw]');
    get('#one').remove();
    await until(() => bars().length === 1);
    expect(bars()[0]?.ariaLabel).toBe('Registerwise');
    expect(get('#two [data-rw]')).toBe(kept);
  });

  test('one of which cannot be read is told of before the one that is checked', async () => {
    show();
    const { port, told } = fakePort(COUNTS);
    start(port, '09:10', () =>
      sight(reading(get('#one')), reading(get('#two'), { paused: 'No date.', group: '6L' })),
    );
    await until(() => bars().length === 2);
    expect(bars()[1]?.textContent).toContain('Not checking this register: No date.');
    expect(told.states.at(-1)).toEqual({
      state: 'not-checking',
      detail: 'Not checking 1 of 2 registers. No date.',
      findings: 1,
      setUp: 'teach',
    });
    expect(inRow('b1')).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Show where things are' }));
    expect(told.setUps).toEqual(['teach']);
  });

  test('on the same rows, for two sessions, cover nothing of each other', async () => {
    document.body.innerHTML = `<div id="both">${line('a1', 'Ada Fernhill', 'H')}</div>`;
    start(fakePort(COUNTS).port, '09:10', () =>
      sight(reading(get('#both')), reading(get('#both'), { session: 'PM' })),
    );
    await until(() => hosts().filter((host) => host.shadowRoot?.querySelector('.pill')).length === 2);
    const boxes = [...get('#both').querySelectorAll<HTMLElement>('[data-rw]')]
      .map((host) => host.shadowRoot?.querySelector('.in'))
      .filter((inner) => inner?.checkVisibility({ visibilityProperty: true }))
      .map((inner) => inner?.getBoundingClientRect() ?? new DOMRect());
    expect(boxes).toHaveLength(3);
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) expect(a.right <= b.left || b.right <= a.left).toBe(true);
  });
});

describe('a page that nobody has confirmed', () => {
  test('says so calmly, and opens the panel for a person only, or for the popup', async () => {
    const { port, told } = fakePort({});
    const why = 'Nobody has checked yet that it reads it rightly.';
    start(port, '09:10', () => ({ kind: 'not-checking', why, setUp: 'confirm' }));
    await until(() => bars().length === 1);
    expect(bars()[0]?.textContent).toContain(`Registerwise found a register here. ${why}`);
    expect(told.states.at(-1)).toEqual({ state: 'not-checking', detail: why, findings: 0, setUp: 'confirm' });
    find<HTMLElement>('.strong')?.click();
    expect(told.setUps).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Check how it is read' }));
    expect(told.setUps).toEqual(['confirm']);
    for (const tell of told.listeners) tell({ kind: 'set-up' });
    expect(told.setUps).toEqual(['confirm', 'confirm']);
  });
});

describe('a register of a lesson', () => {
  test('has its codes checked, and nothing by the clock, no counts, and nothing passed on', async () => {
    document.body.innerHTML = `<div id="one">${line('a1', 'Ada Fernhill')}${line('a2', 'Amir Lindale', 'H')}</div>`;
    const { port, told } = fakePort({ a1: count(7) });
    start(port, '10:40', () => sight(reading(get('#one'), { session: null, lesson: 'Period 3' })));
    await until(() => find('.pill'));
    get('[data-key=a1] .mark').append('L');
    await new Promise((done) => setTimeout(done, 200));
    expect(inRow('a1')).toEqual([]);
    expect(inRow('a2').join()).toMatch(/^Check: H was withdrawn/);
    expect(find('.badge')).toBeNull();
    expect(told.counts).toEqual([]);
    expect(told.seen).toEqual([]);
    expect(bars()[0]?.textContent).toContain('Lesson register: only codes are checked');
    expect(bars()[0]?.textContent).toContain('Fri 20 Nov, Period 3');
    expect(bars()[0]?.textContent).not.toMatch(/close|Term dates/i);
  });
});

test('an icon that only a style draws is not covered', async () => {
  document.body.innerHTML = `<div id="list">${line('a1', 'Ada Fernhill')}${line('a2', 'Amir Lindale')}</div>`;
  for (const mark of document.querySelectorAll('.mark'))
    mark.insertAdjacentHTML(
      'afterend',
      '<span style="width:18px;height:18px;background:green"></span>'.repeat(12),
    );
  start(fakePort({ a1: count(1), a2: count(2) }).port, '09:10', () => sight(reading(get('#list'))));
  const badge = () => get('[data-key=a2] [data-rw]').shadowRoot?.querySelector('.badge');
  await until(() => badge()?.checkVisibility({ visibilityProperty: true }));
  const box = badge()?.getBoundingClientRect();
  for (const icon of document.querySelectorAll('[data-key=a2] > span[style*=green]')) {
    const { left, right } = icon.getBoundingClientRect();
    expect(right <= (box?.left ?? 0) || left >= (box?.right ?? 0)).toBe(true);
  }
});

describe('several pupils on one line', () => {
  const cards = (name: string) => {
    document.body.innerHTML = `<div id="plan" style="display:grid;grid-template-columns:repeat(3,190px);gap:10px">${[
      'a1',
      'a2',
      'a3',
      'a4',
      'a5',
      'a6',
    ]
      .map(
        (
          key,
        ) => `<div class="card" data-key="${key}" style="border:1px solid;padding:6px"><div style="height:40px"></div>
          <h4 class="name" style="margin:0">${name}</h4><p style="margin:0">88% <span class="mark">${key === 'a2' ? 'H' : '/'}</span></p></div>`,
      )
      .join('')}</div>`;
    return () => sight(reading(get('#plan')));
  };
  const COUNTS = Object.fromEntries(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((key, i) => [key, count(i)]));
  const boxes = () =>
    hosts().flatMap((host) => {
      const piece = host.shadowRoot?.querySelector<HTMLElement>('.badge, .pill');
      if (!piece?.checkVisibility({ visibilityProperty: true })) return [];
      return [
        {
          key: host.closest<HTMLElement>('[data-key]')?.dataset.key ?? '',
          box: piece.getBoundingClientRect(),
        },
      ];
    });

  test.each(['Ada Fernhill', 'Ada Larkspur-Fernhill-Oakley'])(
    'have what is theirs on their own cards: %s',
    async (name) => {
      start(fakePort(COUNTS).port, '09:10', cards(name));
      await until(() => boxes().length === 7);
      for (const { key, box } of boxes()) {
        const card = get(`[data-key="${key}"]`).getBoundingClientRect();
        expect(box.left).toBeGreaterThanOrEqual(card.left);
        expect(box.right).toBeLessThanOrEqual(card.right);
        expect(box.top).toBeGreaterThanOrEqual(card.top);
        expect(box.bottom).toBeLessThanOrEqual(card.bottom);
      }
    },
  );

  test('have a finding on another line of the card, where the marks fill their own', async () => {
    document.body.innerHTML = `<div id="plan" style="display:grid;grid-template-columns:repeat(2,180px);gap:10px">${[
      'a1',
      'a2',
    ]
      .map(
        (key) =>
          `<div data-key="${key}" style="padding:6px"><h4 class="name" style="margin:0">Ada Fernhill</h4><p style="margin:0">88%</p>
          <div class="mark" style="height:70px"><button style="width:168px;height:70px">H</button></div></div>`,
      )
      .join('')}</div>`;
    start(fakePort({}).port, '09:10', () => sight(reading(get('#plan'))));
    await until(() => boxes().some(({ key }) => key === 'a2'));
    for (const { key, box } of boxes())
      expect(box.bottom).toBeLessThanOrEqual(get(`[data-key="${key}"] button`).getBoundingClientRect().top);
  });

  test('have nothing beyond the next pupil in a table with two pupils a row', async () => {
    const half = (key: string) => `<span data-key="${key}" style="display:contents">
      <span class="name" style="width:150px;flex:none">Ada Fernhill</span><span class="mark" style="width:30px;flex:none">H</span></span>`;
    document.body.innerHTML = `<div id="list">${[1, 3, 5]
      .map(
        (i) =>
          `<div role="row" style="display:flex;width:800px;height:30px">${half(`a${i}`)}${half(`a${i + 1}`)}</div>`,
      )
      .join('')}</div>`;
    const { port } = fakePort(COUNTS);
    start(port, '09:10', () => sight(reading(get('#list'))));
    await until(() => boxes().length > 3);
    for (const { key, box } of boxes()) {
      const even = Number(key.slice(1)) % 2 === 0;
      if (even) expect(box.left).toBeGreaterThan(180);
      else expect(box.right).toBeLessThan(190);
    }
  });
});
