import type { ImportDone, ImportFile, OnProgress } from '../../components/forms/import-file.ts';
import type { Ask } from '../../store/ask.ts';
import { choicesOf, choose } from '../../store/import/choices.ts';
import type { Opened } from '../../store/import/desk.ts';
import { type FarDesk, farDesk } from '../../store/import/desk-messages.ts';
import { withLayout } from '../../store/import/fingerprint.ts';
import type { Layout } from '../../store/import/layout.ts';
import { previewOf } from '../../store/import/preview.ts';
import { keepLayouts, knownLayouts } from './known-layouts.ts';

/** What is needed to keep an import. */
interface Keeping {
  readonly ask: Ask;
  /** Whether pupils' names are kept. */
  readonly names: boolean;
}

interface Source {
  /** Null for a paste. */
  readonly file: File | null;
  readonly desk: FarDesk;
  readonly opened: Opened;
}

/** Opens a file, or a text that was pasted, in a worker of its own, which ends with `signal`. */
export async function openImport(
  source: File | string,
  keeping: Keeping,
  signal: AbortSignal,
): Promise<ImportFile> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const { desk, broken } = farDesk(worker);
  worker.onerror = broken;
  signal.addEventListener('abort', () => worker.terminate(), { once: true });
  const opened = await desk.open(source, knownLayouts());
  const file = typeof source === 'string' ? null : source;
  return importFile({ file, desk, opened }, opened.known, opened.layout, keeping);
}

function importFile(source: Source, known: boolean, layout: Layout, keeping: Keeping): ImportFile {
  const { file, desk, opened } = source;
  let parts = 0;
  return {
    name: file?.name ?? 'the pasted cells',
    unit: opened.unit,
    known,
    choices: choicesOf(layout, opened, keeping.names),
    preview: previewOf(keeping.names ? layout : { ...layout, name: [] }, opened),
    choose: (id, value) => importFile(source, false, choose(layout, opened, id, value), keeping),
    async read(onProgress) {
      const read = await desk.read(keeping.names ? layout : { ...layout, name: [] }, onProgress);
      if (read.ok) parts = read.parts;
      return read;
    },
    bad: desk.bad,
    badCsv: desk.badCsv,
    async send(origin, onProgress, signal) {
      const done = await send(source, parts, origin, keeping, onProgress, signal);
      keepLayouts(await withLayout(knownLayouts(), opened.unit, opened.head, layout));
      return done;
    },
  };
}

/** Sends the parts one after another, then commits them; gives up the whole when one fails or `signal` ends it. */
async function send(
  { file, desk }: Source,
  parts: number,
  origin: string,
  { ask, names }: Keeping,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<ImportDone> {
  const { id } = await ask('import-begin', {
    origin,
    file: file?.name ?? null,
    savedAt: file?.lastModified ?? null,
  });
  try {
    let packed = desk.part(0);
    for (let part = 0; part < parts; part++) {
      signal.throwIfAborted();
      const of = await packed;
      // The next is packed while this one is staged.
      if (part + 1 < parts) packed = desk.part(part + 1);
      await ask('import-part', { id, part, strips: of.strips, ...(names ? { names: of.names } : {}) });
      onProgress((part + 1) / (parts + 1));
    }
    signal.throwIfAborted();
    return await ask('import-commit', { id });
  } catch (error) {
    await ask('import-cancel', { id }).catch(() => {});
    throw error;
  }
}
