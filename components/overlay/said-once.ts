import type { Finding } from '../../rules/marks/finding.ts';
import type { CheckedRow } from './checked-rows.ts';

/** From so many rows on, one finding about most of a register is said once, not in every row. */
const MANY_ROWS = 6;

/** Rows with what is left to say in each, and what is said once for many. */
export interface SaidOnce {
  readonly rows: readonly CheckedRow[];
  /** The finding most rows share, and how many do; null when there is none. */
  readonly shared: { readonly finding: Finding; readonly rows: number } | null;
}

/**
 * Takes out of the rows a finding that most marks which stood before anybody looked have in common: a page that presets
 * the afternoon with the morning's mark is one thing to say, not thirty. Marks made now keep their own.
 */
export function saidOnce(rows: readonly CheckedRow[]): SaidOnce {
  const times = new Map<string, { finding: Finding; rows: number }>();
  for (const { findings, standing } of rows)
    for (const finding of standing ? findings : []) {
      const entry = times.get(finding.message) ?? { finding, rows: 0 };
      times.set(finding.message, { finding, rows: entry.rows + 1 });
    }
  const [shared] = [...times.values()].filter(
    (each) => each.rows >= MANY_ROWS && each.rows * 2 > rows.length,
  );
  if (!shared) return { rows, shared: null };
  return {
    shared,
    rows: rows.map((row) =>
      row.standing
        ? { ...row, findings: row.findings.filter(({ message }) => message !== shared.finding.message) }
        : row,
    ),
  };
}
