import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type CalendarDoor, CalendarEditor } from '../../../../components/forms/calendar/calendar-editor.tsx';
import type { CalendarInput } from '../../../../rules/calendar/calendar.ts';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { readList } from '../../../../store/calendar/list.ts';
import { show } from '../show.tsx';

const today = '2026-11-27' as IsoDate;
const autumn: CalendarInput = {
  terms: [{ from: '2026-09-01' as IsoDate, to: '2026-10-23' as IsoDate }],
  closures: [],
};
let door: CalendarDoor;
beforeEach(() => {
  door = {
    readText: (text) => ({ source: 'list', ...readList(text) }),
    readFile: () => Promise.reject(new Error('This is not a calendar file (.ics): it could not be read.')),
    fromMarks: async () => null,
    save: vi.fn(async () => {}),
    restore: vi.fn(async () => {}),
    recount: async () => null,
    download: vi.fn(async () => {}),
  };
});
const editor = (calendar: CalendarInput | null, source: 'list' | 'marks' | null = null) => (
  <CalendarEditor {...{ calendar, source, today, door }} former={[]} schoolWeeks={10} />
);
const save = page.getByRole('button', { name: 'Save term dates' });

test('with no dates it says that nothing can be counted, and nothing can be saved', async () => {
  show(editor(null));
  await expect
    .element(page.getByText('No term dates yet: until there are, nothing can be counted.'))
    .toBeVisible();
  await expect.element(save).toBeDisabled();
});

test('what was left out by its words can be taken in by hand', async () => {
  show(editor(autumn, 'list'));
  await page.getByLabelText('Paste the dates').fill('Twilight INSET: Monday 5 October 2026');
  await page.getByText('1 entry left out').click();
  await page.getByLabelText(/^Kind of entry 1/).selectOptions('inset');
  await page.getByRole('button', { name: 'Add these closures' }).click();
  await expect
    .element(page.getByRole('gridcell', { name: 'Monday 5 October 2026, morning: closed, INSET' }))
    .toBeVisible();
});

test('dates worked out from marks are called so, before and after they are put in force', async () => {
  const inferred = {
    ...{ calendar: autumn, first: '2026-09-01' as IsoDate, last: '2026-10-23' as IsoDate, unknown: [] },
    assumptions: ['Nothing is known after the last mark.'],
  };
  door.fromMarks = async () => inferred;
  show(editor(null));
  await page.getByRole('button', { name: 'Work them out from marks' }).click();
  await expect.element(page.getByText('Nothing is known after the last mark.')).toBeVisible();
  await page.getByRole('button', { name: 'Use these until dates are given' }).click();
  expect(door.save).toHaveBeenCalledExactlyOnceWith(autumn, 'marks');
  show(editor(autumn, 'marks'));
  await expect.element(page.getByText(/in force are worked out from marks, not given/)).toBeVisible();
});

test('dates that could not be saved are still there', async () => {
  door.save = () => Promise.reject(new Error('The disk is full.'));
  show(editor(autumn, 'list'));
  await page.getByRole('gridcell', { name: 'Monday 5 October 2026, morning: open' }).click();
  await save.click();
  await expect.element(page.getByText(/Not saved. The disk is full/)).toBeVisible();
  await expect
    .element(page.getByRole('gridcell', { name: 'Monday 5 October 2026, morning: closed, INSET' }))
    .toBeVisible();
});

test('a recount shows how far it is, and goes when it is over', async () => {
  const states = [{ done: 64, of: 256 }, null];
  door.recount = async () => states.shift() ?? null;
  show(editor(autumn, 'list'));
  await page.getByRole('gridcell', { name: 'Monday 5 October 2026, morning: open' }).click();
  await save.click();
  await expect.element(page.getByRole('progressbar', { name: 'Counting all pupils again' })).toBeVisible();
  await expect.element(page.getByText('Counting all pupils again: 25%')).toBeVisible();
  await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
});

test('given dates take the place of all that was worked out from marks', async () => {
  const inferred = {
    ...autumn,
    terms: [...autumn.terms, { from: '2027-09-01' as IsoDate, to: '2027-10-22' as IsoDate }],
  };
  show(editor(inferred, 'marks'));
  await page.getByLabelText('Paste the dates').fill('Term: 2 September 2026 to 16 October 2026');
  await page.getByRole('button', { name: 'Use these for 2026/27' }).click();
  await expect.element(page.getByRole('heading', { name: 'Year by year' })).toHaveFocus();
  await save.click();
  const given = { terms: [{ from: '2026-09-02', to: '2026-10-16' }], closures: [] };
  expect(door.save).toHaveBeenCalledExactlyOnceWith(given, 'list');
});
