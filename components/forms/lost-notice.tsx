import { schoolTime } from '../../rules/calendar/clock.ts';
import { longDate } from '../../rules/calendar/show.ts';

/** Says that the browser lost what was kept, and what to do; `at` is when that was found, in milliseconds since 1970. */
export function LostNotice({ at, onRead }: { at: number; onRead: () => void }) {
  return (
    <div class="note problem" role="alert">
      <h2>What Registerwise kept here is gone</h2>
      <p>
        On {longDate(schoolTime(at).date)} the browser began an empty store in place of the one there was.
        That can happen when a computer stops suddenly. Your school’s own system is not touched.
      </p>
      <p>
        Put a backup in place under “What is kept”, or choose your policy and term dates again and import
        marks again. Until then counts are of fewer sessions, and say so.
      </p>
      <button type="button" onClick={onRead}>
        I have read this
      </button>
    </div>
  );
}
