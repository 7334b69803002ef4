import { type IsoDate, toDay, weekday } from '../../rules/calendar/dates.ts';
import type { HistoryMark, HistoryReading } from '../contract.ts';
import { groupBy } from '../group-by.ts';
import type { SiteProfile } from '../profile.ts';
import { codesOf } from './codes.ts';
import { columnsOf, namesDay } from './days.ts';
import { type HistoryShape, historyForm, isTurning, rowsOf, type ShownMark } from './page.ts';
import { type HistoryRow, isWhole, readRow } from './rows.ts';

const FRIDAY = 4;
const WHOLE_DAYS = 'This page shows whole days. Only marks of the morning and the afternoon are read.';
const TURNING = 'The page is changing to other days or another period.';
const TWO_TABLES = 'This page shows two tables of earlier marks, so they cannot be told apart.';
const OUT_OF_ORDER = 'The days on this page are not in order, so it cannot be told which marks are whose.';
const APART =
  'The rows of this page do not fit its headings, so it cannot be told which marks are of which day.';
const OWN_NAMES =
  'Nobody has said yet which codes the marks on this page stand for. They are asked about on a register of this site.';
const NONE = 'None of the earlier marks on this page could be read for certain.';
const NO_PUPIL = 'This page does not show the number of the pupil whose marks they are.';

/** A mark of an earlier session before it is known what code it is. */
interface Found {
  readonly row: HistoryRow;
  readonly date: IsoDate;
  /** Null: what stands in the cell is not one mark. */
  readonly mark: ShownMark | null;
}

/**
 * Reads a page of pupils' histories; null where the page is none. Marks of lessons, of today and of days to come are passed
 * over, and what is not certain is left out. Never throws.
 */
export function readHistory(
  document: Document,
  shape: HistoryShape,
  profiles: readonly SiteProfile[],
  today: IsoDate,
): HistoryReading | null {
  const form = historyForm(document, shape.form);
  if (!form) return null;
  const paused = (why: string | null): HistoryReading => ({
    adapter: shape.adapter,
    marks: [],
    health: { leftOut: 0, unknownCodes: [], paused: why },
  });
  if (isTurning(form)) return paused(TURNING);
  const rows = rowsOf(form);
  if (rows.kind === 'days') return paused(WHOLE_DAYS);
  if (rows.kind === 'periods' && rows.pupil === null) return paused(NO_PUPIL);

  const [table, ...others] = [...document.querySelectorAll('table')].filter(hasDays);
  const headings = table?.tHead?.rows[0];
  if (!(table && headings)) return paused(null);
  if (others.length > 0) return paused(TWO_TABLES);
  const columns = columnsOf(headings, form, today);
  if (!columns.inOrder) return paused(OUT_OF_ORDER);

  const lines = [...table.tBodies].flatMap((body) => [...body.rows]);
  if (!lines.every((row) => isWhole(row, columns, shape))) return paused(APART);
  const read = lines.flatMap((row) => readRow(row, { headings, columns, rows, shape }) ?? []);
  const found = read.flatMap((row) => marksOf(row, today));
  const codes = codesOf(
    found.flatMap(({ mark }) => mark ?? []),
    shape,
    profiles,
  );
  if (found.length > 0 && codes.areOwn) return paused(OWN_NAMES);
  const unknown = new Set<string>();
  const codeOf = ({ mark, row }: Found) => {
    const code = mark && codes.read(mark, row.session);
    if (mark && code === null) unknown.add(mark.label);
    return code;
  };
  const marks = certain(found, read, codeOf);
  const leftOut = found.length - marks.length + read.reduce((sum, row) => sum + untoldIn(row), 0);
  const why = marks.length === 0 && leftOut > 0 ? NONE : null;
  return { adapter: shape.adapter, marks, health: { leftOut, unknownCodes: [...unknown], paused: why } };
}

const hasDays = (table: HTMLTableElement): boolean => [...(table.tHead?.rows[0]?.cells ?? [])].some(namesDay);

/** The marks of a row that are of school days before today. */
function marksOf(row: HistoryRow, today: IsoDate): readonly Found[] {
  return row.cells.flatMap(({ date, mark }) =>
    date !== null && date < today && weekday(toDay(date)) <= FRIDAY && mark !== 'none'
      ? [{ row, date, mark: row.pupil === null ? null : mark }]
      : [],
  );
}

/** How many marks of a row stand under a heading whose day cannot be told. */
const untoldIn = ({ cells }: HistoryRow): number =>
  cells.filter(({ date, mark }) => date === null && mark !== 'none').length;

/** Where several rows are of one session of one pupil, only what all of them say alike. */
function certain(
  found: readonly Found[],
  rows: readonly HistoryRow[],
  codeOf: (found: Found) => string | null,
): readonly HistoryMark[] {
  const keyOf = ({ pupil, session }: HistoryRow) => `${pupil} ${session}`;
  const rowsOfKey = groupBy(rows, keyOf);
  const same = groupBy(found, ({ row, date }) => `${keyOf(row)} ${date}`);
  return [...same.values()].flatMap((all) => {
    const [{ row, date }] = all as [Found, ...Found[]];
    const said = all.map(codeOf);
    const [code] = said;
    if (row.pupil === null || code == null || said.some((other) => other !== code)) return [];
    if (said.length !== rowsOfKey.get(keyOf(row))?.length) return [];
    return [{ pupilKey: row.pupil, date, session: row.session, code }];
  });
}
