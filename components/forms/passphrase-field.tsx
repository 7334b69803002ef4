import { useId } from 'preact/hooks';

/** A field for a passphrase, which the browser is not to remember. */
export function PassphraseField(props: {
  label: string;
  value: string;
  shown: boolean;
  onInput: (value: string) => void;
  /** Ids of what describes it. */
  describedBy?: string;
  differs?: boolean;
}) {
  const id = useId();
  const field = {
    ...{ id, value: props.value, autocomplete: 'off', class: 'passphrase' },
    ...(props.describedBy ? { 'aria-describedby': props.describedBy } : {}),
    'aria-invalid': props.differs ?? false,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) =>
      props.onInput(event.currentTarget.value),
  };
  return (
    <div>
      <label for={id}>{props.label}</label>
      {props.shown ? <input type="text" {...field} /> : <input type="password" {...field} />}
    </div>
  );
}
