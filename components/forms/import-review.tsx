import { useState } from 'preact/hooks';
import { BadRows } from './bad-rows.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import type { ImportMapping, ImportReading, ImportTotals } from './import-plan.ts';
import { howMany } from './kept.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

/** A file as read: its columns, what it would bring in, every bad row, and the one button that keeps it. */
export function ImportReview<P extends ImportTotals>(props: {
  name: string;
  reading: ImportReading<P>;
  onMap: (mapping: ImportMapping) => void;
  onDownload: (name: string, text: string) => void;
  onImport: (plan: P) => Promise<void>;
}) {
  const { headings, rows, mapping, outcome } = props.reading;
  return (
    <>
      <h3>What is in {props.name}</h3>
      <ColumnMapping headings={headings} rows={rows} mapping={mapping} onMap={props.onMap} />
      {outcome.ok ? (
        <Commit key={Object.values(mapping).join()} {...props} plan={outcome.plan} />
      ) : (
        <p class="note problem" role="alert">
          {outcome.why}
        </p>
      )}
    </>
  );
}

function Commit<P extends ImportTotals>(props: {
  name: string;
  plan: P;
  onDownload: (name: string, text: string) => void;
  onImport: (plan: P) => Promise<void>;
}) {
  const { plan } = props;
  const [leaveOut, setLeaveOut] = useState(false);
  const saving = useSaving();
  const bad = plan.badRows.length;
  const waiting = bad > 0 && !leaveOut;
  return (
    <>
      <div role="status">
        <Totals plan={plan} />
      </div>
      {bad > 0 && (
        <>
          <BadRows rows={plan.badRows} file={props.name} onDownload={props.onDownload} />
          <label class="tick">
            <input
              type="checkbox"
              checked={leaveOut}
              onChange={(event) => setLeaveOut(event.currentTarget.checked)}
            />
            Leave out the {howMany(bad, 'bad row')}
          </label>
        </>
      )}
      <div class="row">
        <button
          type="button"
          class="main"
          disabled={waiting || plan.marks === 0 || saving.state.kind === 'saving'}
          onClick={() => void saving.run(() => props.onImport(plan), 'Imported.')}
        >
          Import {howMany(plan.marks, 'mark')}
        </button>
        {waiting && (
          <span class="hint">Mend the file and choose it again, or tick that the bad rows are left out.</span>
        )}
      </div>
      <SaveStatus state={saving.state} />
    </>
  );
}

function Totals({ plan }: { plan: ImportTotals }) {
  const { pupils, marks, badRows, duplicates, unmarked, earliest, latest } = plan;
  return (
    <ul>
      <li>
        <strong>{howMany(marks, 'mark')}</strong> of {howMany(pupils, 'pupil')}
        {earliest && latest && `, from ${earliest} to ${latest}`}
      </li>
      {duplicates > 0 && (
        <li>{howMany(duplicates, 'row')} for a session that has a mark already: the later row stands</li>
      )}
      {unmarked > 0 && <li>{howMany(unmarked, 'row')} without a mark</li>}
      <li>{howMany(badRows.length, 'bad row')}</li>
    </ul>
  );
}
