import { schoolTime, showMinute } from '../../rules/calendar/clock.ts';
import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { longDate } from '../../rules/calendar/show.ts';
import { dayOf, howMany } from './kept.tsx';

/** Everything kept about one pupil, as far as it is shown. */
export interface PupilRecord {
  readonly made: number;
  readonly origin: string;
  readonly pupil: string;
  readonly name: string | null;
  readonly marks: readonly {
    readonly date: IsoDate;
    readonly session: Session;
    readonly code: string;
    readonly meaning: string;
    /** When a page was last seen to hold it, in milliseconds since 1970; null for an imported mark. */
    readonly seenAt: number | null;
  }[];
  readonly policy: string;
  readonly asOf: IsoDate;
  readonly counts: {
    readonly window: { readonly from: IsoDate | null };
    readonly unauthorised: { readonly total: number; readonly settled: number };
    readonly coverage: { readonly known: number; readonly expected: number };
    readonly attendance: {
      readonly attended: number;
      readonly possible: number;
      readonly from: IsoDate;
    };
  } | null;
  readonly log: readonly { readonly at: number; readonly kind: string }[];
  readonly imports: readonly { readonly at: number; readonly marks: number }[];
}

/** The record as a document to read and print. `notKept` says what is never kept of anybody, `saysOf` what an entry of the log means. */
export function PupilRecordView(props: {
  record: PupilRecord;
  siteName: string;
  notKept: readonly string[];
  entries: readonly { readonly at: number; readonly says: string }[];
}) {
  const { record, siteName, notKept, entries } = props;
  return (
    <article class="record" aria-labelledby="record-title">
      <h2 id="record-title">
        What Registerwise keeps about {record.name ?? 'pupil'}{' '}
        {record.name ? `(${record.pupil})` : record.pupil}
      </h2>
      <p>
        Put together on {moment(record.made)}. Kept on this one computer, for {siteName}. Names are{' '}
        {record.name === null ? 'not kept' : 'kept'}. The school’s own system holds the register itself; this
        is a copy of marks from it.
      </p>
      <h3>Counts now</h3>
      <Counts record={record} />
      <h3>Marks</h3>
      {record.marks.length === 0 ? (
        <p>None.</p>
      ) : (
        <table>
          <caption>{howMany(record.marks.length, 'session')} with a mark, oldest first</caption>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Session</th>
              <th scope="col">Code</th>
              <th scope="col">Meaning</th>
              <th scope="col">Where from</th>
            </tr>
          </thead>
          <tbody>
            {record.marks.map(({ date, session, code, meaning, seenAt }) => (
              <tr key={date + session}>
                <td>{longDate(date)}</td>
                <td>{session}</td>
                <td>{code}</td>
                <td>{meaning}</td>
                <td>{seenAt === null ? 'An import' : `Seen on the page, ${moment(seenAt)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>What was noted</h3>
      {entries.length === 0 ? (
        <p>Nothing.</p>
      ) : (
        <ul>
          {entries.map(({ at, says }, index) => (
            <li key={index}>
              {moment(at)}: {says}
            </li>
          ))}
        </ul>
      )}
      <h3>Imports of this site</h3>
      <p>
        {record.imports.length === 0
          ? 'None.'
          : `${record.imports.map(({ at }) => dayOf(at)).join(', ')}. Which of them brought a mark is not kept.`}
      </p>
      <h3>What is not kept</h3>
      <ul>
        {notKept.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </article>
  );
}

function Counts({ record }: { record: PupilRecord }) {
  const { counts, asOf, policy } = record;
  if (!counts) return <p>Not counted: no term dates are set.</p>;
  const { unauthorised, coverage, window, attendance } = counts;
  const least = coverage.known < coverage.expected ? 'At least ' : '';
  return (
    <p>
      {least}
      {howMany(unauthorised.total, 'unauthorised session')} of the last ten school weeks
      {window.from && `, from ${longDate(window.from)} to ${longDate(asOf)}`}; {unauthorised.settled} settled.{' '}
      {howMany(coverage.known, 'session')} of {coverage.expected} have a mark. Attended {attendance.attended}{' '}
      of {howMany(attendance.possible, 'possible session')} with a mark since {longDate(attendance.from)}.
      Counted by {policy}.
    </p>
  );
}

/** The marks as rows of a table, the headings first: one row each. */
export function recordRows({ marks }: PupilRecord): readonly (readonly string[])[] {
  const rows = marks.map(({ date, session, code, meaning, seenAt }) => [
    ...[date, session, code, meaning],
    ...(seenAt === null ? ['import', ''] : ['page', moment(seenAt)]),
  ]);
  return [['date', 'session', 'code', 'meaning', 'from', 'seen'], ...rows];
}

function moment(at: number): string {
  const { date, minute } = schoolTime(at);
  return `${longDate(date)}, ${showMinute(minute)}`;
}
