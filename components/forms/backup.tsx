import { useId, useState } from 'preact/hooks';
import { passphraseSays } from './passphrase.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { SaveStatus, useSaving } from './saving.tsx';
import { Unremembered } from './unremembered.tsx';

/** Saves everything that is kept as one locked file. */
export function Backup(props: { onBackUp: (passphrase: string) => Promise<unknown> }) {
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const saving = useSaving();
  const { use, says } = passphraseSays(passphrase);
  const differs = again !== '' && again !== passphrase;
  const save = async () => {
    const done = await saving.run(
      () => props.onBackUp(passphrase),
      'Saved as a file. Keep it where only those may go who may see the marks, and the passphrase elsewhere.',
    );
    if (!done) return;
    setPassphrase('');
    setAgain('');
  };
  return (
    <>
      <p class="hint" id={`${id}-hint`}>
        One file with every mark, note, setting and page, locked with a passphrase. Without the passphrase
        nobody can open it, and nobody can recover it for you.
      </p>
      <Unremembered>
        <div class="fields">
          <PassphraseField
            label="Passphrase"
            value={passphrase}
            shown={shown}
            onInput={setPassphrase}
            describedBy={`${id}-hint ${id}-says`}
          />
          <PassphraseField
            label="The same again"
            value={again}
            shown={shown}
            onInput={setAgain}
            describedBy={`${id}-differs`}
            differs={differs}
          />
        </div>
      </Unremembered>
      <label class="tick">
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
        <span>Show what is typed</span>
      </label>
      <p id={`${id}-says`} role="status" class="hint">
        {passphrase === '' ? '' : says}
      </p>
      <p id={`${id}-differs`} class="field-problem">
        {differs ? 'The two are not the same.' : ''}
      </p>
      <button
        type="button"
        disabled={!use || passphrase !== again || saving.state.kind === 'saving'}
        onClick={save}
      >
        Save a backup
      </button>
      <SaveStatus state={saving.state} />
    </>
  );
}
