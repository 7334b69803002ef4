/** A cell of a CSV file. One that a spreadsheet would run as a formula is made plain text. */
export function csvCell(text: string): string {
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
