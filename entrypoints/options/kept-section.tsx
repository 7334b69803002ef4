import { useState } from 'preact/hooks';
import { Keeping } from '../../components/forms/keeping.tsx';
import { Kept } from '../../components/forms/kept.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import type { Ask } from '../../store/ask.ts';
import { PRACTICE_ORIGIN, type Settings } from '../../store/requests.ts';
import { AmendmentsSection } from './amendments-section.tsx';

const nameOf = (origin: string): string =>
  origin === PRACTICE_ORIGIN ? 'The practice register (made-up pupils)' : origin;

/** How much is kept, how and for how long, and the wipe: that is there even when nothing can be read. */
export function KeptSection(props: {
  ask: Ask;
  settings: ReturnType<typeof useLoaded<Settings>>;
  save: (changed: Partial<Settings>) => Promise<void>;
  onWiped: () => Promise<void>;
}) {
  const kept = useLoaded(() => props.ask('kept', {}));
  const [erased, setErased] = useState(0);
  const { state } = kept;
  const wipe = async () => {
    await props.ask('wipe', {});
    kept.put([]);
    setErased(erased + 1);
    await props.onWiped();
  };
  const changeLasting = async (only: boolean) => {
    await props.save({ sessionOnly: only });
    kept.put(await props.ask('kept', {}));
    setErased(erased + 1);
  };
  return (
    <>
      <Await {...kept} what="what is kept">
        {(sites) => (
          <Await {...props.settings} what="settings">
            {({ keepNames, sessionOnly }) => (
              <Keeping
                {...{ keepNames, sessionOnly, kept: sites }}
                onNames={(keep) => props.save({ keepNames: keep })}
                onSessionOnly={changeLasting}
              />
            )}
          </Await>
        )}
      </Await>
      <AmendmentsSection key={erased} ask={props.ask} />
      {state.kind !== 'loading' && (
        <Kept kept={state.kind === 'ready' ? state.value : null} nameOf={nameOf} onWipe={wipe} />
      )}
    </>
  );
}
