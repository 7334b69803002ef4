import { PlainError } from '../plain-error.ts';

/** Bounds of a file: several times the largest school's two years of marks, and far below what would hold the browser up. */
export const MOST = {
  /** Bytes of a CSV, tab-separated or XML file. 1.14 million marks in long form are some 30 MB. */
  bytes: 200_000_000,
  /** Bytes of a workbook as it is saved. */
  workbookBytes: 60_000_000,
  /** Bytes of a workbook's parts once unpacked. */
  unpackedBytes: 600_000_000,
  /** How many times its packed size a part may unpack to: sheets reach some 40, and nothing honest 200. */
  ratio: 200,
  /** Parts inside a workbook. */
  parts: 2_000,
  rows: 3_000_000,
  columns: 2_000,
  cells: 30_000_000,
  /** Characters of one cell: as many as a spreadsheet allows. */
  cell: 32_767,
  pupils: 20_000,
} as const;

const number = new Intl.NumberFormat('en-GB');

/** One sentence for each bound. */
export const OVER = {
  bytes: `This file is larger than ${number.format(MOST.bytes / 1e6)} MB. Export fewer years or one year group at a time.`,
  workbook: `This workbook is larger than ${number.format(MOST.workbookBytes / 1e6)} MB. Save its sheet as CSV, or export less at a time.`,
  unpacked: 'This workbook unpacks to far more than its size. It was not opened.',
  rows: `This file has more than ${number.format(MOST.rows)} rows. Export less at a time.`,
  columns: `A row of this file has more than ${number.format(MOST.columns)} columns. Check that it is a file of marks.`,
  cells: `This file has more than ${number.format(MOST.cells)} cells. Export less at a time.`,
  cell: `A cell of this file has more than ${number.format(MOST.cell)} characters. Check for a quotation mark that is not closed.`,
  pupils: `This file has more than ${number.format(MOST.pupils)} pupils. Check that the right column is taken for the pupil.`,
} as const;

/** Counts what is read of one file. Throws {@link PlainError} at the first bound it passes. */
export function rowCounter(): (cells: readonly string[]) => void {
  let rows = 0;
  let all = 0;
  return (cells) => {
    rows++;
    all += cells.length;
    if (rows > MOST.rows) throw new PlainError(OVER.rows);
    if (cells.length > MOST.columns) throw new PlainError(OVER.columns);
    if (all > MOST.cells) throw new PlainError(OVER.cells);
  };
}
