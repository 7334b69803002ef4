import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LateFacts } from '../../../components/late/late-facts.ts';
import { mountLate } from '../../../components/late/mount-late.tsx';
import type { LoggedArrival } from '../../../components/overlay/port.ts';
import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import { builtInPolicy } from '../../../rules/policy/profiles.ts';
import { fakePort, find, lay, ours, setMark, showRegister } from './school.ts';

const DATE = '2026-11-20' as IsoDate;
const PUPILS = [
  { pupil: 'p1', name: 'Ada Fernhill', code: null },
  { pupil: 'p2', name: 'Zoë Quill', code: 'N' },
  { pupil: 'p3', name: 'Zoë Quill', code: '/' },
  { pupil: 'p4', name: null, code: null },
];

let stop: AbortController;
beforeEach(async () => {
  stop = new AbortController();
  await page.viewport(1280, 800);
});
afterEach(() => {
  stop.abort();
  document.body.innerHTML = '';
});

/** Opens the form at 9:24 over a store that keeps what it is given. */
function openForm(
  how: {
    school?: string;
    session?: Session;
    pupil?: string;
    log?: LateFacts['log'];
    logged?: LoggedArrival;
  } = {},
) {
  const policy = builtInPolicy(how.school ?? 'walton-oak');
  if (!policy) throw new Error('no such policy');
  const kept = new Map<string, LoggedArrival>();
  if (how.logged) kept.set(how.logged.pupil, how.logged);
  const facts: LateFacts = {
    question: { date: DATE, session: how.session ?? 'AM', pupil: how.pupil ?? null, pupils: PUPILS },
    policy,
    now: () => Date.parse(how.session === 'PM' ? '2026-11-20T13:20:00Z' : '2026-11-20T09:24:00Z'),
    arrivals: async () => [...kept.values()],
    log: how.log ?? (async (arrival) => kept.set(arrival.pupil, arrival)),
    remove: async (pupil) => kept.delete(pupil),
    openList: () => {},
  };
  mountLate(document, facts, stop.signal, 'open');
  return kept;
}

const panel = () => find<HTMLElement>('.panel');
const says = (text: string | RegExp) => vi.waitFor(() => expect(panel()?.textContent).toMatch(text));
const focused = () => (document.activeElement?.shadowRoot?.activeElement as HTMLInputElement | null)?.id;

describe('the form', () => {
  test('is filled in and saved by the keyboard alone', async () => {
    const kept = openForm();
    await vi.waitFor(() => expect(focused()).toBe('pupil'));
    await userEvent.keyboard('fern{Enter}');
    await vi.waitFor(() => expect(focused()).toBe('time'));
    await says('34 minutes after the register was taken at 8:50.');
    await says(/Suggested code: U/);
    await userEvent.keyboard('{Tab}bus late');
    await says('Arrived 9:24, 34 min after 8:50, U: bus late');
    await userEvent.keyboard('{Enter}');
    await says('Logged: Ada Fernhill, 9:24. Nothing is written into the register.');
    expect([...kept.values()]).toEqual([{ pupil: 'p1', arrived: 564, reason: 'bus late' }]);
    await vi.waitFor(() => expect(focused()).toBe('pupil'));
  });

  test('tells two pupils of one name apart, and finds a name without its accents', async () => {
    openForm();
    await vi.waitFor(() => expect(focused()).toBe('pupil'));
    await userEvent.keyboard('zoe');
    await says('Zoë Quill (p2)');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(find<HTMLInputElement>('#pupil')?.value).toBe('Zoë Quill (p3)'));
  });

  test('says in plain words what is to be written', async () => {
    const kept = openForm({ pupil: 'p1' });
    await vi.waitFor(() => expect(focused()).toBe('time'));
    for (const [typed, problem] of [
      ['half nine', 'Write the time as 9:24.'],
      ['9:40', '9:40 is still to come: by the school’s clock it is 9:24.'],
    ] as const) {
      await userEvent.keyboard(`{ControlOrMeta>}a{/ControlOrMeta}${typed}{Enter}`);
      await says(problem);
    }
    expect(kept.size).toBe(0);
  });

  test('where the policy gives no close, suggests no code and says why', async () => {
    openForm({ session: 'PM', pupil: 'p1' });
    await says('No code suggested.');
    await says('This policy gives no PM close, so lateness cannot be checked.');
    await says('Arrived 13:20, 20 min after 13:00');
  });

  test('keeps what was typed where it cannot be saved', async () => {
    const full = 'This device has no room left, so the last change was not kept.';
    openForm({ pupil: 'p1', log: () => Promise.reject(new Error(full)) });
    await vi.waitFor(() => expect(focused()).toBe('time'));
    await userEvent.keyboard('{Tab}bus late{Enter}');
    await says(full);
    expect(find<HTMLInputElement>('#reason')?.value).toBe('bus late');
  });

  test('corrects, deletes, and puts back what was deleted', async () => {
    const kept = openForm({ pupil: 'p1' });
    await vi.waitFor(() => expect(focused()).toBe('time'));
    await userEvent.keyboard('{Enter}');
    await says('Logged: Ada Fernhill');
    await userEvent.click(page.getByRole('button', { name: 'Correct Ada Fernhill' }));
    await says('Logged already: 9:24. Saving corrects it; both stay in the log.');
    await userEvent.keyboard('{ControlOrMeta>}a{/ControlOrMeta}9:05{Enter}');
    await vi.waitFor(() => expect(kept.get('p1')?.arrived).toBe(545));
    await userEvent.click(page.getByRole('button', { name: 'Delete Ada Fernhill' }));
    await says('Deleted: Ada Fernhill.');
    expect(kept.size).toBe(0);
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    await vi.waitFor(() => expect(kept.get('p1')?.arrived).toBe(545));
  });

  test('opened for somebody who is logged already, shows what was logged', async () => {
    openForm({ pupil: 'p1', logged: { pupil: 'p1', arrived: 545, reason: 'bus late' } });
    await says('Arrived 9:05, 15 min after 8:50, L: bus late');
    expect(find<HTMLInputElement>('#time')?.value).toBe('9:05');
  });

  test('keeps its keys from the page, and Escape closes it and gives the focus back', async () => {
    document.body.innerHTML = '<button>Before</button>';
    const heard: string[] = [];
    document.addEventListener('keydown', ({ key }) => heard.push(key), { signal: stop.signal });
    document.querySelector('button')?.focus();
    openForm();
    await vi.waitFor(() => expect(focused()).toBe('pupil'));
    await userEvent.keyboard('L{Escape}');
    expect(panel()).toBeNull();
    expect(document.activeElement?.textContent).toBe('Before');
    expect(heard).toEqual([]);
  });

  test('does nothing for a page’s scripted click', async () => {
    const kept = openForm({ pupil: 'p1' });
    await says('Suggested code');
    find<HTMLButtonElement>('.strong')?.click();
    find<HTMLFormElement>('form')?.requestSubmit();
    find('#time')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await new Promise((done) => setTimeout(done, 50));
    expect(kept.size).toBe(0);
  });
});

describe('in the register', () => {
  const start = (time: string, arrivals: readonly LoggedArrival[] = []) => {
    showRegister(['Ada Fernhill', 'Amir Lindale']);
    const { port, told } = fakePort({});
    told.arrivals.push(...arrivals);
    const laid = lay(port, time);
    stop.signal.addEventListener('abort', () => laid.stop.abort());
    return told;
  };
  const button = () => page.getByRole('button', { name: 'Log a late arrival' });

  test('the bar offers it once the register has been taken, and not before', async () => {
    start('08:49');
    await vi.waitFor(() => expect(ours()).toContain('Checking 2 pupils'));
    await expect.element(button()).not.toBeInTheDocument();
  });

  test('the bar hands over the register’s pupils', async () => {
    const told = start('08:50');
    await userEvent.click(button());
    expect(told.lates).toMatchObject([
      {
        date: DATE,
        session: 'AM',
        pupil: null,
        pupils: [{ name: 'Ada Fernhill' }, { name: 'Amir Lindale' }],
      },
    ]);
  });

  test('a finding that turns on the time opens it for its own pupil', async () => {
    const told = start('09:30', [{ pupil: 'p2', arrived: 564, reason: '' }]);
    setMark('p2', 'L');
    await userEvent.click(page.getByRole('button', { name: 'Why: Amir Lindale' }));
    const details = page.getByRole('dialog', { name: 'Why' });
    await userEvent.click(details.getByRole('button', { name: 'Log a late arrival' }));
    expect(told.lates).toMatchObject([{ pupil: 'p2' }]);
  });

  test('a mark is checked by the arrival that was logged', async () => {
    start('10:30', [{ pupil: 'p2', arrived: 564, reason: '' }]);
    setMark('p2', 'L');
    await vi.waitFor(() =>
      expect(ours()).toContain(
        'Warning: Register closed at 9:20. Arrived 9:24. Use U, or another absence code',
      ),
    );
  });
});
