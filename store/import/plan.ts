import type { IsoDate } from '../../rules/calendar/dates.ts';
import { NO_MARK } from '../../rules/strips/code-bytes.ts';
import { type AcademicYear, MAX_BYTES, type Strip, trim } from '../../rules/strips/strips.ts';
import type { PackedStrip } from '../requests.ts';
import { toBase64 } from '../strip-text.ts';
import type { BadReason } from './cells.ts';
import type { ColumnMapping } from './columns.ts';
import { type MarkRow, rowReader } from './row.ts';

/** A row that was left out. */
export interface BadRow {
  /** Line of the file, counted from 1: the headings are usually line 1. */
  readonly line: number;
  /** The cell that could not be read, shortened; the row itself where it is not about one cell. */
  readonly value: string;
  readonly reason: BadReason;
}

/** What an import would bring in. Nothing is stored until it is committed, and with bad rows only when the user says so. */
export interface ImportPlan {
  readonly strips: readonly PackedStrip[];
  readonly pupils: number;
  /** Sessions with a mark; one session twice is one mark. */
  readonly marks: number;
  /** Every row left out, in the order of the file. */
  readonly badRows: readonly BadRow[];
  /** Rows for a session that an earlier row already had a mark for: the later row stands. */
  readonly duplicates: number;
  /** Rows whose mark is blank or a dash: nobody has entered one. */
  readonly unmarked: number;
  /** Null when there is no mark. */
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
}

/** Takes the rows of a file in order and makes a plan of them. */
export interface PlanBuilder {
  /** One row after the headings. */
  add(line: number, cells: readonly string[]): void;
  /** A row that could not even be split into cells. */
  refuse(line: number, value: string, reason: BadReason): void;
  finish(): ImportPlan;
}

const LONGEST_SHOWN = 80;

/** Starts a plan over rows with `columns` headings, read by `mapping`. */
export function importPlan(mapping: ColumnMapping, columns: number): PlanBuilder {
  const read = rowReader(mapping, columns);
  const strips = new Map<string, Map<AcademicYear, Strip>>();
  const badRows: BadRow[] = [];
  let marks = 0;
  let duplicates = 0;
  let unmarked = 0;
  let earliest: IsoDate | null = null;
  let latest: IsoDate | null = null;

  function refuse(line: number, value: string, reason: BadReason): void {
    badRows.push({ line, value: value.slice(0, LONGEST_SHOWN), reason });
  }

  function add(line: number, cells: readonly string[]): void {
    const reading = read(cells);
    if (!reading.ok) refuse(line, reading.value, reading.reason);
    else if (reading.row.byte === NO_MARK) unmarked++;
    else keep(reading.row);
  }

  function keep({ pupil, date, place, byte }: MarkRow): void {
    const years = strips.get(pupil) ?? new Map<AcademicYear, Strip>();
    const strip = years.get(place.year) ?? new Uint8Array(MAX_BYTES);
    if (strip[place.index] === NO_MARK) marks++;
    else duplicates++;
    strip[place.index] = byte;
    strips.set(pupil, years.set(place.year, strip));
    if (earliest === null || date < earliest) earliest = date;
    if (latest === null || date > latest) latest = date;
  }

  function finish(): ImportPlan {
    const packed = [...strips].flatMap(([pupil, years]) =>
      [...years].map(([year, strip]) => ({ pupil, year, bytes: toBase64(trim(strip)) })),
    );
    return {
      strips: packed,
      pupils: strips.size,
      marks,
      badRows,
      duplicates,
      unmarked,
      earliest,
      latest,
    };
  }

  return { add, refuse, finish };
}
