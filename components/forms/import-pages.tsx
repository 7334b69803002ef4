import { useState } from 'preact/hooks';
import { FileDrop } from './file-drop.tsx';
import { howMany } from './kept.tsx';
import { sentence } from './loaded.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

/** A file of pages as read: what it holds, or why it cannot be used. */
export type PagesRead<File> =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly why: readonly string[] };

/** Takes in how pages are read from a file that another school or computer exported. */
export function ImportPages<
  File extends { readonly origin: string; readonly profiles: readonly unknown[] },
>(props: {
  /** The sites that Registerwise may read. */
  origins: readonly string[];
  read: (file: globalThis.File) => Promise<PagesRead<File>>;
  onImport: (origin: string, file: File) => Promise<unknown>;
}) {
  const [read, setRead] = useState<PagesRead<File> | null>(null);
  const saving = useSaving();
  const put = (origin: string, file: File) =>
    saving
      .run(
        () => props.onImport(origin, file),
        `${howMany(file.profiles.length, 'page')} imported for ${origin}.`,
      )
      .then((saved) => saved && setRead(null));
  const take = async (file: globalThis.File) => {
    saving.clear();
    const found = await props
      .read(file)
      .catch((error): PagesRead<File> => ({ ok: false, why: [sentence(error)] }));
    if (found.ok && props.origins.includes(found.file.origin)) return put(found.file.origin, found.file);
    return setRead(found);
  };
  return (
    <>
      <FileDrop label="File of pages" accept=".json,application/json" onFile={take} />
      {read?.ok === false && <Faults why={read.why} />}
      {read?.ok && <WhichSite file={read.file} origins={props.origins} onChoose={put} />}
      <SaveStatus state={saving.state} />
    </>
  );
}

function Faults({ why }: { why: readonly string[] }) {
  return (
    <div class="note problem" role="alert">
      <p>
        <strong>Nothing was imported.</strong>
      </p>
      <ul>
        {why.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  );
}

function WhichSite<File extends { readonly origin: string }>(props: {
  file: File;
  origins: readonly string[];
  onChoose: (origin: string, file: File) => void;
}) {
  const { file, origins } = props;
  if (origins.length === 0)
    return (
      <p class="note problem" role="alert">
        Turn Registerwise on for a site first. The file was made for {file.origin}.
      </p>
    );
  return (
    <div class="note">
      <p>The file was made for {file.origin}, where Registerwise is not on. For which site is it?</p>
      <div class="row">
        {origins.map((origin) => (
          <button type="button" key={origin} onClick={() => props.onChoose(origin, file)}>
            {origin}
          </button>
        ))}
      </div>
    </div>
  );
}
