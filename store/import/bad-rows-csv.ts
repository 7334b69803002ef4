import { csvText } from '../csv-text.ts';
import type { BadRow } from './plan.ts';
import type { RowUnit } from './table.ts';

/** Bad rows as CSV, safe to open in a spreadsheet. */
export function badRowsCsv(rows: readonly BadRow[], unit: RowUnit): string {
  const data = rows.map(({ line, column, value, reason }) => [line, column ?? '', value, reason]);
  return csvText([[unit, 'column', 'value', 'reason'], ...data]);
}
