import Papa from 'papaparse';
import { type LateRow, shownName } from '../../components/forms/lates/late-rows.ts';
import { showMinute } from '../../rules/calendar/clock.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';

const COLUMNS = [
  'Date',
  'Session',
  'Pupil',
  'Number',
  'Arrived',
  'Minutes late',
  'Counted from',
  'Reason',
  'Code that fits',
  'Code on the register',
];

/** A spreadsheet takes a file without this mark for one in its own country's letters. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The list as a CSV file. A cell that a spreadsheet would run as a formula is made plain text. */
export function latesCsv(date: IsoDate, rows: readonly LateRow[]): string {
  const data = rows.map((row) => [
    date,
    row.session,
    shownName(row),
    row.pupil,
    showMinute(row.arrived),
    row.minutes ?? '',
    row.since ?? '',
    row.reason,
    row.suggested ?? '',
    row.code ?? '',
  ]);
  return BYTE_ORDER_MARK + Papa.unparse({ fields: COLUMNS, data }, { escapeFormulae: true, quotes: true });
}
