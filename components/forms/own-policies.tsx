import { useState } from 'preact/hooks';
import type { Policy } from '../../rules/policy/policy.ts';
import { FileDrop } from './file-drop.tsx';
import { howMany, momentOf } from './kept.tsx';
import { sentence } from './loaded.tsx';

/** A policy profile of the school's own, as it is listed. */
export interface OwnPolicy {
  readonly id: string;
  /** Null where this Registerwise cannot read it. */
  readonly policy: Policy | null;
  /** Newest first, each with when it was kept, in milliseconds since 1970, and the number that it gives itself. */
  readonly versions: readonly [OwnVersion, ...OwnVersion[]];
}

interface OwnVersion {
  readonly at: number;
  readonly version: number | null;
}

/** What can be done with profiles. What waits rejects with one plain sentence. */
export interface PolicyDoor {
  /** Keeps the profile in a file; resolves to what to say of it. */
  readonly add: (file: File) => Promise<string>;
  readonly save: (id: string) => void;
  /** Resolves to what undoes it. */
  readonly remove: (id: string) => Promise<() => Promise<unknown>>;
  readonly takeUp: (id: string, at: number) => Promise<unknown>;
}

interface Said {
  readonly text: string;
  readonly undo?: () => void;
}

const NOTHING: Said = { text: '' };

/** Policy profiles of the school's own: added from a file, saved as one, removed, and put back to an earlier version. */
export function OwnPolicies(props: {
  own: readonly OwnPolicy[];
  /** The profile chosen; null for none. One that is built in can be saved too, to begin from. */
  chosen: Policy | null;
  door: PolicyDoor;
}) {
  const { own, chosen, door } = props;
  const [said, setSaid] = useState(NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  const run = (failed: string, work: () => Promise<Said>) => {
    setProblem(null);
    setSaid(NOTHING);
    return work().then(setSaid, (error) => setProblem(`${failed} ${sentence(error)}`));
  };
  const remove = (id: string, name: string) =>
    run('Not removed.', async () => {
      const putBack = await door.remove(id);
      const undo = () =>
        void run('Not put back.', () =>
          putBack().then(() => ({ text: `${name} is back, with all its versions.` })),
        );
      return { text: `${name} was removed.`, undo };
    });
  const takeUp = (id: string, name: string, at: number) =>
    run('Not changed.', () =>
      door.takeUp(id, at).then(() => ({ text: `${name} is as it was kept on ${momentOf(at)}.` })),
    );
  const isOwn = own.some(({ id }) => id === chosen?.id);
  return (
    <section aria-labelledby="own-policies">
      <h3 id="own-policies">Profiles of your own</h3>
      <p>
        A policy profile is a file that holds the times, numbers and sentences of one school’s policy. To make
        your own, save a profile as a file, change it in a text editor, and add it here. Give it an id and a
        school of its own. A file with the id of one that is listed becomes its newest version.
      </p>
      {chosen && !isOwn && (
        <button type="button" onClick={() => door.save(chosen.id)}>
          Save {chosen.school} as a file
        </button>
      )}
      {own.length > 0 && (
        <ul class="sites">
          {own.map((each) => (
            <Profile key={each.id} own={each} onSave={door.save} onRemove={remove} onTakeUp={takeUp} />
          ))}
        </ul>
      )}
      <p class="save" role="status">
        {said.text}{' '}
        {said.undo && (
          <button type="button" onClick={said.undo}>
            Undo
          </button>
        )}
      </p>
      <FileDrop
        label="Add a policy profile from a file"
        accept=".json,application/json"
        onFile={(file) => void run('Nothing was added.', async () => ({ text: await door.add(file) }))}
      />
      {problem && (
        <p class="note problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function Profile(props: {
  own: OwnPolicy;
  onSave: (id: string) => unknown;
  onRemove: (id: string, name: string) => unknown;
  onTakeUp: (id: string, name: string, at: number) => unknown;
}) {
  const { id, policy, versions } = props.own;
  const name = policy?.school ?? id;
  const [newest, ...earlier] = versions;
  return (
    <li>
      <span class="origin">
        {name}
        <span class="says quiet">
          {policy
            ? `Kept on ${momentOf(newest.at)}. Its id is ${id}.`
            : 'This version of Registerwise cannot read it, so it cannot be chosen. It is still kept.'}
        </span>
      </span>
      <span class="row">
        {policy && (
          <button type="button" onClick={() => props.onSave(id)}>
            Save as a file<span class="unseen">: {name}</span>
          </button>
        )}
        <button type="button" onClick={() => props.onRemove(id, name)}>
          Remove<span class="unseen"> {name}</span>
        </button>
      </span>
      {earlier.length > 0 && (
        <details class="across">
          <summary>{howMany(earlier.length, 'earlier version')}</summary>
          <ul class="sites">
            {earlier.map(({ at, version }) => (
              <li key={at}>
                <span class="origin">
                  Kept on {momentOf(at)}
                  {version !== null && <span class="says quiet">It calls itself version {version}.</span>}
                </span>
                <button type="button" onClick={() => props.onTakeUp(id, name, at)}>
                  Use this version again<span class="unseen">, kept on {momentOf(at)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
