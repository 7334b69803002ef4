import { showMinute } from '../../rules/calendar/clock.ts';
import type { LoggedArrival } from '../overlay/port.ts';
import { trusted } from '../overlay/trusted.ts';
import { CopyLine } from './copy-line.tsx';

/** What is logged of this register, each with its line; each can be corrected or deleted. */
export function LoggedList(props: {
  logged: readonly LoggedArrival[];
  nameOf: (pupil: string) => string;
  lineOf: (arrival: LoggedArrival) => string;
  onCorrect: (arrival: LoggedArrival) => void;
  onDelete: (arrival: LoggedArrival) => void;
}) {
  if (props.logged.length === 0) return null;
  return (
    <>
      <h3>Logged for this register</h3>
      <ul class="logged">
        {props.logged.map((arrival) => {
          const name = props.nameOf(arrival.pupil);
          return (
            <li key={arrival.pupil}>
              <p class="who">
                <b>{name}</b> {showMinute(arrival.arrived)}
                <button
                  type="button"
                  class="link"
                  aria-label={`Correct ${name}`}
                  onClick={trusted(() => props.onCorrect(arrival))}
                >
                  Correct
                </button>
                <button
                  type="button"
                  class="link"
                  aria-label={`Delete ${name}`}
                  onClick={trusted(() => props.onDelete(arrival))}
                >
                  Delete
                </button>
              </p>
              <CopyLine line={props.lineOf(arrival)} of={name} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
