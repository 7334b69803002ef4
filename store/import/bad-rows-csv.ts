import Papa from 'papaparse';
import type { BadRow } from './plan.ts';
import type { RowUnit } from './table.ts';

/**
 * Bad rows as CSV with a byte order mark, so that Excel reads it as UTF-8. A cell that a spreadsheet would run as a formula has an
 * apostrophe put before it.
 */
export function badRowsCsv(rows: readonly BadRow[], unit: RowUnit): string {
  const data = rows.map(({ line, column, value, reason }) => [line, column ?? '', value, reason]);
  return `\uFEFF${Papa.unparse([[unit, 'column', 'value', 'reason'], ...data], { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
