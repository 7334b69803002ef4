import type { CalendarInput } from '../../../rules/calendar/calendar.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { odditiesOf } from '../../../rules/calendar/oddities.ts';
import { DAYS_OF_PUPILS, DAYS_OF_TEACHERS, summariseYears, yearName } from '../../../rules/calendar/year.ts';
import { howMany } from '../kept.tsx';

/** Each academic year in figures, and whatever about the calendar should be looked at. */
export function YearSummary(props: {
  calendar: CalendarInput;
  today: IsoDate;
  /** School weeks that a count goes back. */
  schoolWeeks: number;
  onCloseBankHolidays: () => void;
}) {
  const { calendar, today, schoolWeeks } = props;
  const years = summariseYears(calendar);
  if (years.length === 0) return <p class="quiet">There is no term yet.</p>;
  const oddities = odditiesOf(calendar, today, schoolWeeks);
  const holidays = oddities.filter(({ kind }) => kind === 'bank-holiday');
  return (
    <>
      <table class="years">
        <caption>
          A school year has about {DAYS_OF_PUPILS} days for pupils and 5 INSET days: {DAYS_OF_TEACHERS} in
          all.
        </caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Weeks</th>
            <th scope="col">Days</th>
            <th scope="col">INSET days</th>
            <th scope="col">In all</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, weeks, days, insetDays }) => (
            <tr key={year}>
              <th scope="row">{yearName(year)}</th>
              <td>{weeks}</td>
              <td>{days}</td>
              <td>{insetDays}</td>
              <td>{days + insetDays}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {oddities.length > 0 && (
        <div class="note odd">
          <h3>{howMany(oddities.length, 'thing')} to look at</h3>
          <ul>
            {oddities.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {holidays.length > 0 && (
            <button type="button" onClick={props.onCloseBankHolidays}>
              Close on {howMany(holidays.length, 'bank holiday')}
            </button>
          )}
        </div>
      )}
    </>
  );
}
