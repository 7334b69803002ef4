import { useEffect, useState } from 'preact/hooks';
import type { LoggedArrival } from '../overlay/port.ts';
import type { LateFacts } from './late-facts.ts';

/** What is logged of a register, and what can be done to it. One thing at a time; nothing rejects. */
export interface Logged {
  readonly logged: readonly LoggedArrival[];
  readonly busy: boolean;
  /** What was done last, in one sentence; empty at first. */
  readonly said: string;
  /** Why the last could not be done; empty where it could. */
  readonly problem: string;
  /** Puts back what was just deleted; null where nothing was. */
  readonly undo: (() => void) | null;
  /** Resolves to whether it was saved. */
  save(arrival: LoggedArrival, says: string): Promise<boolean>;
  remove(arrival: LoggedArrival, says: string): Promise<boolean>;
}

/** Nothing known yet; asks at once, and `onLoaded` hears the first answer. */
export function useLogged(
  { arrivals, log, remove }: LateFacts,
  onLoaded: (logged: readonly LoggedArrival[]) => void,
): Logged {
  const [logged, setLogged] = useState<readonly LoggedArrival[]>([]);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [deleted, setDeleted] = useState<LoggedArrival | null>(null);
  const fail = (error: unknown) =>
    setProblem(error instanceof Error ? error.message : 'It could not be saved. Try again.');
  useEffect(() => {
    arrivals().then((first) => {
      setLogged(first);
      onLoaded(first);
    }, fail);
  }, []);
  const run = async (work: () => Promise<unknown>, says: string, gone: LoggedArrival | null) => {
    if (busy) return false;
    setBusy(true);
    setProblem('');
    try {
      await work();
      setSaid(says);
      setDeleted(gone);
      setLogged(await arrivals());
      return true;
    } catch (error) {
      fail(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const save = (arrival: LoggedArrival, says: string) => run(() => log(arrival), says, null);
  return {
    ...{ logged, busy, said, problem, save },
    remove: (arrival, says) => run(() => remove(arrival.pupil), says, arrival),
    undo: deleted && (() => void save(deleted, 'Put back.')),
  };
}
