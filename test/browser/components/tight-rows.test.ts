import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { count, fakePort, hosts, lay } from './school.ts';
import { reading, sight } from './simple-register.ts';

let stop: AbortController | null = null;
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  stop?.abort();
  document.body.innerHTML = '';
});
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 4000 });

/** Counts of the rows in order, as they can be seen: what is drawn, and what a screen reader says. */
const seen = () =>
  hosts().flatMap((host) => {
    const badge = host.shadowRoot?.querySelector<HTMLElement>('.badge');
    if (!badge?.checkVisibility({ visibilityProperty: true })) return [];
    return [
      {
        drawn: badge.innerText.replace(/\s+/g, ' ').trim(),
        name: badge.ariaLabel,
        box: badge.getBoundingClientRect(),
      },
    ];
  });

/** Two pupils in rows that leave `room` pixels between a name and the marks, and none anywhere else. */
function show(room: number, countsShown = true) {
  document.body.innerHTML = `<div id="one" style="overflow:hidden;width:max-content">${[
    'Ada Fernhill',
    'Bea Larkspur',
  ]
    .map(
      (name, i) =>
        `<div role="row" data-key="a${i + 1}" style="display:flex;height:32px;align-items:center"><span role="gridcell" class="name" style="padding-right:${room}px">${name}</span><span role="gridcell" class="mark"><button>/</button></span></div>`,
    )
    .join('')}</div>`;
  const { port } = fakePort({ a1: count(5), a2: count(12) }, { countsShown });
  stop = lay(port, '09:10', () => sight(reading(document.getElementById('one') as Element))).stop;
}

test.each([
  [260, '5 of 10 below'],
  [110, '5 of 10'],
  [76, '5/10'],
])('a count takes the fullest form that fits: %i pixels', async (room, form) => {
  show(room);
  await until(() => seen().length === 2);
  const [first] = seen();
  expect(first?.drawn).toBe(form);
  for (const [i, button] of [...document.querySelectorAll('.mark button')].entries())
    expect(seen()[i]?.box.right).toBeLessThanOrEqual(button.getBoundingClientRect().left);
  expect(first?.name).toMatch(/^5 of 10 unauthorised sessions in the last 10 school weeks/);
});

test('a hidden count has a briefer button too, and none where there is no room', async () => {
  show(76, false);
  await until(() => seen().length === 2);
  expect(seen()).toMatchObject([
    { drawn: 'Show', name: 'Show count: Ada Fernhill' },
    { drawn: 'Show', name: 'Show count: Bea Larkspur' },
  ]);
  stop?.abort();
  show(20, false);
  await until(() =>
    hosts().some((host) => host.shadowRoot?.textContent?.includes('No room on the page for 2 notes')),
  );
  expect(seen()).toEqual([]);
});

test('a count beside a name in a frozen column lies above that column', async () => {
  document.body.innerHTML = `<div id="one" style="width:600px;overflow:auto">${[
    'Ada Fernhill',
    'Bea Larkspur',
  ]
    .map(
      (name, i) =>
        `<div role="row" data-key="a${i + 1}" style="position:relative;width:900px;height:32px"><span role="gridcell" class="name" style="position:sticky;left:0;z-index:11;display:inline-block;width:260px;height:32px;overflow:hidden;background:#eee">${name}</span><span role="gridcell" class="mark"><button>/</button></span></div>`,
    )
    .join('')}</div>`;
  const { port } = fakePort({ a1: count(5), a2: count(12) });
  stop = lay(port, '09:10', () => sight(reading(document.getElementById('one') as Element))).stop;
  await until(() => seen().length === 2);
  for (const { box } of seen()) {
    const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    expect(top?.hasAttribute('data-rw')).toBe(true);
    expect(box.right).toBeLessThanOrEqual(268);
  }
});
