import { useState } from 'preact/hooks';

/** One thing being saved, and one plain sentence where it could not be. */
export interface Sending {
  readonly busy: boolean;
  readonly problem: string | null;
  run(send: () => Promise<unknown>): void;
  refuse(problem: string): void;
}

/** A {@link Sending}; what is sent twice at once is sent once. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [problem, refuse] = useState<string | null>(null);
  const run = (send: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    refuse(null);
    send()
      .catch((error: unknown) => refuse(error instanceof Error ? error.message : 'It could not be saved.'))
      .finally(() => setBusy(false));
  };
  return { busy, problem, run, refuse };
}
