import { useState } from 'preact/hooks';
import { Backup } from '../../components/forms/backup.tsx';
import { KeepForForm } from '../../components/forms/keep-for.tsx';
import { Kept } from '../../components/forms/kept.tsx';
import { KeptSwitchesForm } from '../../components/forms/kept-switches.tsx';
import { Await, type Loaded, useLoaded } from '../../components/forms/loaded.tsx';
import { Restore } from '../../components/forms/restore.tsx';
import { saveAs } from '../../components/forms/save-as.ts';
import { Wipe } from '../../components/forms/wipe.tsx';
import { schoolTime } from '../../rules/calendar/clock.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { policyOf } from '../../rules/policy/profiles.ts';
import type { Ask } from '../../store/ask.ts';
import type { Settings } from '../../store/records.ts';
import { siteName } from '../../store/site-name.ts';
import { fromBase64, toBase64 } from '../../store/strip-text.ts';
import { AmendmentsSection } from './amendments-section.tsx';

/** No backup is larger (`store/backup/locked-file.ts` refuses it too): a larger file is not even read. */
const LARGEST_FILE = 32_000_000;

/** What is kept, how long, for whom, and what can be done with all of it or with one pupil's. */
export function KeptSection(props: {
  ask: Ask;
  settings: { state: Loaded<Settings>; again: () => void };
  /** All that can be chosen. */
  policies: readonly Policy[];
  onSave: (change: Partial<Settings>) => Promise<void>;
  /** Everything may be other than it was: the whole page is to ask again. */
  onAllChanged: () => Promise<void>;
}) {
  const { ask } = props;
  const kept = useLoaded(() => ask('kept', {}));
  const room = useLoaded(roomTaken);
  const plan = useLoaded(() => ask('tidy-plan', {}));
  const [looks, setLooks] = useState(0);
  const look = () => {
    kept.again();
    room.again();
    plan.again();
    setLooks((before) => before + 1);
  };
  const save = async (change: Partial<Settings>) => {
    await props.onSave(change);
    look();
  };
  const wipe = async () => {
    await ask('wipe', {});
    look();
    await props.onAllChanged();
  };
  const restore = async (file: File, passphrase: string) => {
    await ask('backup-restore', { file: await textOf(file), passphrase });
    look();
    await props.onAllChanged();
  };
  return (
    <>
      <Await {...kept} what="what is kept">
        {(sites) => (
          <Kept
            kept={sites}
            bytes={room.state.kind === 'ready' ? room.state.value : null}
            nameOf={siteName}
          />
        )}
      </Await>
      <h3>How long</h3>
      <Await {...props.settings} what="settings">
        {({ keepFor, policyId }) => (
          <Await {...plan} what="how long marks are kept">
            {(now) => (
              <KeepForForm
                keepFor={keepFor}
                policyYears={policyOf(policyId, props.policies).stated.retention?.years ?? null}
                plan={now}
                planFor={(next) => ask('tidy-plan', { keepFor: next })}
                onSave={(next) => save({ keepFor: next })}
                onTidy={async (dateIsRight) => {
                  plan.put(await ask('tidy', { dateIsRight }));
                  kept.again();
                }}
              />
            )}
          </Await>
        )}
      </Await>
      <h3>Names and shared computers</h3>
      <Await {...props.settings} what="settings">
        {(settings) => (
          <KeptSwitchesForm
            settings={settings}
            kept={kept.state.kind === 'ready' ? kept.state.value : []}
            onSave={save}
          />
        )}
      </Await>
      <AmendmentsSection key={looks} ask={ask} />
      <h3>One pupil</h3>
      <p>
        When a pupil or parent asks what is kept about them, or asks for it to be erased:{' '}
        <a href="pupil.html" target="_blank" rel="noopener">
          What is kept about one pupil
        </a>
        .
      </p>
      <h3>Backup</h3>
      <Backup
        onBackUp={async (passphrase) => {
          const { file } = await ask('backup-make', { passphrase });
          const name = `registerwise-${schoolTime(Date.now()).date}.registerwise`;
          saveAs(name, fromBase64(file) ?? new Uint8Array(0), 'application/octet-stream');
        }}
      />
      <h3>Put a backup in place</h3>
      <Restore
        look={async (file, passphrase) => ask('backup-look', { file: await textOf(file), passphrase })}
        onRestore={restore}
      />
      <h3>Erase all of it</h3>
      <Wipe kept={kept.state.kind === 'ready' ? kept.state.value : null} onWipe={wipe} />
    </>
  );
}

async function roomTaken(): Promise<number | null> {
  return (await navigator.storage.estimate()).usage ?? null;
}

async function textOf(file: File): Promise<string> {
  if (file.size > LARGEST_FILE) throw new Error('This file is larger than a backup can be.');
  return toBase64(new Uint8Array(await file.arrayBuffer()));
}
