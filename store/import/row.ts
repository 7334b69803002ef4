import type { IsoDate } from '../../rules/calendar/dates.ts';
import { type Place, placeOf } from '../strips.ts';
import { type BadReason, readDate, readMark, readPupil, readSession } from './cells.ts';
import type { Column, ColumnMapping } from './columns.ts';

/** One row of a file in long form. */
export interface MarkRow {
  readonly pupil: string;
  readonly date: IsoDate;
  /** Where the session is kept. */
  readonly place: Place;
  /** See `code-bytes.ts`; `NO_MARK` where the row says that nobody has entered one. */
  readonly byte: number;
}

/** A row as read, or the cell that stands in the way. Where no one cell does, `value` is the row. */
export type RowReading =
  | { readonly ok: true; readonly row: MarkRow }
  | { readonly ok: false; readonly value: string; readonly reason: BadReason };

/** A reader of rows under `columns` headings, by `mapping`. Of several faults in a row it names the first. */
export function rowReader(mapping: ColumnMapping, columns: number): (cells: readonly string[]) => RowReading {
  const needed = Math.max(mapping.pupil, mapping.date, mapping.session, mapping.code) + 1;
  const dateIn = remembered(readDate);
  const sessionIn = remembered(readSession);
  const places = {
    AM: remembered((date: IsoDate) => placeOf(date, 'AM')),
    PM: remembered((date: IsoDate) => placeOf(date, 'PM')),
  };

  return (cells) => {
    if (cells.length < needed) return { ok: false, value: cells.join(' '), reason: 'too few columns' };
    if (cells.length > columns && cells.slice(columns).some((cell) => cell.trim() !== ''))
      return { ok: false, value: cells.join(' '), reason: 'more columns than headings' };
    const text = (column: Column): string => (cells[mapping[column]] ?? '').trim();
    const bad = (column: Column, reason: BadReason): RowReading => ({
      ok: false,
      value: text(column),
      reason,
    });

    const pupil = readPupil(text('pupil'));
    if (!pupil.ok) return bad('pupil', pupil.reason);
    const date = dateIn(text('date'));
    if (!date.ok) return bad('date', date.reason);
    const session = sessionIn(text('session'));
    if (!session.ok) return bad('session', session.reason);
    const place = places[session.value](date.value);
    if (!place) return bad('date', 'not a weekday');
    const byte = readMark(text('code'), date.value);
    if (!byte.ok) return bad('code', byte.reason);
    return { ok: true, row: { pupil: pupil.value, date: date.value, place, byte: byte.value } };
  };
}

/** The same function, asked once for each different text: a file has few dates and sessions, many times over. */
function remembered<K extends string, T>(read: (text: K) => T): (text: K) => T {
  const seen = new Map<K, T>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    seen.set(text, answer);
    return answer;
  };
}
