import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OverlayHistory } from '../../../components/overlay/port.ts';
import { mountWhyCard } from '../../../components/register/mount-why-card.tsx';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { builtInPolicy } from '../../../rules/policy/profiles.ts';
import { count, fakePort, find, hosts, lay, ours, setMark, showRegister } from './school.ts';

const PUPILS = ['Ada Fernhill', 'Amir Lindale', 'Bea Larkspur'];
const COUNTS = { p1: count(0), p2: count(7), p3: count(10, 8) };

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
const mark = (pupil: string, code: string) => {
  const radio = document.querySelector(`[name="mark-${pupil}"][value="${CSS.escape(code)}"]`);
  if (!radio) throw new Error('no such mark');
  return userEvent.click(radio);
};

describe('counts', () => {
  test('stand beside each name, and are asked for in one message', async () => {
    showRegister(PUPILS);
    const { port, told } = fakePort(COUNTS);
    start(port);
    await until(() => find('.badge.met-if-unsettled-stand'));
    expect(told.counts).toEqual([{ date: '2026-11-20', session: 'AM', pupils: ['p1', 'p2', 'p3'] }]);
    await expect
      .element(
        page.getByRole('button', {
          name: /^7 of 10 unauthorised sessions in the last 10 school weeks, below the threshold$/,
        }),
      )
      .toBeVisible();
  });

  test('go up with the mark on the screen, with no further message', async () => {
    showRegister(PUPILS);
    const { port, told } = fakePort(COUNTS);
    start(port);
    await until(() => find('.badge'));
    await mark('p2', 'U');
    await until(() =>
      ours().includes('8 of 10 unauthorised sessions in the last 10 school weeks, near the threshold'),
    );
    expect(told.counts).toHaveLength(1);
  });

  test('hidden, are nowhere in the page, and one can be shown alone', async () => {
    showRegister(PUPILS);
    const { port } = fakePort(COUNTS, { role: 'teacher', countsShown: false });
    start(port);
    await until(() => find('.badge'));
    await new Promise((done) => setTimeout(done, 100));
    expect(ours()).not.toMatch(/\d+ of 10|unauthorised|threshold|near|settled|\bmet\b|below/);
    await userEvent.click(page.getByRole('button', { name: 'Show count: Amir Lindale' }));
    await until(() => ours().includes('7 of 10'));
    expect(ours()).not.toMatch(/10 of 10|0 of 10 unauthorised sessions in/);
  });

  test('hidden badges are all of one width', async () => {
    showRegister(PUPILS);
    const { port } = fakePort(COUNTS, { role: 'teacher', countsShown: false });
    start(port);
    await until(() => find('.badge'));
    const widths = hosts()
      .filter((host) => host.shadowRoot?.querySelector('.badge'))
      .map((host) => host.shadowRoot?.querySelector('.badge')?.getBoundingClientRect().width);
    expect(widths).toHaveLength(3);
    expect(new Set(widths).size).toBe(1);
  });

  test('open their why-card by a person only', async () => {
    showRegister(PUPILS);
    const { port, told } = fakePort(COUNTS);
    start(port);
    await until(() => find('.badge'));
    find<HTMLElement>('.badge')?.click();
    expect(told.why).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: /^7 of 10/ }));
    expect(told.why).toEqual([
      {
        ...{ pupil: 'p2', name: 'Amir Lindale', date: '2026-11-20', session: 'AM', code: null },
        ...{ saved: false, at: Date.parse('2026-11-20T09:10:00Z') },
      },
    ]);
  });
});

describe('two thousand rows', () => {
  test('cost what those near the screen cost, and all are checked', async () => {
    showRegister(
      Array.from({ length: 2000 }, (_, index) => `Pupil ${index + 1}`),
      ['/', 'H'],
    );
    setMark('p1900', 'H');
    const { port, told } = fakePort({ p1: count(7) });
    start(port);
    await until(() => find('.badge'));
    expect(told.counts).toHaveLength(1);
    expect(hosts().length).toBeLessThan(200);
    await until(() => told.states.at(-1)?.findings === 1);
  });
});

describe('findings', () => {
  test('L made after the close says so beside the mark, and can be kept', async () => {
    showRegister(PUPILS);
    start(fakePort(COUNTS).port, '09:21');
    await until(() => find('.badge'));
    await mark('p1', 'L');
    await until(() => find('.pill'));
    const pill = find('.pill', document.querySelector('[data-pupil=p1]') ?? document);
    expect(pill?.getAttribute('aria-label')).toMatch(/^Check: .*9:20/);
    expect(pill?.textContent).toContain('Register closed 9:20');
    expect(find('[role=status]')?.textContent).toContain('Ada Fernhill');
    await userEvent.click(page.getByRole('button', { name: 'Why: Ada Fernhill' }));
    await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Keep as it is' }));
    await until(() => !find('.pill:not(.kept)'));
  });

  test('are not claimed of marks that were there before', async () => {
    showRegister(PUPILS);
    setMark('p1', 'L');
    setMark('p2', 'H');
    start(fakePort(COUNTS).port, '09:40');
    await until(() => find('.pill'));
    expect(find('.pill', document.querySelector('[data-pupil=p1]') ?? document)).toBeNull();
    expect(find('.pill', document.querySelector('[data-pupil=p2]') ?? document)?.ariaLabel).toMatch(
      /^Warning: H/,
    );
  });

  test('are made of marks set by script with no event', async () => {
    showRegister(PUPILS);
    start(fakePort(COUNTS).port, '09:21');
    await until(() => find('.badge'));
    setMark('p3', 'L');
    await until(() => find('.pill', document.querySelector('[data-pupil=p3]') ?? document));
  });
});

describe('the why-card', () => {
  const policy = builtInPolicy('walton-oak');
  const showCard = async () => {
    showRegister(PUPILS);
    const fake = fakePort(COUNTS);
    const { calendar } = await fake.port.context();
    const answer = { marks: [], steps: [], conflicts: [] };
    fake.port.why = async (question, place, signal) => {
      if (policy) mountWhyCard(document, { question, policy, calendar, answer }, place, signal, 'open');
    };
    start(fake.port);
    await until(() => find('.badge'));
    const opener = page.getByRole('button', { name: /^7 of 10/ });
    await userEvent.click(opener);
    await until(() => find('.card'));
  };

  test('takes the focus, closes on Escape and gives the focus back', async () => {
    await showCard();
    await expect.element(page.getByRole('dialog', { name: /Amir Lindale/ })).toBeVisible();
    await until(() => document.activeElement?.shadowRoot?.activeElement === find('.card'));
    await userEvent.keyboard('{Escape}');
    expect(find('.card')).toBeNull();
    expect(document.activeElement?.shadowRoot?.activeElement?.ariaLabel).toMatch(/^7 of 10/);
  });

  test('goes when counts are hidden', async () => {
    await showCard();
    await userEvent.click(page.getByRole('button', { name: 'Hide counts' }));
    await until(() => !find('.card'));
    expect(ours()).not.toMatch(/of 10|unauthorised/);
  });
});

describe('the page', () => {
  test('does not move, and gets every node back when switched off', async () => {
    const table = showRegister(PUPILS);
    const before = document.body.innerHTML;
    const rects = () =>
      [...document.body.querySelectorAll('table *, button')]
        .filter((element) => !element.matches('[data-rw]'))
        .map((element) => JSON.stringify(element.getBoundingClientRect()));
    const still = rects();
    const { stop: off } = start(fakePort(COUNTS).port, '09:21');
    await until(() => find('.badge'));
    setMark('p1', 'L');
    await until(() => find('.pill'));
    expect(rects()).toEqual(still);
    expect(table.scrollWidth).toBe(table.clientWidth);
    off.abort();
    expect(hosts()).toEqual([]);
    expect(document.body.innerHTML).toBe(before);
  });

  test.each([1280, 700, 420])('keeps every control and word uncovered, %i pixels wide', async (width) => {
    await page.viewport(width, 800);
    showRegister(PUPILS).style.width = `${width - 40}px`;
    start(fakePort(COUNTS).port, '09:21');
    await until(() => find('.badge'));
    for (const pupil of ['p1', 'p2', 'p3']) setMark(pupil, 'L');
    await until(() => hosts().filter((host) => host.shadowRoot?.querySelector('.pill')).length === 3);
    const range = document.createRange();
    const theirs = [...document.querySelectorAll('th, label')].flatMap((element) =>
      [...element.childNodes]
        .filter((node) => !(node instanceof Element && node.matches('[data-rw]')))
        .map((node) => {
          range.selectNode(node);
          return range.getBoundingClientRect();
        }),
    );
    const bar = find('.bar');
    for (const host of hosts().filter((each) => !bar || !each.shadowRoot?.contains(bar))) {
      const own = host.shadowRoot?.querySelector('.in')?.getBoundingClientRect() ?? new DOMRect();
      if (!host.shadowRoot?.querySelector('.in')?.checkVisibility({ visibilityProperty: true })) continue;
      expect(own.width).toBeGreaterThan(20);
      for (const rect of theirs)
        expect(
          own.right <= rect.left ||
            own.left >= rect.right ||
            own.bottom <= rect.top ||
            own.top >= rect.bottom,
        ).toBe(true);
    }
  });

  test('that keeps taking our pieces out is left alone, and that is said', async () => {
    showRegister(PUPILS);
    const { port, told } = fakePort(COUNTS);
    start(port);
    await until(() => find('.badge'));
    const fight = setInterval(() => {
      for (const host of document.querySelectorAll('table [data-rw]')) host.remove();
    }, 20);
    await until(() => told.states.at(-1)?.detail.includes('keeps removing Registerwise'));
    clearInterval(fight);
    expect(told.states.at(-1)).toMatchObject({ state: 'not-checking', findings: 0 });
    expect(hosts()).toEqual([]);
  });

  test('with no register gets nothing at all', async () => {
    document.body.innerHTML = '<p>Welcome</p>';
    const { port, told } = fakePort(COUNTS);
    start(port);
    await new Promise((done) => setTimeout(done, 100));
    expect(hosts()).toEqual([]);
    expect(told.states.map(({ state }) => state)).toEqual(['no-register']);
  });

  test('of earlier marks gets one line, and they are passed on once, at most a thousand at a time', async () => {
    document.body.innerHTML = '<p>Marks</p>';
    const { port, told } = fakePort(COUNTS);
    const marks = Array.from({ length: 1500 }, (_, i) => ({
      ...{ pupilKey: `p${i % 4}`, date: `d${i}` as IsoDate, session: 'AM', code: '/' },
    })) as OverlayHistory['marks'];
    const reading = { marks, health: { leftOut: 2, paused: null } };
    start(port, '09:10', () => ({ kind: 'history', reading }));
    await until(() => ours().includes('They are kept on this device.'));
    expect(ours()).toContain('Read 1500 earlier marks of 4 pupils here. They are kept on this device.');
    expect(ours()).toContain('2 marks could not be read for certain and were left out');
    expect(hosts()).toHaveLength(1);
    document.body.append('more');
    await new Promise((done) => setTimeout(done, 100));
    expect(told.history.map(({ length }) => length)).toEqual([1000, 500]);
    expect(told.states.at(-1)).toMatchObject({ state: 'history', findings: 0, setUp: null });
  });

  test('of earlier marks none of which can be read gets nothing, and the toolbar says why', async () => {
    document.body.innerHTML = '<p>Marks</p>';
    const { port, told } = fakePort(COUNTS);
    const reading = { marks: [], health: { leftOut: 0, paused: 'This page shows whole days.' } };
    start(port, '09:10', () => ({ kind: 'history', reading }));
    await until(() => told.states.length > 0);
    expect(told.states).toMatchObject([{ state: 'history', detail: 'This page shows whole days.' }]);
    expect(hosts()).toEqual([]);
    expect(told.history).toEqual([]);
  });

  test('saved marks are passed on once', async () => {
    showRegister(PUPILS);
    setMark('p1', '/');
    const { port, told } = fakePort(COUNTS);
    start(port);
    await until(() => find('.badge'));
    expect(told.seen).toEqual([]);
    document.querySelector('[data-pupil=p1]')?.setAttribute('data-saved', '');
    setMark('p2', 'N');
    await until(() => told.seen.length > 0);
    expect(told.seen).toEqual([{ date: '2026-11-20', session: 'AM', marks: [{ pupil: 'p1', code: '/' }] }]);
  });
});
