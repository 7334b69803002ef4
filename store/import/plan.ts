import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { NO_MARK } from '../code-bytes.ts';
import type { PackedStrip } from '../requests.ts';
import { toBase64 } from '../strip-text.ts';
import { type AcademicYear, MAX_BYTES, placeOf, type Strip, trim } from '../strips.ts';
import { type BadReason, type Cell, readDate, readMark, readPupil, readSession } from './cells.ts';
import type { ColumnMapping } from './columns.ts';

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
  const strips = new Map<string, Map<AcademicYear, Strip>>();
  const badRows: BadRow[] = [];
  const dates = remembered(readDate);
  const sessions = remembered(readSession);
  const needed = Math.max(mapping.pupil, mapping.date, mapping.session, mapping.code) + 1;
  let marks = 0;
  let duplicates = 0;
  let unmarked = 0;
  let earliest: IsoDate | null = null;
  let latest: IsoDate | null = null;

  function refuse(line: number, value: string, reason: BadReason): void {
    badRows.push({ line, value: value.slice(0, LONGEST_SHOWN), reason });
  }

  function add(line: number, cells: readonly string[]): void {
    if (cells.length < needed) return refuse(line, cells.join(' '), 'too few columns');
    if (cells.length > columns && cells.slice(columns).some((cell) => cell.trim() !== ''))
      return refuse(line, cells.join(' '), 'more columns than headings');
    const cell = (place: number): string => (cells[place] ?? '').trim();
    const pupil = readPupil(cell(mapping.pupil));
    if (!pupil.ok) return refuse(line, cell(mapping.pupil), pupil.reason);
    const date = dates(cell(mapping.date));
    if (!date.ok) return refuse(line, cell(mapping.date), date.reason);
    const session = sessions(cell(mapping.session));
    if (!session.ok) return refuse(line, cell(mapping.session), session.reason);
    const byte = readMark(cell(mapping.code), date.value);
    if (!byte.ok) return refuse(line, cell(mapping.code), byte.reason);
    if (byte.value === NO_MARK) unmarked++;
    else keep(pupil.value, date.value, session.value, byte.value);
  }

  function keep(pupil: string, date: IsoDate, session: Session, byte: number): void {
    const place = placeOf(date, session);
    if (!place) return;
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
      ...{ strips: packed, pupils: strips.size, marks },
      ...{ badRows, duplicates, unmarked, earliest, latest },
    };
  }

  return { add, refuse, finish };
}

/** The same reader, reading each different text once: a file has few dates and sessions, many times over. */
function remembered<T>(read: (text: string) => Cell<T>): (text: string) => Cell<T> {
  const seen = new Map<string, Cell<T>>();
  return (text) => {
    const known = seen.get(text);
    if (known) return known;
    const cell = read(text);
    seen.set(text, cell);
    return cell;
  };
}
