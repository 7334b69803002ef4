import { useId } from 'preact/hooks';

/** How far something is, with a way to stop it. `done` is from 0 to 1; null while it cannot be told. */
export function Progress(props: { label: string; done: number | null; onCancel: () => void }) {
  const id = useId();
  return (
    <div class="row progress">
      <label for={id}>
        <span role="status">{props.label}</span>
      </label>
      <progress id={id} max={1} {...(props.done === null ? {} : { value: props.done })} />
      <button type="button" onClick={props.onCancel}>
        Cancel
      </button>
    </div>
  );
}
