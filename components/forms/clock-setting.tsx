import { useEffect, useId, useState } from 'preact/hooks';
import {
  describeOffset,
  MOST_OFFSET_MS,
  offsetFor,
  readOfficeClock,
  secondsInLondon,
  showSeconds,
} from './office-clock.ts';
import { SaveStatus, useSaving } from './saving.tsx';

/** Sets the office clock against this computer's. `now` gives milliseconds since 1970. */
export function ClockSetting(props: {
  offsetMs: number;
  now: () => number;
  onSave: (offsetMs: number) => Promise<unknown>;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useSaving();
  const now = useSecond(props.now);

  const save = (offsetMs: number) =>
    saving.run(() => props.onSave(offsetMs), `Saved: the office clock is ${describeOffset(offsetMs)}.`);
  const submit = async (event: Event) => {
    event.preventDefault();
    const read = offsetOf(typed, props.now());
    setProblem(read.problem);
    if (read.problem === null && (await save(read.offsetMs))) setTyped('');
  };

  return (
    <form onSubmit={submit} noValidate autocomplete="off">
      <dl class="clocks">
        <div>
          <dt>This computer</dt>
          <dd>
            <time>{showSeconds(secondsInLondon(now))}</time>
          </dd>
        </div>
        <div>
          <dt>School office</dt>
          <dd>
            <time>{showSeconds(secondsInLondon(now + props.offsetMs))}</time>
          </dd>
        </div>
      </dl>
      <p>
        The office clock is <strong>{describeOffset(props.offsetMs)}</strong>.
      </p>
      <label for={id}>What does the office clock show now?</label>
      <p class="hint" id={`${id}-hint`}>
        For example 9:20:30. Without seconds, press Set as the minute begins.
      </p>
      {problem && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <input
          id={id}
          class="short"
          type="text"
          autocomplete="off"
          value={typed}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-hint${problem ? ` ${id}-problem` : ''}`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="main">
          Set
        </button>
        {props.offsetMs !== 0 && (
          <button type="button" onClick={() => void save(0)}>
            Use this computer’s clock
          </button>
        )}
      </div>
      <SaveStatus state={saving.state} />
    </form>
  );
}

function offsetOf(typed: string, nowMs: number): { problem: string } | { problem: null; offsetMs: number } {
  const seconds = readOfficeClock(typed);
  if (seconds === null)
    return { problem: 'Type a time of day on the 24-hour clock, such as 9:20 or 13:05:30.' };
  const offsetMs = offsetFor(seconds, nowMs);
  if (Math.abs(offsetMs) > MOST_OFFSET_MS)
    return {
      problem: `That would be ${describeOffset(offsetMs)}. Check the hour; a clock more than an hour out is not used.`,
    };
  return { problem: null, offsetMs };
}

function useSecond(now: () => number): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1000);
    return () => clearInterval(timer);
  }, [now]);
  return time;
}
