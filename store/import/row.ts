import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { type Place, placeOf } from '../../rules/strips/strips.ts';
import { type BadReason, type Cell, readDate, readMark, readPupil, readSession } from './cells.ts';
import type { Column, ColumnMapping } from './columns.ts';

/** One row of a file in long form. */
export interface MarkRow {
  readonly pupil: string;
  readonly date: IsoDate;
  /** Where the session is kept. */
  readonly place: Place;
  /** See `rules/strips/code-bytes.ts`; `NO_MARK` where the row says that nobody has entered one. */
  readonly byte: number;
}

/** A row as read, or the cell that stands in the way. Where no one cell does, `value` is the row. */
export type RowReading =
  | { readonly ok: true; readonly row: MarkRow }
  | { readonly ok: false; readonly value: string; readonly reason: BadReason };

/** A reader of rows under `columns` headings, by `mapping`. Of several faults in a row it names the first. */
export function rowReader(mapping: ColumnMapping, columns: number): (cells: readonly string[]) => RowReading {
  const needed = Math.max(mapping.pupil, mapping.date, mapping.session, mapping.code) + 1;
  const readers = {
    pupil: remembered(readPupil),
    date: remembered(readDay),
    session: remembered(readSession),
    code: remembered(readMark),
  };

  return (cells) => {
    if (cells.length < needed) return { ok: false, value: cells.join(' '), reason: 'too few columns' };
    if (cells.length > columns && cells.slice(columns).some((cell) => cell.trim() !== ''))
      return { ok: false, value: cells.join(' '), reason: 'more columns than headings' };
    const text = (column: Column): string => cells[mapping[column]] ?? '';
    const bad = (column: Column, reason: BadReason): RowReading => ({
      ok: false,
      value: text(column).trim(),
      reason,
    });
    const pupil = readers.pupil(text('pupil'));
    if (!pupil.ok) return bad('pupil', pupil.reason);
    const day = readers.date(text('date'));
    if (!day.ok) return bad('date', day.reason);
    const session = readers.session(text('session'));
    if (!session.ok) return bad('session', session.reason);
    const byte = readers.code(text('code'));
    if (!byte.ok) return bad('code', byte.reason);
    const { date, places } = day.value;
    return { ok: true, row: { pupil: pupil.value, date, place: places[session.value], byte: byte.value } };
  };
}

/** A school day with the places of its two sessions. */
function readDay(text: string): Cell<{ date: IsoDate; places: Readonly<Record<Session, Place>> }> {
  const date = readDate(text);
  if (!date.ok) return date;
  const AM = placeOf(date.value, 'AM');
  const PM = placeOf(date.value, 'PM');
  return AM && PM
    ? { ok: true, value: { date: date.value, places: { AM, PM } } }
    : { ok: false, reason: 'not a weekday' };
}

/** The same function, asked once for each different cell: a file has few of them, many times over. */
function remembered<T>(read: (text: string) => T): (cell: string) => T {
  const seen = new Map<string, T>();
  return (cell) => {
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const answer = read(cell.trim());
    seen.set(cell, answer);
    return answer;
  };
}
