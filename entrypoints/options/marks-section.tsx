import { ImportMarks } from '../../components/forms/import-marks.tsx';
import type { ImportMapping, ImportReading } from '../../components/forms/import-plan.ts';
import { saveAs } from '../../components/forms/save-as.ts';
import type { Ask } from '../../store/ask.ts';
import { refusal, wholeMapping } from '../../store/import/columns.ts';
import { previewCsv, readCsv } from '../../store/import/csv.ts';
import type { ImportPlan } from '../../store/import/plan.ts';

/** Marks from a CSV file, read here and kept by the background in one piece. */
export function MarksSection({ ask, origins }: { ask: Ask; origins: readonly string[] }) {
  return (
    <ImportMarks
      origins={origins}
      read={readFile}
      onImport={(origin, plan, file) => ask('import', { origin, file: file.name, strips: plan.strips })}
      onDownload={(name, text) => saveAs(name, `\uFEFF${text}`, 'text/csv')}
    />
  );
}

async function readFile(file: File, chosen: ImportMapping | null): Promise<ImportReading<ImportPlan>> {
  const { headings, rows, mapping: proposed, refusal: unusable } = await previewCsv(file);
  const mapping = chosen ?? proposed;
  const why = chosen ? refusal(headings, chosen) : unusable;
  const whole = wholeMapping(mapping);
  if (why !== null || !whole)
    return { headings, rows, mapping, outcome: { ok: false, why: why ?? 'Choose a column for each.' } };
  const reading = await readCsv(file, whole);
  return {
    ...{ headings, rows, mapping },
    outcome: reading.ok ? reading : { ok: false, why: reading.refusal },
  };
}
