import { useState } from 'preact/hooks';
import { type ClockTime, parseClockTime } from '../../rules/calendar/clock.ts';

/** Sets the clock of one tab for training, and puts it back. The tab's pages say so as long as it holds. */
export function TrainingClock(props: {
  /** What it was set to; null where the school's own clock holds. */
  time: ClockTime | null;
  onSet: (time: ClockTime | null) => void;
}) {
  const [typed, setTyped] = useState<string>(props.time ?? '');
  const time = parseClockTime(typed);
  return (
    <details class="training" open={props.time !== null}>
      <summary>Training clock</summary>
      <p class="note">
        Shows this tab’s register as at another time of today, under a banner that says so. Nothing you keep
        or record is noted meanwhile. It ends when the tab closes.
      </p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (time) props.onSet(time);
        }}
      >
        <input
          type="time"
          required
          aria-label="Time to show"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">Set</button>
        {props.time !== null && (
          <button type="button" onClick={() => props.onSet(null)}>
            Back to the school’s clock
          </button>
        )}
      </form>
    </details>
  );
}
