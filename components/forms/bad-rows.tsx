import { useEffect, useState } from 'preact/hooks';
import type { BadRow, ImportFile, ImportTotals } from './import-file.ts';
import { sentence } from './loaded.tsx';

const PAGE = 100;
const UNITS = { line: 'Line', row: 'Row', record: 'Record' };

/** Everything that cannot be read, with its place and why, a hundred at a time, and all of it as a CSV file. */
export function BadRows(props: {
  file: ImportFile;
  totals: ImportTotals;
  onDownload: (name: string, text: string) => void;
}) {
  const { file, totals } = props;
  const [page, setPage] = useState(0);
  const [rows, setRows] = useState<readonly BadRow[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const pages = Math.ceil(totals.bad / PAGE);
  const from = page * PAGE;
  useEffect(() => {
    let current = true;
    file.bad(from, PAGE).then(
      (next) => current && setRows(next),
      (error: unknown) => current && setProblem(sentence(error)),
    );
    return () => {
      current = false;
    };
  }, [file, from]);
  const save = () =>
    file.badCsv().then(
      (text) => props.onDownload(`bad rows of ${file.name}.csv`, text),
      (error: unknown) => setProblem(sentence(error)),
    );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled from the keyboard */}
      <section class="scroll" aria-label="Bad rows" tabIndex={0}>
        <table>
          <caption>
            What cannot be imported: {from + 1} to {Math.min(from + PAGE, totals.bad)} of{' '}
            {totals.bad.toLocaleString('en-GB')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{UNITS[file.unit]}</th>
              <th scope="col">Why</th>
              <th scope="col">What stands there</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, column, value, reason }, index) => (
              <tr key={from + index}>
                <td class="number">{line}</td>
                <td>
                  {reason}
                  {column !== null && column !== '' && <span class="hint"> ({column})</span>}
                </td>
                <td class="as-typed value">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {problem && <p class="field-problem">{problem}</p>}
      <div class="row">
        {pages > 1 && (
          <>
            <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
              Earlier
            </button>
            <span role="status">
              Page {page + 1} of {pages}
            </span>
            <button type="button" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
              Later
            </button>
          </>
        )}
        <button type="button" onClick={save}>
          Save {totals.bad === 1 ? 'it' : `all ${totals.bad.toLocaleString('en-GB')}`} as CSV
        </button>
      </div>
    </>
  );
}
