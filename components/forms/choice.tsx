import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { SaveStatus, useSaving } from './saving.tsx';

/** One answer of a {@link Choice}. */
export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly detail?: ComponentChildren;
}

/** One question with a few answers, saved as soon as one is chosen. `onSave` rejects with a plain sentence. */
export function Choice<T extends string>(props: {
  legend: string;
  /** Hides the legend from sight where a heading just above says the same. */
  legendHidden?: boolean;
  options: readonly ChoiceOption<T>[];
  value: T | null;
  onSave: (value: T) => Promise<unknown>;
}) {
  const name = useId();
  const [chosen, setChosen] = useState(props.value);
  const saving = useSaving();
  const choose = (value: T) => {
    setChosen(value);
    const label = props.options.find((option) => option.value === value)?.label ?? value;
    void saving.run(() => props.onSave(value), `Saved: ${label}.`);
  };
  return (
    <fieldset class="choice">
      <legend class={props.legendHidden ? 'unseen' : undefined}>{props.legend}</legend>
      {props.options.map(({ value, label, detail }) => (
        <div class="option" key={value} data-chosen={value === chosen}>
          <input
            type="radio"
            id={`${name}-${value}`}
            name={name}
            checked={value === chosen}
            aria-describedby={detail ? `${name}-${value}-detail` : undefined}
            onChange={() => choose(value)}
          />
          <label for={`${name}-${value}`}>{label}</label>
          {detail && (
            <div class="detail" id={`${name}-${value}-detail`}>
              {detail}
            </div>
          )}
        </div>
      ))}
      <SaveStatus state={saving.state} retry={() => chosen !== null && choose(chosen)} />
    </fieldset>
  );
}
