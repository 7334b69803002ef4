/** Something that is on or off. */
export function Switch(props: { label: string; on: boolean; onFlip: (next: boolean) => void }) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={props.on}
      onClick={() => props.onFlip(!props.on)}
    >
      <span>{props.label}</span>
      <span class="track" aria-hidden="true" />
    </button>
  );
}
