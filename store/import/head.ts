import { sessionReader } from './cells.ts';
import { dayReader } from './days.ts';
import type { Layout } from './layout.ts';
import type { Table } from './table.ts';

/** One of the first rows of a sheet. */
export interface HeadRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The first rows of each sheet that are not blank, for the layout to be proposed by and shown on. */
export type Head = readonly (readonly HeadRow[])[];

/** The headings of a layout as they stand in the file. */
export interface Headings {
  readonly cells: readonly string[];
  /** The row under them, where it belongs to them: sessions under dates. */
  readonly below: readonly string[] | null;
  /** Number of the last row that is not data; -1 where all are. */
  readonly last: number;
}

const HEAD_ROWS = 60;
const LONGEST_SHOWN = 500;

/** The first rows of every sheet. */
export function headOf(table: Table): Head {
  return table.sheets.map((_, sheet) => {
    const rows: HeadRow[] = [];
    table.each(sheet, (line, cells) => {
      rows.push({ line, cells: cells.map((cell) => cell.slice(0, LONGEST_SHOWN)) });
      return rows.length < HEAD_ROWS;
    });
    return rows;
  });
}

/** The headings at the row a layout names; blank ones, as many as the first row has cells, where it names none. */
export function headingsOf(
  head: Head,
  { sheet, heading, shape }: Pick<Layout, 'sheet' | 'heading' | 'shape'>,
): Headings {
  const rows = head[sheet] ?? [];
  const at = heading === null ? -1 : rows.findIndex(({ line }) => line === heading);
  const row = rows[at];
  if (!row) return { cells: (rows[0]?.cells ?? []).map(() => ''), below: null, last: -1 };
  const next = rows[at + 1];
  return shape === 'dates' && next && isSessions(row.cells, next.cells)
    ? { cells: row.cells, below: next.cells, last: next.line }
    : { cells: row.cells, below: null, last: row.line };
}

/** Whether a row names a session under every date of the row above it. */
function isSessions(dates: readonly string[], below: readonly string[]): boolean {
  const days = dayReader('day-first');
  const months = dayReader('month-first');
  const sessions = sessionReader();
  const under = dates.flatMap((text, place) =>
    days.read(text.trim()).ok || months.read(text.trim()).ok ? [below[place]?.trim() ?? ''] : [],
  );
  return under.length > 0 && under.every((text) => sessions.read(text).ok);
}
