import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountAmendment } from '../../../components/amend/mount-amendment.tsx';
import { mountLate } from '../../../components/late/mount-late.tsx';
import type { OverlayHistory } from '../../../components/overlay/port.ts';
import { sayUpdated } from '../../../entrypoints/register/gone.ts';
import { mountWith } from '../../../entrypoints/setup/mount.tsx';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { builtInPolicy } from '../../../rules/policy/profiles.ts';
import { readers } from '../../../sites/readers.ts';
import { count, fakePort, find, hosts, lay, ours, setMark, showRegister } from './school.ts';

const PUPILS = ['Ada Fernhill', 'Amir Lindale', 'Bea Larkspur'];
const COUNTS = { p1: count(0), p2: count(7), p3: count(10, 8) };
const DATE = '2026-11-20' as IsoDate;

let stop = new AbortController();
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  stop.abort();
  stop = new AbortController();
  for (const left of document.querySelectorAll('[data-rw]')) left.remove();
  document.body.innerHTML = '';
  document.body.style.background = '';
});
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 4000 });
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }).first());
const start = (...args: Parameters<typeof lay>) => {
  const laid = lay(...args);
  stop.signal.addEventListener('abort', () => laid.stop.abort());
};
const found = async () => {
  setMark('p1', 'H');
  setMark('p2', 'L');
  start(fakePort(COUNTS).port, '09:21');
  await until(() => find('.pill'));
};

/** Every state in which the overlay can be seen, and how it comes about on a register of three. */
const STATES: Readonly<Record<string, () => Promise<unknown>>> = {
  'counts and findings': found,
  'what a finding says in full': () => found().then(() => press(/^Why: Ada/)),
  'the list of findings': () => found().then(() => press(/to check$/)),
  'a finding kept': () => found().then(() => press('Keep as it is')),
  async 'counts hidden'() {
    start(fakePort(COUNTS, { role: 'teacher', countsShown: false }).port);
    await until(() => find('.badge.hidden'));
  },
  async 'one count shown'() {
    start(fakePort(COUNTS, { role: 'teacher', countsShown: false }).port);
    await until(() => find('.badge.hidden'));
    await press('Show count: Amir Lindale');
  },
  async 'not checking, and what can be done'() {
    start(fakePort(COUNTS).port, '09:10', () => ({
      ...{ kind: 'not-checking', why: 'Nobody has checked yet that it is read rightly.', setUp: 'confirm' },
    }));
    await until(() => find('.bar'));
  },
  async 'the bar folded'() {
    start(fakePort(COUNTS).port);
    await until(() => find('.bar'));
    await press('Fold away');
  },
  async 'a clock for training'() {
    start(fakePort(COUNTS, { training: true }).port, '09:19');
    await until(() => find('.training'));
  },
  async 'a page of earlier marks'() {
    const mark = { pupilKey: 'p1', date: DATE, session: 'AM' as const, code: '/' };
    const reading = { marks: [mark], health: { leftOut: 2, paused: null } } as OverlayHistory;
    start(fakePort(COUNTS).port, '09:10', () => ({ kind: 'history', reading }));
    await until(() => ours().includes('earlier mark'));
  },
  async 'a late arrival'() {
    const policy = builtInPolicy('walton-oak');
    if (!policy) throw new Error('no such policy');
    const pupils = PUPILS.map((name, i) => ({ pupil: `p${i + 1}`, name, code: null }));
    const facts = {
      ...{ question: { date: DATE, session: 'AM' as const, pupil: 'p1', pupils }, policy },
      ...{ now: () => Date.parse('2026-11-20T09:24:00Z'), openList: () => {} },
      arrivals: async () => [{ pupil: 'p2', arrived: 545, reason: 'bus late' }],
      ...{ log: async () => {}, remove: async () => {} },
    };
    mountLate(document, facts, stop.signal, 'open');
    await until(() => ours().includes('Correct Amir Lindale'));
  },
  async 'the record of a change'() {
    const change = { pupil: 'p1', name: 'Ada Fernhill', date: DATE, session: 'AM' as const };
    const facts = {
      ...{ change: { ...change, from: '/', to: 'M' }, who: null, today: DATE, training: false },
      note: async () => {},
    };
    void mountAmendment(document, facts, document.body, stop.signal, 'open');
    await until(() => find('.amend'));
  },
  async 'how a page is read'() {
    document.title = 'Register';
    const select = (id: number) =>
      `<select name="mark[${id}]" aria-label="Mark"><option><option selected>/<option>Late</select>`;
    document.body.innerHTML = `<main><h1>Friday 20 November 2026</h1><h2>Morning</h2><table><tr><th>Pupil<th>Mark</tr>${PUPILS.concat(
      ['Cal Moor', 'Dee Nash', 'Eli Orme'],
    )
      .map((name, i) => `<tr><td><a href="/pupils/${1001 + i}">${name}</a><td>${select(1001 + i)}</tr>`)
      .join('')}</table></main>`;
    const facts = { how: 'confirm' as const, profiles: [], today: DATE };
    const keep = { save: async () => {}, forget: async () => {} };
    mountWith(readers)(document, { ...facts, ...keep }, stop.signal, 'open');
    await until(() => ours().includes('6 pupils'));
  },
  async 'updated under the page'() {
    sayUpdated(document, 'open');
    await until(() => find('[role=status]'));
  },
};

/** A count’s name begins with what is drawn of it, and has the band that is drawn beside it further on; axe wants them in one. */
const ASIDE = { 'label-content-name-mismatch': { enabled: false } };

test('what is drawn of a count is how its name begins, so that it can be said to it', async () => {
  showRegister(PUPILS);
  start(fakePort(COUNTS).port);
  await until(() => find('.badge.below'));
  const badges = hosts().flatMap(({ shadowRoot }) => shadowRoot?.querySelector('.badge') ?? []);
  expect(badges).toHaveLength(3);
  for (const badge of badges) {
    const drawn = badge.querySelector('.long')?.textContent ?? 'nothing';
    expect(badge.ariaLabel?.startsWith(drawn), `${badge.ariaLabel} for ${drawn}`).toBe(true);
  }
});

for (const background of ['#ffffff', '#12181b'])
  test.each(Object.keys(STATES))(`axe finds nothing on ${background}: %s`, async (state) => {
    document.documentElement.lang = 'en-GB';
    document.title = 'Register';
    showRegister(PUPILS);
    document.body.style.background = background;
    await STATES[state]?.();
    // What comes into sight by degrees has come.
    await new Promise((done) => setTimeout(done, 300));
    const roots = [...document.querySelectorAll<HTMLElement>('[data-rw]')];
    expect(roots.length).toBeGreaterThan(0);
    const { violations } = await axe.run({ include: roots }, { rules: ASIDE });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
