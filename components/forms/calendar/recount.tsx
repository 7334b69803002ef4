import { useEffect, useState } from 'preact/hooks';

/** How far a recount of all pupils is, in parts of what is kept. */
export interface RecountProgress {
  readonly done: number;
  readonly of: number;
}

const EVERY_MS = 400;

/** Follows a recount to its end, from each new `round` on; round 0 is none. `ask` answers null when it is over. */
export function Recount(props: { round: number; ask: () => Promise<RecountProgress | null> }) {
  const [state, setState] = useState<RecountProgress | null>(null);
  useEffect(() => {
    if (props.round === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const look = async () => {
      // A recount that cannot be asked about goes on all the same; only its progress is not shown.
      const now = await props.ask().catch(() => null);
      if (stopped) return;
      setState(now);
      if (now) timer = setTimeout(look, EVERY_MS);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [props.round]);
  if (!state || state.of === 0) return null;
  return (
    <p class="row">
      <progress max={state.of} value={state.done} aria-label="Counting all pupils again" />
      <span>Counting all pupils again: {Math.floor((100 * state.done) / state.of)}%</span>
    </p>
  );
}
