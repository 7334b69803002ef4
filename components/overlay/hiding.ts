import type { Hiding } from './port.ts';

/** Counts that hide by themselves. */
export interface HidesItself {
  /** The rule in force. */
  rule(hiding: Hiding): void;
  /** A count was shown, or looked at: the time begins anew. */
  shown(): void;
  /** None is shown any more. */
  rest(): void;
}

/** What is done when counts hide by themselves. */
export interface HidingActions {
  readonly onHide: () => void;
  /** The page fills the screen, or is being printed; or no longer. */
  readonly onCover: (covered: boolean) => void;
}

/** Nothing hides by itself but what is presented or printed. */
export const NEVER: Hiding = { afterMs: null, onLeave: false };

/**
 * Hides counts some time after they were shown and when the tab is left, as the rule says, and while the page fills the
 * screen or is printed, whatever it says. No browser tells a page that its screen is being shared or recorded (W3C, Capture
 * Handle: the captured side is told nothing), so that is not among them. Stops with `signal`.
 */
export function hidesItself(view: Window, signal: AbortSignal, act: HidingActions): HidesItself {
  const { document } = view;
  let { afterMs, onLeave } = NEVER;
  let timer = 0;
  let printing = false;
  /** The media query tells of a window made full by the browser's own key, and of a frame whose page was. */
  const full = view.matchMedia('(display-mode: fullscreen)');
  const print = view.matchMedia('print');
  const cover = () =>
    act.onCover(printing || print.matches || full.matches || document.fullscreenElement !== null);
  const rest = () => {
    view.clearTimeout(timer);
    timer = 0;
  };
  const onPrint = (now: boolean) => () => {
    printing = now;
    cover();
  };
  const listen = { signal };
  document.addEventListener('fullscreenchange', cover, listen);
  full.addEventListener('change', cover, listen);
  print.addEventListener('change', cover, listen);
  view.addEventListener('beforeprint', onPrint(true), listen);
  view.addEventListener('afterprint', onPrint(false), listen);
  document.addEventListener(
    'visibilitychange',
    () => {
      if (onLeave && document.visibilityState === 'hidden') act.onHide();
    },
    listen,
  );
  signal.addEventListener('abort', rest);
  return {
    rest,
    rule(hiding) {
      ({ afterMs, onLeave } = hiding);
      cover();
    },
    shown() {
      rest();
      if (afterMs !== null && !signal.aborted) timer = view.setTimeout(act.onHide, afterMs);
    },
  };
}
