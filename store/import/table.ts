/** Why a row could not be split into cells as it stands. */
export type RowFault =
  | 'a quotation mark is not closed'
  | 'a cell is too long'
  | 'a field comes twice in one record';

/** What the number of a row counts: lines of a text, rows of a sheet, records of an XML file. */
export type RowUnit = 'line' | 'row' | 'record';

/**
 * One row of a table that is not blank: `line` is its number in the table's unit, from 1; 0 for the names of an XML file's fields.
 * Answers false when no more rows are wanted.
 */
export type TakeRow = (line: number, cells: readonly string[], fault: RowFault | null) => boolean;

/** A file, or what was pasted, as rows of cells. It can be gone through more than once. */
export interface Table {
  readonly unit: RowUnit;
  /** Sheets that hold anything, by name; one, without a name, where a file has no sheets. Never empty. */
  readonly sheets: readonly string[];
  /**
   * Gives every row of a sheet that is not blank, in order; `onProgress` hears how much of it is done, from 0 to 1. Throws a
   * `PlainError` when the file turns out to be larger than the bounds, or broken.
   */
  each(sheet: number, take: TakeRow, onProgress?: (done: number) => void): void;
  /** A number that stands for a day cannot be read: the workbook counts days from another year than others do. */
  readonly noDayNumbers?: boolean;
}

/** Whether every cell is blank. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== '') return false;
  return true;
}
