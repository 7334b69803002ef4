import { shortDay } from '../../rules/calendar/show.ts';
import type { Openable } from './choices.ts';
import { datedColumns } from './dated.ts';
import { dayReader } from './days.ts';
import { headingsOf } from './head.ts';
import type { Layout } from './layout.ts';

/** The first rows of a file under its headings, with what each column is read as. */
export interface Preview {
  readonly columns: readonly {
    readonly heading: string /** Null for a column that is not read. */;
    readonly use: string | null;
  }[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Columns that are not shown, for want of room. */
  readonly more: number;
  /** Rows above the headings, which are not read. */
  readonly above: number;
}

const ROWS = 5;
const COLUMNS = 40;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** What a layout makes of the first rows. */
export function previewOf(layout: Layout, { head }: Openable): Preview {
  const headings = headingsOf(head, layout);
  const rows = head[layout.sheet] ?? [];
  const uses = usesOf(layout, { head });
  const columns = headings.cells.map((heading, place) => ({
    heading:
      [heading.trim(), headings.below?.[place]?.trim()].filter(Boolean).join(' ') || `Column ${place + 1}`,
    use: uses.get(place) ?? null,
  }));
  const under = rows.filter(({ line }) => line > headings.last).slice(0, ROWS);
  return {
    columns: columns.slice(0, COLUMNS),
    rows: under.map(({ line, cells }) => ({
      line,
      cells: columns.slice(0, COLUMNS).map((_, at) => cells[at] ?? ''),
    })),
    more: Math.max(0, columns.length - COLUMNS),
    above: layout.heading === null ? 0 : rows.filter(({ line }) => line < (layout.heading ?? 0)).length,
  };
}

function usesOf(layout: Layout, { head }: Pick<Openable, 'head'>): ReadonlyMap<number, string> {
  const uses = new Map<number, string>();
  const use = (place: number | null, what: string): void => {
    if (place !== null) uses.set(place, what);
  };
  for (const place of layout.name) use(place, 'name');
  use(layout.pupil, 'pupil’s id');
  switch (layout.shape) {
    case 'long':
      use(layout.date, 'date');
      use(layout.session, 'session');
      use(layout.code, 'mark');
      break;
    case 'week':
      use(layout.week, 'Monday of the week');
      for (const [at, place] of layout.days.entries())
        use(place, `${DAYS[at >> 1]} ${at % 2 === 0 ? 'AM' : 'PM'}`);
      break;
    case 'dates':
      use(layout.session, 'session');
      for (const { place, date, session } of datedColumns(headingsOf(head, layout), dayReader(layout.order)))
        use(place, `${shortDay(date)} ${date.slice(0, 4)}${halves(session ?? layout.holds)}`);
      break;
    case 'strings':
      use(layout.start, 'first day');
      use(layout.marks, 'marks');
  }
  return uses;
}

function halves(half: 'AM' | 'PM' | 'both' | null): string {
  if (half === 'both') return ' AM and PM';
  return half === null ? '' : ` ${half}`;
}
