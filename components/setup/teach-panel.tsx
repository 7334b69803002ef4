import { useEffect, useRef } from 'preact/hooks';
import { trusted } from '../overlay/trusted.ts';
import { Problem, Sheet } from './panel.tsx';
import type { Direction } from './pointing.ts';

/** One thing to be pointed at. */
export interface PointStep {
  /** One sentence: `Point at one pupil’s name.` */
  readonly ask: string;
  /** Why what was pointed at before would not do; null when it was not. */
  readonly problem: string | null;
  /** What is under the pointer, as the page shows it; null when nothing of use is. */
  readonly over: string | null;
  /** What a button says with which the step is left out; null where it cannot be. */
  readonly skip: string | null;
  readonly canGoBack: boolean;
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
};

/** Asks somebody to point at one thing, with the mouse, a finger or the arrow keys. */
export function TeachPanel(props: {
  step: PointStep;
  onMove: (direction: Direction) => void;
  onPick: () => void;
  onSkip: () => void;
  onBack: () => void;
}) {
  const { ask, problem, over, skip, canGoBack } = props.step;
  const picker = useRef<HTMLButtonElement>(null);
  useEffect(() => picker.current?.focus(), [ask]);
  const onKey = (event: KeyboardEvent) => {
    const direction = KEYS[event.key];
    if (!direction || !event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    props.onMove(direction);
  };
  return (
    <Sheet
      foot={
        <div class="acts">
          {canGoBack && (
            <button type="button" class="quiet" onClick={trusted(props.onBack)}>
              Back
            </button>
          )}
          {skip && (
            <button type="button" class="quiet" onClick={trusted(props.onSkip)}>
              {skip}
            </button>
          )}
        </div>
      }
    >
      <p class="ask" id="ask">
        {ask}
      </p>
      <Problem>{problem}</Problem>
      <button
        ref={picker}
        type="button"
        class="picker"
        aria-describedby="ask keys"
        onKeyDown={onKey}
        onClick={trusted(props.onPick)}
      >
        <span class="vh">Chosen on the page: </span>
        <span aria-live="polite">{over ?? 'Nothing yet'}</span>
      </button>
      <p class="soft" id="keys">
        Click it on the page. Or use the arrow keys here, then Enter. Nothing on the page is changed.
      </p>
    </Sheet>
  );
}
