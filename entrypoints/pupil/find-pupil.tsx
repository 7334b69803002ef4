import { useEffect, useId, useState } from 'preact/hooks';
import type { PupilName } from '../../store/records.ts';

/** Site and number of a pupil, or the name where names are kept. Nothing typed here is remembered by the browser. */
export function FindPupil(props: {
  sites: readonly { readonly origin: string; readonly name: string }[];
  namesOf: (origin: string) => Promise<readonly PupilName[]>;
  onFind: (origin: string, pupil: string) => void;
}) {
  const id = useId();
  const [origin, setOrigin] = useState(props.sites[0]?.origin ?? '');
  const [pupil, setPupil] = useState('');
  const [names, setNames] = useState<readonly PupilName[]>([]);
  useEffect(() => {
    let current = true;
    setNames([]);
    if (origin !== '')
      props.namesOf(origin).then(
        (found) => current && setNames(found),
        // Without names the number still finds the pupil.
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [origin]);
  if (props.sites.length === 0) return <p class="note">Nothing is kept about any pupil on this device.</p>;
  return (
    <form
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        props.onFind(origin, pupil.trim());
      }}
    >
      <div class="fields">
        <div>
          <label for={`${id}-site`}>Site</label>
          <select id={`${id}-site`} value={origin} onChange={(event) => setOrigin(event.currentTarget.value)}>
            {props.sites.map((site) => (
              <option key={site.origin} value={site.origin}>
                {site.name}
              </option>
            ))}
          </select>
        </div>
        {names.length > 0 && (
          <div>
            <label for={`${id}-name`}>Name</label>
            <select id={`${id}-name`} value={pupil} onChange={(event) => setPupil(event.currentTarget.value)}>
              <option value="">Choose</option>
              {names.map((each) => (
                <option key={each.pupil} value={each.pupil}>
                  {each.name} ({each.pupil})
                </option>
              ))}
            </select>
          </div>
        )}
        <div>
          <label for={`${id}-pupil`}>Number in your school’s system</label>
          <input
            {...{ id: `${id}-pupil`, type: 'text', autocomplete: 'off', value: pupil }}
            onInput={(event) => setPupil(event.currentTarget.value)}
          />
        </div>
      </div>
      <button type="submit" class="main" disabled={pupil.trim() === ''}>
        Show what is kept
      </button>
    </form>
  );
}
