import { useState } from 'preact/hooks';
import { ImportMarks } from '../../components/forms/import-marks.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { PastImports } from '../../components/forms/past-imports.tsx';
import { saveAs } from '../../components/forms/save-as.ts';
import type { Ask } from '../../store/ask.ts';
import { openImport } from './open-import.ts';

/** Marks from a file, read in a worker and kept by the background in parts; earlier imports, and a way back. */
export function MarksSection(props: { ask: Ask; origins: readonly string[]; names: boolean }) {
  const { ask, origins, names } = props;
  const [undone, setUndone] = useState<number | null>(null);
  const past = useLoaded(() => ask('imports', {}));
  return (
    <>
      <ImportMarks
        origins={origins}
        open={(source, signal) => openImport(source, { ask, names }, signal)}
        undone={undone}
        onDone={past.again}
        onDownload={(name, text) => saveAs(name, text, 'text/csv')}
      />
      <Await {...past} what="earlier imports">
        {(imports) => (
          <PastImports
            imports={imports}
            onUndo={async (id) => {
              const back = await ask('undo-import', { id });
              setUndone(id);
              past.again();
              return back;
            }}
          />
        )}
      </Await>
    </>
  );
}
