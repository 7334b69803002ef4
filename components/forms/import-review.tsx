import { useEffect, useRef, useState } from 'preact/hooks';
import { longDate } from '../../rules/calendar/show.ts';
import { BadRows } from './bad-rows.tsx';
import type { ImportFile, ImportOutcome, ImportTotals, OnProgress } from './import-file.ts';
import { ImportLayout } from './import-layout.tsx';
import { howMany } from './kept.tsx';
import { sentence } from './loaded.tsx';
import { Progress } from './progress.tsx';

type Send = (onProgress: OnProgress, signal: AbortSignal) => Promise<void>;

/** A file as read: its layout, what it would bring in, every bad row, and the one button that keeps it. */
export function ImportReview(props: {
  file: ImportFile;
  onChoose: (id: string, value: string) => void;
  onDownload: (name: string, text: string) => void;
  onCancel: () => void;
  onImport: Send;
}) {
  const { file } = props;
  const { outcome, done } = useReading(file);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="import">
      <h3 tabIndex={-1} ref={heading}>
        What is in {file.name}
      </h3>
      <ImportLayout file={file} onChoose={props.onChoose} />
      {outcome === null && <Progress label={`Reading ${file.name}…`} done={done} onCancel={props.onCancel} />}
      {outcome?.ok === false && (
        <p class="note problem" role="alert">
          {outcome.why}
        </p>
      )}
      {outcome?.ok ? (
        <Commit {...props} totals={outcome.totals} />
      ) : (
        outcome && (
          <button type="button" onClick={props.onCancel}>
            Cancel
          </button>
        )
      )}
    </div>
  );
}

/** Reads the file anew whenever its layout changes. */
function useReading(file: ImportFile): { outcome: ImportOutcome | null; done: number | null } {
  const [reading, setReading] = useState<{ of: ImportFile; outcome: ImportOutcome | null; done: number }>();
  useEffect(() => {
    let current = true;
    const show = (outcome: ImportOutcome | null, done: number) =>
      current && setReading({ of: file, outcome, done });
    file
      .read((done) => show(null, done))
      .then(
        (outcome) => show(outcome, 1),
        (error: unknown) => show({ ok: false, why: sentence(error) }, 1),
      );
    return () => {
      current = false;
    };
  }, [file]);
  return reading?.of === file ? reading : { outcome: null, done: null };
}

function Commit(props: {
  file: ImportFile;
  totals: ImportTotals;
  onDownload: (name: string, text: string) => void;
  onCancel: () => void;
  onImport: Send;
}) {
  const { totals, file } = props;
  const [leaveOut, setLeaveOut] = useState(false);
  const [sending, setSending] = useState<{ done: number; stop: AbortController } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const waiting = totals.bad > 0 && !leaveOut;
  const send = () => {
    const stop = new AbortController();
    setFailed(null);
    setSending({ done: 0, stop });
    props
      .onImport((done) => setSending({ done, stop }), stop.signal)
      .catch((error: unknown) => {
        setFailed(
          stop.signal.aborted ? 'Cancelled. Nothing was imported.' : `Not imported. ${sentence(error)}`,
        );
        setSending(null);
      });
  };
  return (
    <>
      <div role="status">
        <Totals totals={totals} />
      </div>
      {totals.bad > 0 && (
        <>
          <BadRows key={JSON.stringify(totals)} file={file} totals={totals} onDownload={props.onDownload} />
          <label class="tick">
            <input
              type="checkbox"
              checked={leaveOut}
              onChange={(event) => setLeaveOut(event.currentTarget.checked)}
            />
            Leave out what cannot be read in {howMany(totals.badRows, 'row')}
          </label>
        </>
      )}
      {sending ? (
        <Progress label="Importing…" done={sending.done} onCancel={() => sending.stop.abort()} />
      ) : (
        <div class="row">
          <button type="button" class="main" disabled={waiting || totals.marks === 0} onClick={send}>
            Import {howMany(totals.marks, 'mark')}
          </button>
          <button type="button" onClick={props.onCancel}>
            Cancel
          </button>
          {waiting && (
            <span class="hint">
              Mend the file and choose it again, or tick that the bad rows are left out.
            </span>
          )}
        </div>
      )}
      <p class="save" role="status" data-state={failed ? 'failed' : 'idle'}>
        {failed}
      </p>
    </>
  );
}

function Totals({ totals }: { totals: ImportTotals }) {
  const { pupils, marks, duplicates, corrections, unmarked, earliest, latest, badRows } = totals;
  return (
    <ul>
      <li>
        <strong>{howMany(marks, 'mark')}</strong> of {howMany(pupils, 'pupil')}
        {earliest && latest && `, from ${longDate(earliest)} to ${longDate(latest)}`}
      </li>
      {duplicates > 0 && (
        <li>
          {howMany(duplicates, 'mark')} for a session that has one from an earlier row
          {corrections > 0 ? `, ${corrections} of them different` : ''}: the later row stands
        </li>
      )}
      {unmarked > 0 && <li>{howMany(unmarked, 'session')} without a mark: what is kept for them stays</li>}
      <li>{howMany(badRows, 'row')} with something that cannot be read</li>
    </ul>
  );
}
