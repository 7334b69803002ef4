import { Keeping } from '../../components/forms/keeping.tsx';
import { Kept } from '../../components/forms/kept.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import type { Ask } from '../../store/ask.ts';
import { PRACTICE_ORIGIN, type Settings } from '../../store/requests.ts';

const nameOf = (origin: string): string =>
  origin === PRACTICE_ORIGIN ? 'The practice register (made-up pupils)' : origin;

/** How much is kept, how and for how long, and the wipe. */
export function KeptSection(props: {
  ask: Ask;
  settings: Settings;
  save: (changed: Partial<Settings>) => Promise<void>;
  onWiped: () => Promise<void>;
}) {
  const kept = useLoaded(() => props.ask('kept', {}));
  const { keepNames, sessionOnly } = props.settings;
  const wipe = async () => {
    await props.ask('wipe', {});
    kept.put([]);
    await props.onWiped();
  };
  const changeLasting = async (only: boolean) => {
    await props.save({ sessionOnly: only });
    kept.put(await props.ask('kept', {}));
  };
  return (
    <Await {...kept} what="what is kept">
      {(sites) => (
        <>
          <Keeping
            {...{ keepNames, sessionOnly, kept: sites }}
            onNames={(keep) => props.save({ keepNames: keep })}
            onSessionOnly={changeLasting}
          />
          <Kept kept={sites} nameOf={nameOf} onWipe={wipe} />
        </>
      )}
    </Await>
  );
}
