import { schoolTime } from '../../rules/calendar/clock.ts';
import { policyInForce } from '../../store/policies.ts';
import type { RecountState, Settings } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { recomputeSummaries } from '../../store/summaries.ts';

let state: RecountState | null = null;
let current: AbortController | null = null;

/** How far the recount is; null when none is going on. */
export function recountState(): RecountState | null {
  return state;
}

/**
 * Begins to count every pupil anew after a change of term dates, in place of a recount that still goes on. This is the one
 * place that calls the store for it. Nothing waits for it: a count asked for meanwhile is made at once.
 */
export function beginRecount(database: Database, { calendar, policyId, clockOffsetMs }: Settings): void {
  current?.abort();
  const control = new AbortController();
  current = control;
  state = calendar && { done: 0, of: 1 };
  const { date: today } = schoolTime(Date.now() + clockOffsetMs);
  const onProgress = (now: RecountState) => {
    if (!control.signal.aborted) state = now;
  };
  void policyInForce(database, policyId)
    .then((policy) =>
      recomputeSummaries(database, null, { calendar, policy, today }, onProgress, control.signal),
    )
    // What was not counted is counted when a register asks.
    .catch(() => undefined)
    .finally(() => {
      if (current === control) state = null;
    });
}
