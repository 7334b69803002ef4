import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import type { DayOrder } from './days.ts';

/** A column by its place, from 0; null where none was recognised or chosen. */
export type Column = number | null;

/** What every layout says. */
interface Common {
  /** Place of the sheet among the table's. */
  readonly sheet: number;
  /** Number of the row with the headings; rows above it are not read. Null where there are none. */
  readonly heading: number | null;
  readonly pupil: Column;
  /** Columns that make up the pupil's name, in the order it is read; empty where names are not taken. */
  readonly name: readonly number[];
  /** Null leaves it to what the dates show. */
  readonly order: DayOrder | null;
}

/** A row for each pupil, date and session. */
export interface LongLayout extends Common {
  readonly shape: 'long';
  readonly date: Column;
  readonly session: Column;
  readonly code: Column;
}

/** A row for each pupil and week. */
export interface WeekLayout extends Common {
  readonly shape: 'week';
  /** Column of the Monday. */
  readonly week: Column;
  /** The Monday of every row, where no column gives it. */
  readonly monday: IsoDate | null;
  /** Monday morning to Friday afternoon. */
  readonly days: readonly Column[];
}

/** A row for each pupil, and a column for each date, or for each date and session. */
export interface DatesLayout extends Common {
  readonly shape: 'dates';
  /** Column that names the row's session, where each row has one. */
  readonly session: Column;
  /** What a cell holds under a heading without a session, where no column names it; null until it is said. */
  readonly holds: 'both' | Session | null;
}

/** A row for each pupil, with the marks of many sessions in one cell. */
export interface StringsLayout extends Common {
  readonly shape: 'strings';
  /** Column of the first day. */
  readonly start: Column;
  /** The first day of every row, where no column gives it. */
  readonly from: IsoDate | null;
  readonly marks: Column;
  /** Days of a week that have marks: 5, or 7 where Saturdays and Sundays stand in the string too. Null until it is said. */
  readonly week: 5 | 7 | null;
  /** One character a mark, or marks with a separator between them. Null until it is said. */
  readonly written: 'one' | 'separated' | null;
}

/** How a file is to be read: where its headings are, its shape, and which column holds what. */
export type Layout = LongLayout | WeekLayout | DatesLayout | StringsLayout;
export type Shape = Layout['shape'];

/** A heading in small letters, digits and the sign of a percentage only. */
export function plainHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9%]/g, '');
}

/** The columns a layout takes, but for the name's and those with dates in their headings. */
export function columnsOf(layout: Layout): number[] {
  return [layout.pupil, ...ownColumns(layout)].filter((column) => column !== null);
}

function ownColumns(layout: Layout): readonly Column[] {
  switch (layout.shape) {
    case 'long':
      return [layout.date, layout.session, layout.code];
    case 'week':
      return [layout.week, ...layout.days];
    case 'dates':
      return [layout.session];
    case 'strings':
      return [layout.start, layout.marks];
  }
}
