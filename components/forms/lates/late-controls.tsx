import { type IsoDate, parseIsoDate } from '../../../rules/calendar/dates.ts';
import type { LateChoice, LateOrder } from './late-rows.ts';

const SESSIONS = { both: 'Both sessions', AM: 'Morning', PM: 'Afternoon' } as const;
const ORDERS: Readonly<Record<LateOrder, string>> = {
  arrival: 'Time of arrival',
  name: 'Name',
  minutes: 'Minutes late, most first',
};

/** Which day, which session, in which order. */
export function LateControls(props: {
  date: IsoDate;
  choice: LateChoice;
  onDate: (date: IsoDate) => void;
  onChoice: (choice: LateChoice) => void;
}) {
  const { date, choice, onChoice } = props;
  return (
    <div class="choices screen">
      <label>
        Day
        <input
          type="date"
          value={date}
          onChange={(event) => {
            const day = parseIsoDate(event.currentTarget.value);
            if (day) props.onDate(day);
          }}
        />
      </label>
      <label>
        Session
        <select
          value={choice.session ?? 'both'}
          onChange={({ currentTarget: { value } }) =>
            onChoice({ ...choice, session: value === 'AM' || value === 'PM' ? value : null })
          }
        >
          {Object.entries(SESSIONS).map(([value, says]) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </label>
      <label>
        In order of
        <select
          value={choice.order}
          onChange={({ currentTarget: { value } }) => {
            const order = (Object.keys(ORDERS) as LateOrder[]).find((one) => one === value);
            if (order) onChoice({ ...choice, order });
          }}
        >
          {Object.entries(ORDERS).map(([value, says]) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
