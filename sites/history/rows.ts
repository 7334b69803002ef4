import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { sittingIn } from '../sitting.ts';
import { textOf } from '../text.ts';
import type { Columns } from './days.ts';
import { type HistoryShape, pupilIn, type Rows, type ShownMark } from './page.ts';

/** One row of a history that is of a session. */
export interface HistoryRow {
  /** Null: it cannot be told whose it is. */
  readonly pupil: string | null;
  readonly session: Session;
  readonly cells: readonly {
    /** Null: it cannot be told of which day. */
    readonly date: IsoDate | null;
    /** Null: more than one mark, or something else than a mark. */
    readonly mark: ShownMark | 'none' | null;
  }[];
}

/** What the rows of one table have in common. */
interface Table {
  readonly headings: HTMLTableRowElement;
  readonly columns: Columns;
  readonly rows: Exclude<Rows, { kind: 'days' }>;
  readonly shape: HistoryShape;
}

const CONTROLS = 'select, input, textarea';
const NUMBER = /(?:^|\s)list-column-student-id(?:\s|$)/;

/**
 * Reads one row; null where it is of no session: of a lesson, of something that names both sessions or none, or a copy of the
 * headings.
 */
export function readRow(
  row: HTMLTableRowElement,
  { headings, columns, rows, shape }: Table,
): HistoryRow | null {
  const cells = [...row.cells];
  const isHeading = cells.every((cell) => cell.localName === 'th');
  if (isHeading || cells.length !== columns.count) return null;
  const isDay = ({ cellIndex: at }: HTMLTableCellElement) => columns.days.has(at) || columns.untold.has(at);
  const about = cells.filter((cell) => !isDay(cell) && shape.marksIn(cell).length === 0);
  const session = sessionOf(rows.kind === 'pupils' ? [rows.period] : about.map(textOf));
  if (session === null) return null;
  return {
    pupil: rows.kind === 'pupils' ? pupilOf(about, headings) : rows.pupil,
    session,
    cells: cells.filter(isDay).map((cell) => ({
      date: columns.days.get(cell.cellIndex) ?? null,
      mark: markIn(cell, shape),
    })),
  };
}

/** Whether a row that holds marks has a cell under each heading. One that has not may have drawn the rows below it along. */
export function isWhole(row: HTMLTableRowElement, columns: Columns, shape: HistoryShape): boolean {
  const cells = [...row.cells];
  if (cells.every((cell) => shape.marksIn(cell).length === 0)) return true;
  return cells.length === columns.count && cells.every(({ colSpan, rowSpan }) => colSpan * rowSpan === 1);
}

/** The one session that all the names of a period and its course name; null where one of them names a lesson. */
function sessionOf(names: readonly string[]): Session | null {
  const sittings = names.map(sittingIn);
  if (sittings.some(({ lesson, both }) => lesson !== null || both !== null)) return null;
  return sittingIn(names.join(' · ')).session;
}

/** The number in the row's links, which must be the one number, and be that in the column of numbers where there is one. */
function pupilOf(about: readonly HTMLTableCellElement[], headings: HTMLTableRowElement): string | null {
  const linked = about.flatMap((cell) =>
    [...cell.querySelectorAll('a[href]')].flatMap((link) => pupilIn(link.getAttribute('href') ?? '') ?? []),
  );
  const shown = about.filter(({ cellIndex }) => isNumber(headings.cells[cellIndex])).map(textOf);
  const [only, ...others] = new Set([...linked, ...shown]);
  return linked.length > 0 && only !== undefined && others.length === 0 ? only : null;
}

function isNumber(heading: Element | undefined): boolean {
  return heading !== undefined && (NUMBER.test(heading.className) || /\bID$/.test(textOf(heading)));
}

function markIn(cell: HTMLTableCellElement, shape: HistoryShape): ShownMark | 'none' | null {
  const [mark, ...others] = shape.marksIn(cell);
  if (!mark) return cell.querySelector(CONTROLS) || textOf(cell) !== '' ? null : 'none';
  // A field in the cell may hold what is not saved yet.
  if (others.length > 0 || cell.querySelector(CONTROLS) || textOf(cell) !== textOf(mark)) return null;
  return shape.shown(mark);
}
