import { type LateRow, shownName } from '../../components/forms/lates/late-rows.ts';
import { showMinute } from '../../rules/calendar/clock.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { csvText } from '../../store/csv-text.ts';

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

/** The list as a CSV file. */
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
  return csvText([COLUMNS, ...data]);
}
