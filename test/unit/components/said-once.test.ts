import { expect, test } from 'vitest';
import type { CheckedRow } from '../../../components/overlay/checked-rows.ts';
import { saidOnce } from '../../../components/overlay/said-once.ts';

const preset = {
  rule: 'wrong-session',
  level: 'check',
  message: 'Other session.',
  suggest: [],
  clause: {},
} as const;
const late = { ...preset, rule: 'entry-after-close', message: 'Closed.' } as const;
const row = (standing: boolean, findings: CheckedRow['findings']): CheckedRow => ({
  row: {} as CheckedRow['row'],
  findings,
  ...{ kept: [], change: null },
  standing,
});
const many = (n: number, one: CheckedRow): readonly CheckedRow[] => Array(n).fill(one);

test('what most standing marks share is said once, and nothing else is lost', () => {
  const made = row(false, [preset]);
  const list = [row(true, [preset, late]), ...many(7, row(true, [preset])), made];
  expect(saidOnce(list)).toEqual({
    shared: { finding: preset, rows: 8 },
    rows: [row(true, [late]), ...many(7, row(true, [])), made],
  });
});

test.each([
  ['too few rows', many(5, row(true, [preset]))],
  ['half of the rows and no more', [...many(6, row(true, [preset])), ...many(6, row(true, []))]],
  ['marks made now', many(10, row(false, [preset]))],
])('%s keep their own', (_, list) => {
  expect(saidOnce(list)).toEqual({ rows: list, shared: null });
});
