import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportDone, ImportFile } from './import-file.ts';
import { ImportReview } from './import-review.tsx';
import { ImportSource } from './import-source.tsx';
import { howMany } from './kept.tsx';
import { sentence } from './loaded.tsx';
import { Progress } from './progress.tsx';

const PASTED = 'the pasted cells';

type Stage =
  | { readonly kind: 'file' }
  | { readonly kind: 'opening'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string; readonly message: string }
  | { readonly kind: 'open'; readonly file: ImportFile }
  | { readonly kind: 'done'; readonly name: string; readonly origin: string; readonly done: ImportDone };

/**
 * Marks from a file or a paste: opened, its layout put right, every bad row listed, then all of it kept or none. `open` rejects with
 * a plain sentence for what it cannot open; its signal ends all work on the file.
 */
export function ImportMarks(props: {
  origins: readonly string[];
  open: (source: File | string, signal: AbortSignal) => Promise<ImportFile>;
  /** The import that was undone last: of it, nothing is said any more. */
  undone: number | null;
  /** Called when an import has been kept. */
  onDone: () => void;
  /** Gives the user a text as a file of that name. */
  onDownload: (name: string, text: string) => void;
}) {
  const [chosen, setOrigin] = useState<string | null>(null);
  const [stage, setStage] = useState<Stage>({ kind: 'file' });
  const work = useRef<AbortController | null>(null);
  const origin = chosen ?? props.origins[0];
  useEffect(() => () => work.current?.abort(), []);

  const stop = () => {
    work.current?.abort();
    setStage({ kind: 'file' });
  };
  const open = (source: File | string) => {
    work.current?.abort();
    work.current = new AbortController();
    const { signal } = work.current;
    const name = typeof source === 'string' ? PASTED : source.name;
    const show = (next: Stage) => !signal.aborted && setStage(next);
    setStage({ kind: 'opening', name });
    props.open(source, signal).then(
      (file) => show({ kind: 'open', file }),
      (error: unknown) => show({ kind: 'unreadable', name, message: sentence(error) }),
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
      <ImportSource onSource={open} />
      {stage.kind === 'opening' && <Progress label={`Opening ${stage.name}…`} done={null} onCancel={stop} />}
      <div role="status">
        {stage.kind === 'done' && stage.done.id !== props.undone && <Done {...stage} />}
      </div>
      {stage.kind === 'unreadable' && (
        <p class="note problem" role="alert">
          <strong>{stage.name === PASTED ? 'The pasted cells' : stage.name} cannot be read.</strong>{' '}
          {stage.message} Nothing was imported.
        </p>
      )}
      {stage.kind === 'open' && (
        <ImportReview
          file={stage.file}
          onChoose={(id, value) => setStage({ kind: 'open', file: stage.file.choose(id, value) })}
          onDownload={props.onDownload}
          onCancel={stop}
          onImport={async (onProgress, signal) => {
            const done = await stage.file.send(origin, onProgress, signal);
            work.current?.abort();
            setStage({ kind: 'done', name: stage.file.name, origin, done });
            props.onDone();
          }}
        />
      )}
    </>
  );
}

function Done({ name, origin, done }: { name: string; origin: string; done: ImportDone }) {
  return (
    <div class="note">
      <p>
        <strong>Imported.</strong> {howMany(done.marks, 'mark')} of {howMany(done.pupils, 'pupil')} from{' '}
        {name} are now kept for {origin}.
      </p>
      {done.changed > 0 && (
        <p>{howMany(done.changed, 'mark')} that differed before took the place of the old.</p>
      )}
      {done.stood > 0 && (
        <p>
          {howMany(done.stood, 'mark')} of the file {done.stood === 1 ? 'was' : 'were'} left out: the register
          was seen to hold a different mark after the file was saved.
        </p>
      )}
    </div>
  );
}
