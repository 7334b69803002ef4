import { PRACTICE_DAY } from '../../components/practice/class.ts';

/** A clock that starts where it is set and runs on from there, always on the practice day. */
export interface TrainingClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** `HH:MM`. In November a clock in London shows UTC. */
  set(time: string): void;
}

/** A training clock set to `time`. */
export function trainingClock(time: string): TrainingClock {
  let shown = 0;
  let setAt = 0;
  const set = (next: string) => {
    shown = Date.parse(`${PRACTICE_DAY}T${next}:00Z`);
    setAt = performance.now();
  };
  set(time);
  return { set, now: () => shown + performance.now() - setAt };
}
