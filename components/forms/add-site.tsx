import { useId, useState } from 'preact/hooks';
import { sentence } from './loaded.tsx';
import { readSiteAddress } from './site-address.ts';

/** Whether the browser, asked by the user's click, let the extension read a site. */
export type Permission = 'granted' | 'refused';

/** Asks for one site. `onAdd` is called inside the click, before anything is awaited, as the browser requires. */
export function AddSite(props: { onAdd: (origin: string) => Promise<Permission> }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');

  const submit = (event: Event) => {
    event.preventDefault();
    setSaid('');
    const address = readSiteAddress(typed);
    if (address.kind === 'problem') return setProblem(address.message);
    setProblem(null);
    props.onAdd(address.origin).then(
      (permission) => {
        if (permission === 'refused')
          return setProblem(
            'The browser was not allowed to. Nothing was changed; you can ask again at any time.',
          );
        setTyped('');
        setSaid(`Registerwise is on for ${address.origin}. Open or reload your register there.`);
      },
      (error: unknown) => setProblem(sentence(error)),
    );
  };

  return (
    <form onSubmit={submit} noValidate autocomplete="off">
      <label for={id}>Address of your register</label>
      <p class="hint" id={`${id}-hint`}>
        For example https://myschool.example. The browser will ask to “read and change” this one site.
        Registerwise never changes a mark.
      </p>
      {problem && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <input
          id={id}
          type="url"
          autocomplete="url"
          spellcheck={false}
          value={typed}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-hint${problem ? ` ${id}-problem` : ''}`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="main">
          Turn on for this site
        </button>
      </div>
      <div class="save" role="status" data-state={said ? 'saved' : 'idle'}>
        {said}
      </div>
    </form>
  );
}
