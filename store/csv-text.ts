import Papa from 'papaparse';

/**
 * Rows, the headings first, as CSV with a byte order mark, so that Excel reads it as UTF-8. A cell that a spreadsheet would run
 * as a formula has an apostrophe put before it.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: true, newline: '\r\n' },
  );
  return `\uFEFF${text}\r\n`;
}
