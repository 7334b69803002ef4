import { showMinute } from '../../../rules/calendar/clock.ts';
import { type LateRow, shownName } from './late-rows.ts';

/** The day's late arrivals, a line each; what is deleted can be put back by whoever shows the table. */
export function LateTable(props: {
  rows: readonly LateRow[];
  caption: string;
  onDelete: (row: LateRow) => void;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled from the keyboard
    <section class="wide" aria-label="Late arrivals" tabIndex={0}>
      <table class="lates">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">Pupil</th>
            <th scope="col">Session</th>
            <th scope="col">Arrived</th>
            <th scope="col">Minutes late</th>
            <th scope="col">Reason</th>
            <th scope="col">Code that fits</th>
            <th scope="col">On the register</th>
            <th scope="col" class="screen">
              <span class="unseen">Delete</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={`${row.origin} ${row.pupil} ${row.session}`}>
              <th scope="row">{shownName(row)}</th>
              <td>{row.session}</td>
              <td>{showMinute(row.arrived)}</td>
              <td>
                {row.minutes ?? 'not known'}
                {row.since !== null && <span class="since"> after {row.since}</span>}
              </td>
              <td>{row.reason || <span class="quiet">none given</span>}</td>
              <td>{row.suggested ?? <span class="quiet">not checked</span>}</td>
              <td>
                {row.code === null ? (
                  <span class="quiet">not seen</span>
                ) : (
                  <>
                    {row.code}
                    {row.suggested !== null && row.code !== row.suggested && (
                      <strong class="differs"> differs</strong>
                    )}
                  </>
                )}
              </td>
              <td class="screen">
                <button type="button" onClick={() => props.onDelete(row)}>
                  Delete<span class="unseen"> {shownName(row)}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
