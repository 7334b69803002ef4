import { useState } from 'preact/hooks';
import { sentence } from './loaded.tsx';

/** How the last save stands. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly said: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Runs one save at a time and keeps how it went; `said` may be made from what came of it. `run` resolves to whether it was saved; it never rejects. */
export function useSaving(): {
  state: SaveState;
  run: <T>(work: () => Promise<T>, said: string | ((done: T) => string)) => Promise<boolean>;
  clear: () => void;
} {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const run = async <T,>(work: () => Promise<T>, said: string | ((done: T) => string)): Promise<boolean> => {
    setState({ kind: 'saving' });
    try {
      const done = await work();
      setState({ kind: 'saved', said: typeof said === 'string' ? said : said(done) });
      return true;
    } catch (error) {
      setState({ kind: 'failed', message: sentence(error) });
      return false;
    }
  };
  return { state, run, clear: () => setState({ kind: 'idle' }) };
}

/** A line that is always there and announces politely how a save went. `retry` is offered after a failure. */
export function SaveStatus(props: { state: SaveState; retry?: () => void }) {
  const { state } = props;
  return (
    <div class="save" role="status" data-state={state.kind}>
      {state.kind === 'saving' && <span>Saving…</span>}
      {state.kind === 'saved' && (
        <span>
          <span aria-hidden="true">✓ </span>
          {state.said}
        </span>
      )}
      {state.kind === 'failed' && (
        <>
          <span>Not saved. {state.message} What you entered is still here.</span>{' '}
          {props.retry && (
            <button type="button" onClick={props.retry}>
              Try again
            </button>
          )}
        </>
      )}
    </div>
  );
}
