import { useRef, useState } from 'preact/hooks';
import type { CalendarInput } from '../../../rules/calendar/calendar.ts';

/** Term dates that are being changed and are not in force yet. */
export interface Draft {
  readonly now: CalendarInput;
  readonly changed: boolean;
  readonly canUndo: boolean;
  /** What was last done, in a sentence, for people who do not see the grid change. */
  readonly said: string;
  change(next: CalendarInput, said: string): void;
  undo(): void;
  /** Back to what is in force. */
  discard(): void;
}

interface Step {
  readonly calendar: CalendarInput;
  /** What led to it. */
  readonly said: string;
}

/** No term and no closure. */
export const NO_DATES: CalendarInput = { terms: [], closures: [] };
const MOST_STEPS = 200;

/** A draft of the saved calendar with its own undo; starts afresh when other dates come into force. */
export function useDraft(saved: CalendarInput | null): Draft {
  const inForce = JSON.stringify(saved ?? NO_DATES);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [said, setSaid] = useState('');
  const begun = useRef(inForce);
  const now = steps.at(-1)?.calendar ?? saved ?? NO_DATES;
  if (begun.current !== inForce) {
    begun.current = inForce;
    if (steps.length > 0) setSteps([]);
  }
  return {
    now,
    changed: JSON.stringify(now) !== inForce,
    canUndo: steps.length > 0,
    said,
    change(calendar, what) {
      setSteps([...steps, { calendar, said: what }].slice(-MOST_STEPS));
      setSaid(what);
    },
    undo() {
      const last = steps.at(-1);
      if (!last) return;
      setSteps(steps.slice(0, -1));
      setSaid(`Undone: ${last.said}`);
    },
    discard() {
      setSteps([]);
      setSaid('Your changes are gone. The dates are those in force.');
    },
  };
}
