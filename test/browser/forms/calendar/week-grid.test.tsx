import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { WeekGrid } from '../../../../components/forms/calendar/week-grid.tsx';
import type { CalendarInput } from '../../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate } from '../../../../rules/calendar/dates.ts';
import { closeSessions } from '../../../../rules/calendar/edit.ts';
import { show } from '../show.tsx';

const date = (text: string) => text as IsoDate;
const calendar: CalendarInput = {
  terms: [{ from: date('2026-09-01'), to: date('2026-10-23') }],
  closures: [
    { from: date('2026-09-01'), to: date('2026-09-01'), sessions: 'both', reason: 'INSET' },
    { from: date('2026-09-10'), to: date('2026-09-10'), sessions: 'PM', yearGroups: [10] },
  ],
};

/** The grid, in which a press closes the session. */
function Grid({ onUndo = () => {} }: { onUndo?: () => void }) {
  const [now, setNow] = useState(calendar);
  return (
    <WeekGrid
      calendar={now}
      year={2026}
      onToggle={(day, session) => setNow(closeSessions(now, fromDay(day), session, { reason: 'Snow' }))}
      onUndo={onUndo}
    />
  );
}
const cell = (name: string) => page.getByRole('gridcell', { name, exact: true });
const focused = () => document.activeElement?.getAttribute('aria-label');

test('a screen reader hears the day, the half and how it stands', async () => {
  show(<Grid />);
  await expect.element(page.getByRole('grid', { name: 'School sessions of 2026/27' })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: '31 Aug', exact: true }).first()).toBeVisible();
  await expect.element(cell('Monday 31 August 2026, morning: no term')).toBeVisible();
  await expect.element(cell('Tuesday 1 September 2026, afternoon: closed, INSET')).toBeVisible();
  await expect.element(cell('Wednesday 2 September 2026, morning: open')).toBeVisible();
  await expect.element(cell('Thursday 10 September 2026, afternoon: open, closed for Year 10')).toBeVisible();
});

test('one cell is in the order of Tab, and keys move over the year', async () => {
  show(<Grid />);
  expect(document.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
  await userEvent.tab();
  const keys = [
    ['{ArrowRight}{ArrowRight}', 'Tuesday 1 September 2026, morning: closed, INSET'],
    ['{ArrowDown}', 'Tuesday 8 September 2026, morning: open'],
    ['{ArrowLeft}', 'Monday 7 September 2026, afternoon: open'],
    ['{End}', 'Friday 11 September 2026, afternoon: open'],
    ['{ArrowRight}', 'Monday 14 September 2026, morning: open'],
    ['{PageDown}', 'Monday 12 October 2026, morning: open'],
    ['{PageUp}{Home}', 'Monday 14 September 2026, morning: open'],
    ['{Control>}{Home}{/Control}', 'Monday 31 August 2026, morning: no term'],
    ['{ArrowUp}{ArrowLeft}', 'Monday 31 August 2026, morning: no term'],
  ] as const;
  for (const [pressed, name] of keys) {
    await userEvent.keyboard(pressed);
    expect(focused()).toBe(name);
  }
  expect(document.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
});

test('Space, Enter and a click change the session, and the focus stays', async () => {
  show(<Grid />);
  await cell('Wednesday 2 September 2026, morning: open').click();
  await expect.element(cell('Wednesday 2 September 2026, morning: closed, Snow')).toBeVisible();
  await userEvent.keyboard('{ArrowRight} ');
  await expect.element(cell('Wednesday 2 September 2026, afternoon: closed, Snow')).toBeVisible();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await vi.waitFor(() => expect(focused()).toBe('Thursday 3 September 2026, morning: closed, Snow'));
});

test('keys lead on from a cell that was given the focus from outside', async () => {
  show(<Grid />);
  (cell('Wednesday 2 September 2026, morning: open').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toBe('Wednesday 9 September 2026, morning: open');
});

test('Ctrl+Z asks for an undo', async () => {
  const onUndo = vi.fn();
  show(<Grid onUndo={onUndo} />);
  await userEvent.tab();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(onUndo).toHaveBeenCalledOnce();
});
