import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';

/** Something a page waits for: on its way, here, or failed with one plain sentence. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly message: string };

/** One plain sentence of anything thrown. */
export function sentence(error: unknown): string {
  return error instanceof Error && error.message ? error.message : 'Something went wrong. Try again.';
}

/** Loads at once, with the first `load` it is given, and again when asked; `put` shows a newer value without loading. */
export function useLoaded<T>(load: () => Promise<T>): {
  state: Loaded<T>;
  again: () => void;
  put: (value: T) => void;
} {
  const [state, setState] = useState<Loaded<T>>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setState({ kind: 'ready', value }),
      (error: unknown) => current && setState({ kind: 'failed', message: sentence(error) }),
    );
    return () => {
      current = false;
    };
  }, [round]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  const put = useCallback((value: T) => setState({ kind: 'ready', value }), []);
  return { state, again, put };
}

/** Shows `children` once there is a value; until then that it is loading, or why it failed and a way to try again. */
export function Await<T>(props: {
  state: Loaded<T>;
  again: () => void;
  what: string;
  children: (value: T) => ComponentChildren;
}) {
  const { state } = props;
  if (state.kind === 'ready') return <>{props.children(state.value)}</>;
  if (state.kind === 'loading')
    return (
      <p class="quiet" role="status">
        Loading {props.what}…
      </p>
    );
  return (
    <div class="note problem" role="alert">
      <p>
        <strong>Could not load {props.what}.</strong> {state.message}
      </p>
      <button type="button" onClick={props.again}>
        Try again
      </button>
    </div>
  );
}
