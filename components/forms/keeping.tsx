import { useEffect, useRef, useState } from 'preact/hooks';
import { Choice, type ChoiceOption } from './choice.tsx';
import { howMany, type KeptSite } from './kept.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

type Names = 'without' | 'with';

const NAMES: readonly ChoiceOption<Names>[] = [
  {
    value: 'without',
    label: 'Without names',
    detail: 'Only the id that your school’s system gives each pupil. Choosing this erases every name kept.',
  },
  {
    value: 'with',
    label: 'With names',
    detail: 'Names that an import brings are kept too, sealed like the marks, so that lists can show them.',
  },
];

/** How long what is kept lasts, and what changing that means. */
const LASTING = {
  kept: {
    now: 'What is kept stays until you erase it.',
    change: 'Keep it only until the browser closes…',
    ask: 'Keep it only until the browser closes?',
    why: 'For a computer that several people use. Once the browser has closed, nobody can open what was kept. Marks must then be imported again.',
    said: 'Changed. From now on what is kept lasts until the browser closes.',
  },
  session: {
    now: 'What is kept lasts until the browser closes, and nobody can open it after that.',
    change: 'Keep it until it is erased…',
    ask: 'Keep it until it is erased?',
    why: 'For a computer that one person uses, with an account of their own. Whoever can use that account can open what is kept.',
    said: 'Changed. From now on what is kept stays until you erase it.',
  },
} as const;

/** Whether names are kept, and for how long anything is. A change that erases says so before, and what goes. */
export function Keeping(props: {
  keepNames: boolean;
  sessionOnly: boolean;
  kept: readonly KeptSite[];
  onNames: (keep: boolean) => Promise<unknown>;
  onSessionOnly: (only: boolean) => Promise<unknown>;
}) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const lasting = LASTING[props.sessionOnly ? 'session' : 'kept'];
  const change = async () => {
    if (await saving.run(() => props.onSessionOnly(!props.sessionOnly), lasting.said)) setAsking(false);
  };
  return (
    <>
      <Choice
        legend="Are pupils’ names kept?"
        options={NAMES}
        value={props.keepNames ? 'with' : 'without'}
        onSave={(names) => props.onNames(names === 'with')}
      />
      <h3>How long it is kept</h3>
      <p>{lasting.now}</p>
      {asking ? (
        <Confirm lasting={lasting} kept={props.kept} onYes={change} onNo={() => setAsking(false)} />
      ) : (
        <button type="button" onClick={() => setAsking(true)}>
          {lasting.change}
        </button>
      )}
      <SaveStatus state={saving.state} />
    </>
  );
}

function Confirm(props: {
  lasting: (typeof LASTING)[keyof typeof LASTING];
  kept: readonly KeptSite[];
  onYes: () => void;
  onNo: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sum = (of: 'marks' | 'pupils'): number => props.kept.reduce((total, site) => total + site[of], 0);
  return (
    <div class="note problem">
      <h4 tabIndex={-1} ref={heading}>
        {props.lasting.ask}
      </h4>
      <p>{props.lasting.why}</p>
      <p>
        Changing it erases, at once and for good, {howMany(sum('marks'), 'mark')} of{' '}
        {howMany(sum('pupils'), 'pupil')} and the list of imports. Settings stay.
      </p>
      <div class="row">
        <button type="button" class="danger" onClick={props.onYes}>
          Yes, erase it and change
        </button>
        <button type="button" onClick={props.onNo}>
          Leave it as it is
        </button>
      </div>
    </div>
  );
}
