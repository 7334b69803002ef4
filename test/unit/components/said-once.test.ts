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
const rows = (standing: number, made: number, without = 0): readonly CheckedRow[] =>
  [
    ...Array(standing).fill({ findings: [preset, late], standing: true }),
    ...Array(made).fill({ findings: [preset], standing: false }),
    ...Array(without).fill({ findings: [], standing: true }),
  ].map((row, i) => ({ ...row, row: { pupilKey: String(i) } as CheckedRow['row'] }));

test('what most standing marks share is said once, and nothing else is lost', () => {
  const one = { ...preset };
  const { rows: left, shared } = saidOnce(
    rows(8, 1).map((row) => ({
      ...row,
      findings: row.findings.filter((f) => f.rule === one.rule || row.row.pupilKey === '0'),
    })),
  );
  expect(shared).toEqual({ finding: preset, rows: 8 });
  expect(left.map(({ findings }) => findings.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test.each([
  ['too few rows', rows(5, 0)],
  ['half of the rows and no more', rows(6, 0, 6)],
  ['marks made now', rows(0, 10)],
])('%s keep their own', (_, list) => {
  expect(saidOnce(list)).toEqual({ rows: list, shared: null });
});
