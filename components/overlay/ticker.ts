import { schoolTime, toMinute } from '../../rules/calendar/clock.ts';
import type { SessionTimes } from '../../rules/policy/policy.ts';
import type { Sitting } from './sitting.ts';

const NEAR_CLOSE_SECONDS = 150;
const NEAR_MS = 1_000;
const FAR_MS = 15_000;

/** Wakes the bar as often as its clock needs, and not at all while the page is hidden. */
export interface Ticker {
  /** One more tick, timed from the school's clock (`at`, milliseconds since 1970). */
  next(times: SessionTimes, sitting: Sitting, at: number): void;
  rest(): void;
}

/** A ticker that calls `onTick`; stops with `signal`. */
export function ticker(view: Window, signal: AbortSignal, onTick: () => void): Ticker {
  let timer = 0;
  const rest = () => {
    view.clearTimeout(timer);
    timer = 0;
  };
  signal.addEventListener('abort', rest);
  view.document.addEventListener(
    'visibilitychange',
    () => (view.document.visibilityState === 'visible' ? onTick() : rest()),
    { signal },
  );
  return {
    rest,
    next({ taken, closes }, { date }, at) {
      rest();
      // Where no close is known, the bar still changes when the register is taken.
      const turn = closes ?? taken;
      if (!turn || signal.aborted || view.document.visibilityState !== 'visible') return;
      const time = schoolTime(at);
      if (time.date !== date) return;
      const left = (toMinute(turn) - time.minute) * 60 - (Math.floor(at / 1000) % 60);
      const near = left > -90 && left < NEAR_CLOSE_SECONDS;
      timer = view.setTimeout(onTick, near ? NEAR_MS : FAR_MS);
    },
  };
}
