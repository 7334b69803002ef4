import { useRef, useState } from 'preact/hooks';
import { FileDrop } from './file-drop.tsx';
import type { ImportMapping, ImportReading, ImportTotals } from './import-plan.ts';
import { ImportReview } from './import-review.tsx';
import { howMany } from './kept.tsx';
import { sentence } from './loaded.tsx';

/** What an import did. */
export interface ImportDone {
  readonly pupils: number;
  readonly marks: number;
}

type Stage<P extends ImportTotals> =
  | { readonly kind: 'file' }
  | { readonly kind: 'reading'; readonly file: File }
  | { readonly kind: 'unreadable'; readonly file: File; readonly message: string }
  | { readonly kind: 'read'; readonly file: File; readonly reading: ImportReading<P> }
  | { readonly kind: 'done'; readonly file: File; readonly origin: string; readonly done: ImportDone };

/**
 * Marks from a file: chosen, its columns put right, every bad row listed, then all of it kept or none.
 * `read` proposes the columns where `mapping` is null, and rejects with a plain sentence for a file it cannot open.
 */
export function ImportMarks<P extends ImportTotals>(props: {
  origins: readonly string[];
  read: (file: File, mapping: ImportMapping | null) => Promise<ImportReading<P>>;
  onImport: (origin: string, plan: P, file: File) => Promise<ImportDone>;
  /** Gives the user a text as a file of that name. */
  onDownload: (name: string, text: string) => void;
}) {
  const [chosen, setOrigin] = useState<string | null>(null);
  const [stage, setStage] = useState<Stage<P>>({ kind: 'file' });
  const latest = useRef(0);
  const origin = chosen ?? props.origins[0];

  const read = (file: File, mapping: ImportMapping | null) => {
    const turn = ++latest.current;
    const show = (next: Stage<P>) => turn === latest.current && setStage(next);
    if (!mapping) setStage({ kind: 'reading', file });
    props.read(file, mapping).then(
      (reading) => show({ kind: 'read', file, reading }),
      (error: unknown) => show({ kind: 'unreadable', file, message: sentence(error) }),
    );
  };

  if (origin === undefined)
    return (
      <p class="note">
        Marks belong to one site. <a href="#sites">Turn Registerwise on for your register’s site</a> first.
      </p>
    );
  return (
    <>
      <label for="import-origin">Whose marks are they?</label>
      <p class="hint" id="import-origin-hint">
        The site on which these pupils’ registers are taken. The pupil’s id in the file must be the one that
        site uses.
      </p>
      <select
        id="import-origin"
        aria-describedby="import-origin-hint"
        onChange={(event) => setOrigin(event.currentTarget.value)}
      >
        {props.origins.map((each) => (
          <option key={each} selected={each === origin}>
            {each}
          </option>
        ))}
      </select>
      <FileDrop label="CSV file" accept=".csv,.tsv,.txt,text/csv" onFile={(file) => read(file, null)} />
      <div role="status">
        {stage.kind === 'reading' && <p>Reading {stage.file.name}…</p>}
        {stage.kind === 'done' && (
          <p class="note">
            <strong>Imported.</strong> {howMany(stage.done.marks, 'mark')} of{' '}
            {howMany(stage.done.pupils, 'pupil')} from {stage.file.name} are now kept for {stage.origin}.
          </p>
        )}
      </div>
      {stage.kind === 'unreadable' && (
        <p class="note problem" role="alert">
          <strong>{stage.file.name} cannot be read.</strong> {stage.message} Nothing was imported.
        </p>
      )}
      {stage.kind === 'read' && (
        <ImportReview
          name={stage.file.name}
          reading={stage.reading}
          onMap={(mapping) => read(stage.file, mapping)}
          onDownload={props.onDownload}
          onImport={async (plan) => {
            const done = await props.onImport(origin, plan, stage.file);
            setStage({ kind: 'done', file: stage.file, origin, done });
          }}
        />
      )}
    </>
  );
}
