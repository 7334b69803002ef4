import { useRef, useState } from 'preact/hooks';
import type { LateQuestion } from '../overlay/questions.ts';
import { trusted } from '../overlay/trusted.ts';
import { calledBy } from './late-facts.ts';

type Pupil = LateQuestion['pupils'][number];

const MOST_SHOWN = 8;
const LIST = 'pupils';
const FIELD = 'pupil';

/** The pupil, chosen by typing part of the name or number. The arrow keys move in the list, Enter chooses. */
export function PupilField(props: {
  pupils: readonly Pupil[];
  chosen: Pupil | null;
  problem: string | null;
  onChoose: (pupil: Pupil | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const found = props.chosen ? [] : matching(props.pupils, typed);
  const shown = open && !props.chosen ? found : [];
  const choose = (pupil: Pupil) => {
    setTyped('');
    setOpen(false);
    props.onChoose(pupil);
  };
  const move = (by: number) => {
    setOpen(true);
    const next = Math.max(0, Math.min(found.length - 1, open ? at + by : 0));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Enter') return;
    const pupil = shown[at];
    if (event.key === 'Enter' && !pupil) return;
    event.preventDefault();
    if (event.key !== 'Enter') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (pupil) choose(pupil);
  };
  return (
    <div class="field">
      <label for={FIELD}>Pupil</label>
      <input
        id={FIELD}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded={shown.length > 0}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={shown[at] ? `${LIST}-${at}` : undefined}
        aria-invalid={props.problem !== null}
        aria-describedby="pupil-problem"
        placeholder="Type part of the name"
        value={props.chosen ? calledBy(props.chosen) : typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
          setOpen(true);
          if (props.chosen) props.onChoose(null);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <div id={LIST} ref={list} role="listbox" aria-label="Pupils" hidden={shown.length === 0}>
        {shown.map((pupil, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the one the keys are at
          <div
            key={pupil.pupil}
            id={`${LIST}-${i}`}
            role="option"
            aria-selected={i === at}
            // Before the field loses the focus, and with it the list.
            onMouseDown={(event) => {
              event.preventDefault();
              trusted(() => choose(pupil))(event);
            }}
          >
            {calledBy(pupil)} <span class="soft">{pupil.code ?? 'no mark'}</span>
          </div>
        ))}
      </div>
      <p class="problem" id="pupil-problem" role="alert">
        {props.problem ??
          (open && typed.trim() !== '' && !props.chosen && found.length === 0 ? NOBODY : null)}
      </p>
    </div>
  );
}

const NOBODY = 'Nobody on this register is called that.';

/** Pupils of whose name or number every typed word is a part; a name that begins with what was typed comes first. */
function matching(pupils: readonly Pupil[], typed: string): readonly Pupil[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const fits = pupils.filter((one) => {
    const text = plain(`${one.name ?? ''} ${one.pupil}`);
    return words.every((word) => text.includes(word));
  });
  const first = (one: Pupil) => (plain(one.name ?? '').startsWith(plain(typed)) ? 0 : 1);
  return [...fits].sort((a, b) => first(a) - first(b)).slice(0, MOST_SHOWN);
}

/** Accents and capitals make no difference to whoever types in a hurry. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
