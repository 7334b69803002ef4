import { useState } from 'preact/hooks';
import { howMany } from './kept.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

/** An import that was kept. */
export interface PastImport {
  readonly id: number;
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null for a paste. */
  readonly file: string | null;
  readonly pupils: number;
  readonly marks: number;
  readonly canUndo: boolean;
}

const SHOWN = 5;
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Earlier imports, the latest first; the last one of a site can be undone. */
export function PastImports(props: {
  imports: readonly PastImport[];
  onUndo: (id: number) => Promise<{ pupils: number; marks: number }>;
}) {
  const [all, setAll] = useState(false);
  const saving = useSaving();
  const shown = all ? props.imports : props.imports.slice(0, SHOWN);
  const undo = ({ id }: PastImport) =>
    saving.run(
      () => props.onUndo(id),
      ({ pupils, marks }) =>
        `Undone. ${howMany(marks, 'mark')} of ${howMany(pupils, 'pupil')} are as they were before.`,
    );
  if (props.imports.length === 0) return <SaveStatus state={saving.state} />;
  return (
    <>
      <h3 class="apart">Earlier imports</h3>
      <ul class="sites">
        {shown.map((past) => (
          <li key={past.id}>
            <span class="origin">
              {past.file ?? 'Pasted cells'}
              <span class="says hint">
                {howMany(past.marks, 'mark')} of {howMany(past.pupils, 'pupil')}, {when.format(past.at)},{' '}
                {past.origin}
              </span>
            </span>
            {past.canUndo && (
              <button
                type="button"
                aria-label={`Undo the import of ${past.file ?? 'pasted cells'}`}
                disabled={saving.state.kind === 'saving'}
                onClick={() => void undo(past)}
              >
                Undo
              </button>
            )}
          </li>
        ))}
      </ul>
      {!all && props.imports.length > SHOWN && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {props.imports.length}
        </button>
      )}
      <SaveStatus state={saving.state} />
    </>
  );
}
