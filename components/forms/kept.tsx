import { useEffect, useRef, useState } from 'preact/hooks';
import { SaveStatus, useSaving } from './saving.tsx';

/** How much is kept of one site. */
export interface KeptSite {
  readonly origin: string;
  readonly pupils: number;
  readonly marks: number;
  /** Part of what is kept cannot be read, and is not among these. */
  readonly unreadable?: boolean;
}

const number = new Intl.NumberFormat('en-GB');

/** `1 pupil`, `1,204 pupils`. */
export function howMany(count: number, one: string): string {
  return `${number.format(count)} ${one}${count === 1 ? '' : 's'}`;
}

/**
 * What is kept on this device, and a wipe in two steps that says exactly what goes. `kept` null: it cannot be read, as is said
 * elsewhere, and can still be wiped.
 */
export function Kept(props: {
  kept: readonly KeptSite[] | null;
  nameOf: (origin: string) => string;
  onWipe: () => Promise<unknown>;
}) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const wipe = async () => {
    if (await saving.run(props.onWipe, 'Wiped. No mark, setting or choice is kept on this device now.'))
      setAsking(false);
  };
  return (
    <>
      {props.kept && <Sites kept={props.kept} nameOf={props.nameOf} />}
      {asking ? (
        <Confirm kept={props.kept} onWipe={wipe} onKeep={() => setAsking(false)} />
      ) : (
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          Wipe everything…
        </button>
      )}
      <SaveStatus state={saving.state} />
    </>
  );
}

function Sites(props: { kept: readonly KeptSite[]; nameOf: (origin: string) => string }) {
  if (props.kept.length === 0) return <p class="note">No marks are kept on this device.</p>;
  return (
    <ul class="kept">
      {props.kept.map(({ origin, pupils, marks, unreadable }) => (
        <li key={origin}>
          <strong>{props.nameOf(origin)}</strong>: {howMany(marks, 'mark')} of {howMany(pupils, 'pupil')}
          {unreadable && (
            <p class="note problem">
              Part of what is kept of this site cannot be read, and is not counted. To begin again, wipe
              everything and import the marks anew.
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Confirm(props: { kept: readonly KeptSite[] | null; onWipe: () => void; onKeep: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sum = (of: 'marks' | 'pupils'): number =>
    (props.kept ?? []).reduce((total, site) => total + site[of], 0);
  return (
    <div class="note problem">
      <h3 tabIndex={-1} ref={heading}>
        Wipe everything?
      </h3>
      <p>This goes, at once and for good:</p>
      <ul>
        <li>
          {props.kept
            ? `${howMany(sum('marks'), 'mark')} of ${howMany(sum('pupils'), 'pupil')}, imported marks included`
            : 'every mark that is kept, imported marks included'}
        </li>
        <li>changes to earlier marks that were noted, and marks kept as they are</li>
        <li>who it is for, the chosen policy, the term dates and the office clock</li>
        <li>which sites are off: those are given up altogether</li>
        <li>how pages are read that somebody confirmed or taught</li>
      </ul>
      <p>
        Sites that are on stay allowed until you remove them under Sites. Nothing in your school’s own system
        is touched.
      </p>
      <div class="row">
        <button type="button" class="danger" onClick={props.onWipe}>
          Yes, wipe everything
        </button>
        <button type="button" onClick={props.onKeep}>
          Keep it
        </button>
      </div>
    </div>
  );
}
