import { useState } from 'preact/hooks';
import { csvCell } from './csv.ts';
import type { BadRow } from './import-plan.ts';
import { howMany } from './kept.tsx';

const PAGE = 100;

/** Every bad row with its line and why, a hundred at a time, and all of them as a CSV file. */
export function BadRows(props: {
  rows: readonly BadRow[];
  file: string;
  onDownload: (name: string, text: string) => void;
}) {
  const [page, setPage] = useState(0);
  const pages = Math.ceil(props.rows.length / PAGE);
  const shown = Math.min(page, pages - 1);
  const from = shown * PAGE;
  const rows = props.rows.slice(from, from + PAGE);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled from the keyboard */}
      <section class="scroll" aria-label="Bad rows" tabIndex={0}>
        <table>
          <caption>
            Rows that cannot be imported: {from + 1} to {from + rows.length} of{' '}
            {howMany(props.rows.length, 'row')}
          </caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Why</th>
              <th scope="col">What stands there</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, value, reason }, index) => (
              <tr key={from + index}>
                <td>{line}</td>
                <td>{reason}</td>
                <td class="as-typed">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div class="row">
        {pages > 1 && (
          <>
            <button type="button" disabled={shown === 0} onClick={() => setPage(shown - 1)}>
              Earlier
            </button>
            <span role="status">
              Page {shown + 1} of {pages}
            </span>
            <button type="button" disabled={shown === pages - 1} onClick={() => setPage(shown + 1)}>
              Later
            </button>
          </>
        )}
        <button
          type="button"
          onClick={() => props.onDownload(`bad rows of ${props.file}.csv`, badRowsCsv(props.rows))}
        >
          Save all {howMany(props.rows.length, 'bad row')} as CSV
        </button>
      </div>
    </>
  );
}

/** The bad rows as CSV. A cell that a spreadsheet would run as a formula is made plain text. */
export function badRowsCsv(rows: readonly BadRow[]): string {
  const lines = rows.map(({ line, value, reason }) => `${line},${csvCell(reason)},${csvCell(value)}`);
  return ['line,reason,value', ...lines, ''].join('\r\n');
}
