import { expect, test } from 'vitest';
import type { OverlayRow } from '../../../components/overlay/port.ts';
import { GRACE_MS, turning } from '../../../components/overlay/turning.ts';

const element = () => ({}) as Element;
const row = (code: string, anchor: Element): OverlayRow => ({
  pupilKey: '1',
  name: null,
  code,
  state: 'saved',
  minutesLate: null,
  note: null,
  markElement: anchor,
  anchor,
});

test('the same rows under another session are not read until they change', () => {
  const cell = element();
  const isTurning = turning();
  expect(isTurning('AM', [row('L', cell)], 0)).toBe(false);
  expect(isTurning('AM', [row('U', cell)], 10)).toBe(false);
  expect(isTurning('PM', [row('U', cell)], 20)).toBe(true);
  expect(isTurning('PM', [row('U', cell)], 1000)).toBe(true);
  expect(isTurning('PM', [row('/', cell)], 1100)).toBe(false);
  expect(isTurning('PM', [row('/', cell)], 1200)).toBe(false);
});

test('rows in new elements are those of the new session, whatever they hold', () => {
  const isTurning = turning();
  isTurning('AM', [row('/', element())], 0);
  expect(isTurning('PM', [row('/', element())], 20)).toBe(false);
});

test('a page that only ever changes its heading is read after a while', () => {
  const cell = element();
  const isTurning = turning();
  isTurning('AM', [row('/', cell)], 0);
  expect(isTurning('PM', [row('/', cell)], 100)).toBe(true);
  expect(isTurning('PM', [row('/', cell)], 99 + GRACE_MS)).toBe(true);
  expect(isTurning('PM', [row('/', cell)], 100 + GRACE_MS)).toBe(false);
});

test('going back at once is no change', () => {
  const cell = element();
  const isTurning = turning();
  isTurning('AM', [row('/', cell)], 0);
  expect(isTurning('PM', [row('/', cell)], 100)).toBe(true);
  expect(isTurning('AM', [row('/', cell)], 200)).toBe(false);
});
