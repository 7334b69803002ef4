import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountAmendment } from '../../../components/amend/mount-amendment.tsx';
import type { AmendmentRecord } from '../../../components/overlay/port.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { fakePort, find, hosts, lay, ours, setMark, showRegister } from './school.ts';

let stop = new AbortController();
beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  stop.abort();
  stop = new AbortController();
  document.body.innerHTML = '';
});
const start = (...args: Parameters<typeof lay>) => {
  stop = lay(...args).stop;
};
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 4000 });
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }).first());
const finding = () => find('.pill:not(.kept)');

test('kept, the way back stands beside the mark, has the focus, and is taken with one key', async () => {
  showRegister(['Ada Fernhill', 'Amir Lindale']);
  setMark('p1', 'H');
  const { port, told } = fakePort({});
  start(port, '09:10');
  await until(finding);
  await press('Keep as it is');
  await until(() => find('.kept'));
  expect(finding()).toBeNull();
  expect(find('.kept')?.textContent).toBe('Kept.Undo');
  await userEvent.keyboard('{Enter}');
  await until(finding);
  expect(told.keeping).toEqual([
    {
      ...{
        pupil: 'p1',
        date: '2026-11-20',
        session: 'AM',
        code: 'H',
        rules: ['withdrawn-code', 'policy-note'],
      },
      ...{ kept: true, reason: null },
    },
    expect.objectContaining({ pupil: 'p1', rules: ['withdrawn-code', 'policy-note'], kept: false }),
  ]);
});

test('what was kept before is not said again, and comes back from the bar’s list', async () => {
  showRegister(['Ada Fernhill', 'Amir Lindale']);
  setMark('p1', 'H');
  // This policy lists H, which is a second finding.
  const before = ['withdrawn-code', 'policy-note'].map((rule) => ({ pupil: 'p1', code: 'H', rule }));
  const { port, told } = fakePort({}, {}, before);
  start(port, '09:10');
  await until(() => ours().includes('1 kept'));
  expect(finding()).toBeNull();
  expect(told.states.at(-1)?.findings).toBe(0);
  // Not announced as new: nobody has to be told of it.
  expect(find('[role=status]')?.textContent).toBe('');
  await press('1 kept');
  await press('Undo Ada Fernhill');
  await until(finding);
  expect(told.keeping).toEqual([expect.objectContaining({ kept: false })]);
});

test('several findings about one mark are one line, kept and taken back together', async () => {
  const table = showRegister(['Ada Fernhill'], ['/', '\\', 'F']);
  table.dataset.date = '2026-11-21';
  setMark('p1', 'F');
  const { port, told } = fakePort({});
  start(port, '09:10');
  await until(finding);
  expect(hosts().filter((host) => host.shadowRoot?.querySelector('.pill'))).toHaveLength(1);
  expect(finding()?.textContent).toContain('F is withdrawn');
  expect(finding()?.textContent).toContain('· +1');
  await press('Keep as it is');
  await until(() => !finding());
  expect(told.keeping[0]?.rules).toEqual(['withdrawn-code', 'not-a-school-session']);
});

test('a saved mark of an earlier day that is changed asks for the record of it, and no other does', async () => {
  const table = showRegister(['Ada Fernhill', 'Amir Lindale'], ['/', 'M']);
  table.dataset.date = '2026-11-19';
  setMark('p1', '/');
  for (const row of table.rows) row.toggleAttribute('data-saved', row.dataset.pupil === 'p1');
  const { port, told } = fakePort({});
  start(port, '09:10');
  await until(() => find('.bar'));
  setMark('p1', 'M');
  setMark('p2', 'M');
  await until(finding);
  expect(hosts().filter((host) => host.shadowRoot?.querySelector('.pill'))).toHaveLength(1);
  expect(finding()?.textContent).toContain('Changed after the session · note why, and who');
  await press('Note the change');
  expect(told.changes).toEqual([
    { pupil: 'p1', name: 'Ada Fernhill', date: '2026-11-19', session: 'AM', from: '/', to: 'M' },
  ]);
});

test('a clock set for training says so in the bar, unfolded and folded', async () => {
  showRegister(['Ada Fernhill']);
  start(fakePort({}, { training: true }).port, '09:19');
  await until(() => find('.training'));
  expect(find('.training')?.textContent).toMatch(
    /^Training The clock here says 9:19, which is not the school’s time/,
  );
  await press('Fold away');
  await until(() => find('.tab')?.textContent?.includes('Training'));
});

const change = {
  ...{ pupil: 'p1', name: 'Ada Fernhill', date: '2026-11-19' as IsoDate, session: 'AM' as const },
  ...{ from: '/', to: 'M' },
};
const today = '2026-11-20' as IsoDate;

test('the helper fills in what is known, and types nothing into the page', async () => {
  const table = showRegister(['Ada Fernhill']);
  const heard: string[] = [];
  for (const kind of ['keydown', 'keyup', 'keypress', 'input'])
    document.addEventListener(kind, () => heard.push(kind));
  const noted: AmendmentRecord[] = [];
  const facts = {
    ...{ change, who: { by: 'A. Clerk', role: 'office' }, today, training: false },
    note: async (record: AmendmentRecord) => void noted.push(record),
  };
  const answer = mountAmendment(document, facts, table, stop.signal, 'open');
  await until(() => find('.amend'));
  expect(find('.needs')?.textContent).toBe('Still needed: the reason.');
  await userEvent.keyboard('card seen');
  expect(find('.line')?.textContent).toBe('/ to M, 19 Nov AM: card seen. A. Clerk, office, 20 Nov 2026');
  await press('Copy the line and note it');
  const record = { from: '/', to: 'M', reason: 'card seen', by: 'A. Clerk', role: 'office', on: today };
  expect(await answer).toEqual(record);
  expect(noted).toEqual([record]);
  expect(heard).toEqual([]);
});

test('what could not be noted is said, and nothing typed is lost', async () => {
  const table = showRegister(['Ada Fernhill']);
  const facts = {
    ...{ change, who: { by: 'A. Clerk', role: 'office' }, today, training: false },
    note: async () => {
      throw new Error('This device has no room left.');
    },
  };
  void mountAmendment(document, facts, table, stop.signal, 'open');
  await until(() => find('.amend'));
  await userEvent.keyboard('card seen');
  await press('Copy the line and note it');
  await until(() => find('[role=alert]')?.textContent);
  expect(find('[role=alert]')?.textContent).toBe(
    'Not noted. This device has no room left. What you entered is still here.',
  );
  expect(find<HTMLInputElement>('.amend input')?.value).toBe('card seen');
});

test('closed with Escape it leaves nothing, and says that nothing was recorded', async () => {
  const table = showRegister(['Ada Fernhill']);
  const facts = { change, who: null, today, training: false, note: async () => {} };
  const answer = mountAmendment(document, facts, table, stop.signal, 'open');
  await until(() => find('.amend'));
  await userEvent.keyboard('{Escape}');
  expect(await answer).toBeNull();
  expect(find('.amend')).toBeNull();
});
