import { fromDay, type IsoDate, type Session, toDay, weekday } from '../../rules/calendar/dates.ts';
import { NO_MARK } from '../../rules/strips/code-bytes.ts';
import { type Place, placeOf } from '../../rules/strips/strips.ts';
import { type BadReason, bad, type Cell, good, readMark, readPupil, type SessionReader } from './cells.ts';
import type { DatedColumn } from './dated.ts';
import type { DayReader } from './days.ts';
import type { DatesLayout, Layout, LongLayout, StringsLayout, WeekLayout } from './layout.ts';
import { remembered } from './remembered.ts';
import { readMarksString } from './strings.ts';

/** What the rows of a file are read into. */
export interface Sink {
  /** One mark; a byte of `NO_MARK` says that nobody has entered one. */
  mark(pupil: string, place: Place, byte: number): void;
  /** What could not be read: the whole row, or the cell at `column`. */
  refuse(line: number, column: number | null, value: string, reason: BadReason): void;
  name(pupil: string, cells: readonly string[]): void;
}

/** Reads one row under the headings into the sink. */
export type ReadRow = (line: number, cells: readonly string[]) => void;

/** What a file's rows are read with. */
export interface Readers {
  readonly days: DayReader;
  readonly sessions: SessionReader;
  readonly dated: readonly DatedColumn[];
}

type Both = Readonly<Record<Session, Place>>;
type Pair = readonly (readonly [Session, number])[];
type Refuse = (column: number | null, value: string, reason: BadReason) => void;

const BETWEEN = /[\s,;|]+/;
const TWO_EXPECTED = 'two marks were expected: morning and afternoon';

/** The reader of rows for a whole layout, one that `refusal` has nothing to say against. */
export function rowReader(layout: Layout, readers: Readers, sink: Sink): ReadRow {
  const pupil = remembered(readPupil);
  const read = shapeReader(layout, readers, sink);
  const at = layout.pupil ?? 0;
  // One function for all rows: a file has a million of them, and few are refused.
  let current = 0;
  const refuse: Refuse = (column, value, reason) => sink.refuse(current, column, value, reason);
  return (line, cells) => {
    current = line;
    const id = pupil(cells[at] ?? '');
    if (!id.ok) return refuse(at, cells[at] ?? '', id.reason);
    if (layout.name.length > 0) sink.name(id.value, cells);
    read(id.value, cells, refuse);
  };
}

type ReadMarks = (pupil: string, cells: readonly string[], refuse: Refuse) => void;

function shapeReader(layout: Layout, readers: Readers, sink: Sink): ReadMarks {
  switch (layout.shape) {
    case 'long':
      return longReader(layout, readers, sink);
    case 'week':
      return weekReader(layout, readers, sink);
    case 'dates':
      return datesReader(layout, readers, sink);
    case 'strings':
      return stringsReader(layout, readers, sink);
  }
}

function longReader(layout: LongLayout, readers: Readers, sink: Sink): ReadMarks {
  const [date, session, code] = [layout.date ?? 0, layout.session ?? 0, layout.code ?? 0];
  const days = remembered((text) => readPlaces(text, readers.days));
  const sessions = remembered(readers.sessions.read);
  const codes = remembered(readMark);
  return (pupil, cells, refuse) => {
    const places = days(cells[date] ?? '');
    if (!places.ok) return refuse(date, cells[date] ?? '', places.reason);
    const half = sessions(cells[session] ?? '');
    if (!half.ok) return refuse(session, cells[session] ?? '', half.reason);
    const byte = codes(cells[code] ?? '');
    if (!byte.ok) return refuse(code, cells[code] ?? '', byte.reason);
    sink.mark(pupil, places.value[half.value], byte.value);
  };
}

function weekReader(layout: WeekLayout, readers: Readers, sink: Sink): ReadMarks {
  const codes = remembered(readMark);
  const weeks = remembered((text) => readWeek(text, readers.days));
  const given = layout.monday === null ? null : weekOf(layout.monday);
  return (pupil, cells, refuse) => {
    const week = given ?? weeks(cells[layout.week ?? 0] ?? '');
    if (!week.ok) return refuse(layout.week, cells[layout.week ?? 0] ?? '', week.reason);
    layout.days.forEach((column, at) => {
      if (column === null) return;
      const byte = codes(cells[column] ?? '');
      if (byte.ok) sink.mark(pupil, week.value[at] as Place, byte.value);
      else refuse(column, cells[column] ?? '', byte.reason);
    });
  };
}

function datesReader(layout: DatesLayout, readers: Readers, sink: Sink): ReadMarks {
  const codes = remembered(readMark);
  const pairs = remembered(readPair);
  const columns = readers.dated.map((column) => ({ ...column, places: placesOf(column.date) }));
  const sessions = remembered(readers.sessions.read);
  return (pupil, cells, refuse) => {
    const named = layout.session === null ? null : sessions(cells[layout.session] ?? '');
    if (named && !named.ok) return refuse(layout.session, cells[layout.session ?? 0] ?? '', named.reason);
    for (const { place, session, places } of columns) {
      const text = cells[place] ?? '';
      if (!places.ok) {
        const byte = codes(text);
        if (!byte.ok || byte.value !== NO_MARK) refuse(place, text, places.reason);
        continue;
      }
      const half = session ?? named?.value ?? (layout.holds === 'both' ? null : layout.holds);
      if (session && named && named.value !== session) {
        if (text.trim() !== '') refuse(place, text, 'the session could not be read');
        continue;
      }
      const read: Cell<Pair> = half ? alone(half, codes(text)) : pairs(text);
      if (!read.ok) refuse(place, text, read.reason);
      else for (const [of, byte] of read.value) sink.mark(pupil, places.value[of], byte);
    }
  };
}

function stringsReader(layout: StringsLayout, readers: Readers, sink: Sink): ReadMarks {
  const days = remembered(readers.days.read);
  const { from, start, marks, week, written } = layout;
  return (pupil, cells, refuse) => {
    const first: Cell<IsoDate> = from === null ? days(cells[start ?? 0] ?? '') : good(from);
    if (!first.ok) return refuse(start, cells[start ?? 0] ?? '', first.reason);
    const text = cells[marks ?? 0] ?? '';
    const read = readMarksString(text, first.value, week ?? 5, written ?? 'one');
    if (!read.ok) return refuse(marks, text, read.reason);
    for (const { day, afternoon, byte } of read.value) {
      const place = placeOf(fromDay(day), afternoon ? 'PM' : 'AM');
      if (place) sink.mark(pupil, place, byte);
    }
  };
}

function alone(session: Session, byte: Cell<number>): Cell<Pair> {
  return byte.ok ? good([[session, byte.value] as const]) : byte;
}

/** Both marks of a day in one cell: two of one character, or with a space, comma, semicolon or line between them. */
function readPair(text: string): Cell<Pair> {
  const both = BETWEEN.test(text) ? text.split(BETWEEN) : [...text];
  if (both.length === 0 || (both.length === 1 && text === '-')) return good([]);
  // `C1` is one code, not two.
  if (both.length !== 2 || both.includes('') || /^\D\d$/.test(text)) return bad(TWO_EXPECTED);
  const [morning, afternoon] = both.map(readMark);
  if (!morning?.ok || !afternoon?.ok) return bad('not an attendance code');
  return good([
    ['AM', morning.value],
    ['PM', afternoon.value],
  ]);
}

function readPlaces(text: string, days: DayReader): Cell<Both> {
  const date = days.read(text);
  return date.ok ? placesOf(date.value) : date;
}

function placesOf(date: IsoDate): Cell<Both> {
  const AM = placeOf(date, 'AM');
  const PM = placeOf(date, 'PM');
  return AM && PM ? good({ AM, PM }) : bad('not a weekday');
}

/** The ten sessions of the week that begins with the day in `text`. */
function readWeek(text: string, days: DayReader): Cell<readonly Place[]> {
  const date = days.read(text);
  return date.ok ? weekOf(date.value) : date;
}

function weekOf(monday: IsoDate): Cell<readonly Place[]> {
  const day = toDay(monday);
  if (weekday(day) !== 0) return bad('not a Monday');
  const places: Place[] = [];
  for (let at = 0; at < 5; at++) {
    const of = placesOf(fromDay(day + at));
    if (of.ok) places.push(of.value.AM, of.value.PM);
  }
  return good(places);
}
