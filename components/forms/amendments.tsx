import { howMany } from './kept.tsx';

/** How many changes to marks of earlier sessions are noted here, and a way to take them out as a CSV file. */
export function Amendments(props: {
  count: number;
  /** There are more, which cannot be read. */
  unreadable: boolean;
  onSave: () => void;
}) {
  return (
    <div class="amendments">
      <h3>Changes to earlier marks</h3>
      {props.count === 0 ? (
        <p class="note">No change to an earlier session’s mark has been noted on this device.</p>
      ) : (
        <p>
          {howMany(props.count, 'change')} noted, each with the original and the amended mark, the reason, the
          date, and the name and role of who made it.
        </p>
      )}
      {props.unreadable && (
        <p class="note problem">Part of what is noted cannot be read, and is not in the file.</p>
      )}
      {props.count > 0 && (
        <button type="button" onClick={props.onSave}>
          Save as CSV
        </button>
      )}
    </div>
  );
}
