import { useState } from 'preact/hooks';
import { AskFirst } from './ask-first.tsx';
import { howMany, type KeptSite } from './kept.tsx';
import { SaveStatus, useSaving } from './saving.tsx';
import { Switch } from './switch.tsx';

/** What can be switched of what is kept. */
export interface KeptSwitches {
  readonly keepNames: boolean;
  readonly sessionOnly: boolean;
}

/** The two switches, each with what it means; where a change erases something, it is asked first. */
export function KeptSwitchesForm(props: {
  settings: KeptSwitches;
  kept: readonly KeptSite[];
  onSave: (change: Partial<KeptSwitches>) => Promise<unknown>;
}) {
  const { keepNames, sessionOnly } = props.settings;
  const [asking, setAsking] = useState<keyof KeptSwitches | null>(null);
  const saving = useSaving();
  const sum = (of: 'marks' | 'pupils' | 'named'): number =>
    props.kept.reduce((total, site) => total + site[of], 0);
  const save = async (change: Partial<KeptSwitches>, said: string) => {
    if (await saving.run(() => props.onSave(change), said)) setAsking(null);
  };
  const flipNames = () =>
    save(
      { keepNames: !keepNames },
      keepNames ? 'Names are not kept now.' : 'Names are kept from the next import on.',
    );
  const flipSession = () =>
    save(
      { sessionOnly: !sessionOnly },
      sessionOnly
        ? 'What is kept now stays when the browser closes.'
        : 'What is kept now goes when the browser closes.',
    );
  return (
    <>
      <Switch
        label="Keep pupils’ names"
        on={keepNames}
        onFlip={() => (keepNames && sum('named') > 0 ? setAsking('keepNames') : void flipNames())}
      />
      <p class="hint">
        Names come with an import and are sealed beside the marks, so that a pupil can be chosen by name.
        Turning this off erases every name.
      </p>
      {asking === 'keepNames' && (
        <AskFirst
          question="Stop keeping names?"
          yes="Yes, erase the names"
          no="Keep them"
          onYes={flipNames}
          onNo={() => setAsking(null)}
        >
          <p>This erases the names of {howMany(sum('named'), 'pupil')} at once. Their marks stay.</p>
        </AskFirst>
      )}
      <Switch
        label="Shared computer: forget when the browser closes"
        on={sessionOnly}
        onFlip={() => (sum('pupils') > 0 ? setAsking('sessionOnly') : void flipSession())}
      />
      <p class="hint">
        The key is then held in memory alone. Once the browser closes, what is left on the disk cannot be
        opened by anyone. Changing this erases the marks that are kept; settings stay.
      </p>
      {asking === 'sessionOnly' && (
        <AskFirst
          question="Change this, and erase the marks that are kept?"
          yes="Yes, change it and erase"
          no="Leave it as it is"
          onYes={flipSession}
          onNo={() => setAsking(null)}
        >
          <p>
            This erases {howMany(sum('marks'), 'mark')} of {howMany(sum('pupils'), 'pupil')} at once, with
            what was noted of them. Make a backup first if you want them again.
          </p>
        </AskFirst>
      )}
      <SaveStatus state={saving.state} />
    </>
  );
}
