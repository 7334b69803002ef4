import { csvText } from './csv-text.ts';
import type { NotedAmendment } from './noted-amendment.ts';

const HEADINGS = [
  ...['Pupil ID', 'Date', 'Session', 'Original mark', 'Amended mark', 'Reason'],
  ...['Date of amendment', 'Name', 'Role', 'Site', 'Noted'],
];

/** Noted changes as CSV, for a spreadsheet. */
export function amendmentsCsv(amendments: readonly NotedAmendment[]): string {
  const rows = amendments.map(({ pupil, date, session, from, to, reason, on, by, role, origin, at }) => [
    ...[pupil, date, session, from, to, reason],
    ...[on, by, role, origin, new Date(at).toISOString()],
  ]);
  return csvText([HEADINGS, ...rows]);
}
