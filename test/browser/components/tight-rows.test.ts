import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { count, fakePort, find, hosts, lay, ours } from './school.ts';
import { reading, sight } from './simple-register.ts';

let stop: AbortController | null = null;
let told: ReturnType<typeof fakePort>['told'];
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
function show(room: number, countsShown = true, names = ['Ada Fernhill', 'Bea Larkspur']) {
  document.body.innerHTML = `<div id="one" style="overflow:hidden;width:max-content">${names
    .map(
      (name, i) =>
        `<div role="row" data-key="a${i + 1}" style="display:flex;height:32px;align-items:center"><span role="gridcell" class="name" style="padding-right:${room}px">${name}</span><span role="gridcell" class="mark"><button>/</button></span></div>`,
    )
    .join('')}</div>`;
  const fake = fakePort({ a1: count(5), a2: count(12), a3: count(3) }, { countsShown });
  told = fake.told;
  stop = lay(fake.port, '09:10', () => sight(reading(document.getElementById('one') as Element))).stop;
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

test('counts with no room on the page are in the bar’s list, the highest first, and open there', async () => {
  show(20);
  await until(() => find('.listed')?.textContent?.includes('2 counts'));
  expect(seen()).toEqual([]);
  const width = () => document.body.innerHTML.length;
  const before = width();
  await userEvent.click(page.getByRole('button', { name: '2 counts' }));
  const listed = [...(find('.list')?.querySelectorAll('li') ?? [])].map((line) => line.innerText);
  expect(listed.map((text) => text.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^Bea Larkspur.*12 of 10.*met/),
    expect.stringMatching(/^Ada Fernhill.*5 of 10.*below/),
  ]);
  await userEvent.click(page.getByRole('button', { name: /^12 of 10/ }));
  expect(told.why).toMatchObject([{ pupil: 'a2', name: 'Bea Larkspur' }]);
  expect(find('.list')).toBeNull();
  expect(width()).toBe(before);
});

test('the key that hides counts takes them out of the bar’s list at once', async () => {
  show(20);
  await until(() => find('.listed')?.textContent?.includes('2 counts'));
  await userEvent.click(page.getByRole('button', { name: '2 counts' }));
  for (const tell of told.listeners) tell({ kind: 'switch-counts' });
  expect(ours()).not.toMatch(/of 10|2 counts/);
});

test('where many counts have room for figures alone, all are in figures', async () => {
  show(76, true, ['Ada Fernhill', 'Bea Larkspur', 'Cy']);
  await until(() => seen().length === 3);
  expect(seen().map(({ drawn }) => drawn)).toEqual(['5/10', '12/10', '3/10']);
});
