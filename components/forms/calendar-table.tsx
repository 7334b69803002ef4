import { type CalendarInput, schoolCalendar } from '../../rules/calendar/calendar.ts';
import { type IsoDate, toDay } from '../../rules/calendar/dates.ts';
import { dayName, longDate } from '../../rules/calendar/show.ts';

/** Terms and closures read back in order, with the number of school days and weeks they make. */
export function CalendarTable({ calendar }: { calendar: CalendarInput }) {
  const rows = [
    ...calendar.terms.map((term) => ({ ...term, what: 'School meets' })),
    ...calendar.closures.map(({ from, to, sessions, reason }) => ({
      from,
      to,
      what: `Closed${sessions === 'both' ? '' : ` (${sessions} only)`}${reason ? `: ${reason}` : ''}`,
    })),
  ].sort((a, b) => toDay(a.from) - toDay(b.from));
  if (rows.length === 0) return <p class="quiet">Terms and closures will be read back here.</p>;
  const { schoolDays, weeks } = schoolCalendar(calendar);
  return (
    <table>
      <caption>
        As read: {schoolDays.length} school days in {weeks.length} school weeks
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ from, to, what }) => (
          <tr key={`${from} ${to} ${what}`}>
            <td>{written(from)}</td>
            <td>{from === to ? 'the same day' : written(to)}</td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `Wed 3 September 2025`. */
function written(date: IsoDate): string {
  return `${dayName(date).slice(0, 3)} ${longDate(date)}`;
}
