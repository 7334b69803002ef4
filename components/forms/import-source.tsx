import { useId } from 'preact/hooks';
import { FileDrop } from './file-drop.tsx';

const ACCEPT =
  '.csv,.tsv,.txt,.xlsx,.xml,text/csv,text/tab-separated-values,text/plain,text/xml,application/xml';

/** Where marks come in: a file, dropped or chosen, or cells that are pasted. A paste is taken at once. */
export function ImportSource({ onSource }: { onSource: (source: File | string) => void }) {
  const id = useId();
  return (
    <>
      <FileDrop label="File of marks (CSV, TSV, XLSX or XML)" accept={ACCEPT} onFile={onSource} />
      <label for={id}>Or paste cells from a spreadsheet</label>
      <p class="hint" id={`${id}-hint`}>
        Copy them with their headings. They are read at once, and nothing is kept until you say so.
      </p>
      <textarea
        id={id}
        rows={2}
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text/plain');
          if (!text) return;
          // Taken before it is shown: a school's marks in a text field would hold the page up.
          event.preventDefault();
          onSource(text);
        }}
        onInput={(event) => {
          const { value } = event.currentTarget;
          if (!value.includes('\n')) return;
          event.currentTarget.value = '';
          onSource(value);
        }}
      />
    </>
  );
}
