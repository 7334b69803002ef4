import { Kept } from '../../components/forms/kept.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import type { Ask } from '../../store/ask.ts';
import { PRACTICE_ORIGIN } from '../../store/requests.ts';

const nameOf = (origin: string): string =>
  origin === PRACTICE_ORIGIN ? 'The practice register (made-up pupils)' : origin;

/** How much is kept, and the wipe. */
export function KeptSection(props: { ask: Ask; onWiped: () => Promise<void> }) {
  const kept = useLoaded(() => props.ask('kept', {}));
  const wipe = async () => {
    await props.ask('wipe', {});
    kept.put([]);
    await props.onWiped();
  };
  return (
    <Await {...kept} what="what is kept">
      {(sites) => <Kept kept={sites} nameOf={nameOf} onWipe={wipe} />}
    </Await>
  );
}
