import { type CalendarInput, schoolCalendar } from '../../rules/calendar/calendar.ts';
import { type IsoDate, toDay } from '../../rules/calendar/dates.ts';

const written = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date as people write it: `Wed 3 September 2025`. */
export function showDate(date: IsoDate): string {
  return written.format(toDay(date) * 86_400_000).replace(',', '');
}

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
            <td>{showDate(from)}</td>
            <td>{from === to ? 'the same day' : showDate(to)}</td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
