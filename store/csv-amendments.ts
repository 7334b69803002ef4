import Papa from 'papaparse';
import type { NotedAmendment } from './noted-amendment.ts';

const HEADINGS = [
  ...['Pupil ID', 'Date', 'Session', 'Original mark', 'Amended mark', 'Reason'],
  ...['Date of amendment', 'Name', 'Role', 'Site', 'Noted'],
];

/** Noted changes as CSV, with a mark at its start by which spreadsheets know UTF-8; no cell of it is run as a formula. */
export function amendmentsCsv(amendments: readonly NotedAmendment[]): string {
  const rows = amendments.map(({ pupil, date, session, from, to, reason, on, by, role, origin, at }) => [
    ...[pupil, date, session, from, to, reason],
    ...[on, by, role, origin, new Date(at).toISOString()],
  ]);
  return `\uFEFF${Papa.unparse([HEADINGS, ...rows], { escapeFormulae: true })}\r\n`;
}
