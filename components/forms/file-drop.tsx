import { useId, useState } from 'preact/hooks';

/** A place to drop a file, with a file control for everyone who does not drag. `accept` is as in HTML. */
export function FileDrop(props: { label: string; accept: string; onFile: (file: File) => void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) props.onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file control inside does the same
    <div
      class="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label for={id}>{props.label}</label>
      <p class="hint">Choose a file, or drop one here. It is read on this device and not sent anywhere.</p>
      <input
        id={id}
        type="file"
        accept={props.accept}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
