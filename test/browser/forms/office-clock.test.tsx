import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ClockSetting } from '../../../components/forms/clock-setting.tsx';
import { describeOffset, offsetFor, readOfficeClock } from '../../../components/forms/office-clock.ts';
import { show } from './show.tsx';

/** 9:20:00 in London on a summer morning, one hour ahead of UTC. */
const now = Date.parse('2026-06-15T08:20:00Z');

test('a typed time is a time of day, and anything else is nothing', () => {
  expect(readOfficeClock('9:20')).toBe(33_600);
  expect(readOfficeClock(' 13:05:30 ')).toBe(47_130);
  for (const text of ['', '920', '24:00', '9:60', 'nine']) expect(readOfficeClock(text)).toBeNull();
});

test('an offset goes the nearer way round midnight', () => {
  expect(offsetFor(33_642, now)).toBe(42_000);
  expect(offsetFor(33_500, now)).toBe(-100_000);
  const justBeforeMidnight = Date.parse('2026-01-15T23:59:50Z');
  expect(offsetFor(5, justBeforeMidnight)).toBe(15_000);
});

test('an offset reads as people say it', () => {
  expect(describeOffset(0)).toBe('the same as this computer');
  expect(describeOffset(61_000)).toBe('1 minute 1 second ahead of this computer');
  expect(describeOffset(-40_000)).toBe('40 seconds behind this computer');
});

test('the office clock is set by typing what it shows', async () => {
  const onSave = vi.fn(async () => {});
  show(<ClockSetting offsetMs={0} now={() => now} onSave={onSave} />);
  await page.getByLabelText('What does the office clock show now?').fill('9:20:42');
  await page.getByRole('button', { name: 'Set' }).click();
  expect(onSave).toHaveBeenCalledExactlyOnceWith(42_000);
  await expect.element(page.getByRole('status')).toMatchTextContent(/42 seconds ahead of this computer/);
});

test('a clock hours away is taken for a mistyped hour', async () => {
  const onSave = vi.fn(async () => {});
  show(<ClockSetting offsetMs={0} now={() => now} onSave={onSave} />);
  await page.getByLabelText('What does the office clock show now?').fill('1:20');
  await page.getByRole('button', { name: 'Set' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/8 hours behind this computer/);
  expect(onSave).not.toHaveBeenCalled();
});
