import { useState } from 'preact/hooks';
import { AskFirst } from './ask-first.tsx';
import { howMany, type KeptSite } from './kept.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

/** A wipe in two steps that says exactly what goes. `kept` is null where it could not even be read. */
export function Wipe(props: { kept: readonly KeptSite[] | null; onWipe: () => Promise<unknown> }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const wipe = async () => {
    if (await saving.run(props.onWipe, 'Wiped. No mark, setting or choice is kept on this device now.'))
      setAsking(false);
  };
  const sum = (of: 'marks' | 'pupils'): number =>
    (props.kept ?? []).reduce((total, site) => total + site[of], 0);
  return (
    <>
      {asking ? (
        <AskFirst
          question="Wipe everything?"
          yes="Yes, wipe everything"
          no="Keep it"
          onYes={wipe}
          onNo={() => setAsking(false)}
        >
          <p>This goes, at once and for good:</p>
          <ul>
            <li>
              {props.kept
                ? `${howMany(sum('marks'), 'mark')} of ${howMany(sum('pupils'), 'pupil')}, imported marks included`
                : 'all marks and names, which cannot be read now'}
            </li>
            <li>changes to earlier marks that were noted, and marks kept as they are</li>
            <li>the key that everything is sealed with</li>
            <li>who it is for, the chosen policy, the term dates and the office clock</li>
            <li>which sites are off: those are given up altogether</li>
            <li>
              how pages are read that somebody confirmed or taught, and how imported files were laid out
            </li>
          </ul>
          <p>
            Sites that are on stay allowed until you remove them under Sites. Backups you saved stay where you
            put them. Nothing in your school’s own system is touched.
          </p>
        </AskFirst>
      ) : (
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          Wipe everything…
        </button>
      )}
      <SaveStatus state={saving.state} />
    </>
  );
}
