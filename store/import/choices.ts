import { parseIsoDate } from '../../rules/calendar/dates.ts';
import { type Head, headingsOf } from './head.ts';
import type { Column, Layout, Shape } from './layout.ts';
import { layoutAt } from './propose.ts';
import type { RowUnit } from './table.ts';

/** One thing about a layout that the user can put right: chosen from a list, or a day. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** The value chosen; empty while nothing is. */
  readonly value: string;
  /** Null for a day, `YYYY-MM-DD`. */
  readonly options: readonly Option[] | null;
  /** Choices that are kept together out of sight while they need no change. */
  readonly group: string | null;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What was opened, as far as the choices go. */
export interface Openable {
  readonly unit: RowUnit;
  readonly sheets: readonly string[];
  readonly head: Head;
}

const HEADING_ROWS = 15;
const SHAPES: readonly (Option & { readonly value: Shape })[] = [
  { value: 'long', label: 'A row for each pupil, date and session' },
  { value: 'week', label: 'A row for each pupil and week' },
  { value: 'dates', label: 'A column for each date' },
  { value: 'strings', label: 'Many marks in one cell' },
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const ORDERS: readonly Option[] = [
  { value: '', label: 'As the file shows it' },
  { value: 'day-first', label: 'Day first: 3/9 is 3 September' },
  { value: 'month-first', label: 'Month first: 3/9 is 9 March' },
];

const TEN_SESSIONS = 'The ten sessions of the week';
const NOT_CHOSEN: Option = { value: '', label: 'Not chosen' };
const NOT_THERE: Option = { value: '', label: 'Not in the file' };
const HOLDS: readonly Option[] = [
  NOT_CHOSEN,
  { value: 'both', label: 'Both marks of the day, such as /\\' },
  { value: 'AM', label: 'The morning’s mark' },
  { value: 'PM', label: 'The afternoon’s mark' },
];
const WRITTEN: readonly Option[] = [
  NOT_CHOSEN,
  { value: 'one', label: 'One character each, such as /\\L' },
  { value: 'separated', label: 'Separated, such as / \\ C1' },
];
const WEEKS: readonly Option[] = [
  NOT_CHOSEN,
  { value: '5', label: 'Monday to Friday' },
  { value: '7', label: 'All seven days of the week' },
];

/** Everything about a layout that can be put right, in the order it is asked. `names` says whether pupils' names are taken. */
export function choicesOf(layout: Layout, file: Openable, names: boolean): readonly Choice[] {
  const { sheets, unit } = file;
  const columns = headingsOf(file.head, layout).cells.map((heading, place) => ({
    value: String(place),
    label: heading.trim() || `Column ${place + 1}`,
  }));
  const named = sheets.map((label, at) => ({ value: String(at), label }));
  const name = choice('name', 'Pupil’s name', layout.name.join('+'), nameOptions(layout, columns));
  return [
    ...(sheets.length > 1
      ? [choice('sheet', unit === 'record' ? 'Records' : 'Sheet', layout.sheet, named)]
      : []),
    choice('shape', 'How the file is laid out', layout.shape, SHAPES),
    ...(unit === 'record' ? [] : [choice('heading', 'Headings', layout.heading, headingRows(layout, file))]),
    choice('pupil', 'Pupil’s id', layout.pupil, [NOT_CHOSEN, ...columns]),
    ...shapeChoices(layout, columns),
    choice('order', 'Dates are written', layout.order, ORDERS),
    ...(names ? [name] : []),
  ];
}

function shapeChoices(layout: Layout, columns: readonly Option[]): readonly Choice[] {
  const column = (id: string, label: string, value: Column) =>
    choice(id, label, value, [NOT_CHOSEN, ...columns]);
  const perhaps = (id: string, label: string, value: Column, group: string | null = null) =>
    choice(id, label, value, [NOT_THERE, ...columns], group);
  switch (layout.shape) {
    case 'long':
      return [
        column('date', 'Date', layout.date),
        column('session', 'Session (AM or PM)', layout.session),
        column('code', 'Mark', layout.code),
      ];
    case 'week':
      return [
        column('week', 'Monday of the week', layout.week),
        ...(layout.week === null
          ? [choice('monday', 'Which Monday, if all rows are of one week', layout.monday, null)]
          : []),
        ...layout.days.map((day, at) =>
          perhaps(`day-${at}`, `${DAYS[at >> 1]} ${at % 2 === 0 ? 'AM' : 'PM'}`, day, TEN_SESSIONS),
        ),
      ];
    case 'dates':
      return [
        perhaps('session', 'Session of the row', layout.session),
        choice('holds', 'A cell under a date holds', layout.holds, HOLDS),
      ];
    case 'strings':
      return [
        column('start', 'First day of the marks', layout.start),
        ...(layout.start === null
          ? [choice('from', 'Which day, if the same for all', layout.from, null)]
          : []),
        column('marks', 'Marks', layout.marks),
        choice('written', 'The marks are', layout.written, WRITTEN),
        choice('weekdays', 'They run', layout.week, WEEKS),
      ];
  }
}

function choice(
  id: string,
  label: string,
  value: Column | string,
  options: readonly Option[] | null,
  group: string | null = null,
): Choice {
  return { id, label, value: value === null ? '' : String(value), options, group };
}

function headingRows(layout: Layout, { head, unit }: Openable): readonly Option[] {
  const rows = (head[layout.sheet] ?? []).slice(0, HEADING_ROWS);
  return [
    { value: '', label: 'There are none' },
    ...rows.map(({ line }) => ({ value: String(line), label: `In ${unit} ${line}` })),
  ];
}

function nameOptions({ name }: Layout, columns: readonly Option[]): readonly Option[] {
  const pair =
    name.length > 1
      ? [{ value: name.join('+'), label: name.map((at) => columns[at]?.label ?? '').join(' ') }]
      : [];
  return [{ value: '', label: 'Not taken' }, ...pair, ...columns];
}

/** The layout with one choice made. A new sheet, shape or row of headings has its columns found anew. */
export function choose(layout: Layout, { head }: Openable, id: string, value: string): Layout {
  const { sheet, heading, shape, order, name } = layout;
  const number = value === '' || Number.isNaN(Number(value)) ? null : Number(value);
  switch (id) {
    case 'sheet':
      return layoutAt(head, number ?? 0, head[number ?? 0]?.[0]?.line ?? null, shape);
    case 'shape':
      return { ...layoutAt(head, sheet, heading, value as Shape), order, name };
    case 'heading':
      return { ...layoutAt(head, sheet, number, shape), order };
    case 'order':
      return { ...layout, order: value === 'day-first' || value === 'month-first' ? value : null };
    case 'name':
      return { ...layout, name: value === '' ? [] : value.split('+').map(Number) };
    case 'pupil':
      return { ...layout, pupil: number };
    default:
      return chooseOwn(layout, id, value, number);
  }
}

function chooseOwn(layout: Layout, id: string, value: string, number: number | null): Layout {
  switch (layout.shape) {
    case 'long':
      return { ...layout, [id]: number };
    case 'week':
      if (id === 'monday') return { ...layout, monday: parseIsoDate(value) };
      if (id === 'week') return { ...layout, week: number, monday: null };
      return { ...layout, days: layout.days.map((day, at) => (id === `day-${at}` ? number : day)) };
    case 'dates':
      return id === 'holds'
        ? { ...layout, holds: value === 'both' || value === 'AM' || value === 'PM' ? value : null }
        : { ...layout, session: number };
    case 'strings':
      if (id === 'from') return { ...layout, from: parseIsoDate(value) };
      if (id === 'written')
        return { ...layout, written: value === 'one' || value === 'separated' ? value : null };
      if (id === 'weekdays') return { ...layout, week: value === '5' ? 5 : value === '7' ? 7 : null };
      return id === 'start' ? { ...layout, start: number, from: null } : { ...layout, marks: number };
  }
}
