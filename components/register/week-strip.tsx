import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS, type Session, toDay } from '../../rules/calendar/dates.ts';
import { shortDate, shortDay } from '../../rules/calendar/show.ts';
import { isUnauthorised } from '../../rules/codes/codes.ts';
import type { History } from '../../rules/history/history.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** The weeks of the count, a row each, two cells a day. Counted sessions are discs, hollow while not settled; no session is hatched. */
export function WeekStrip(props: {
  told: History;
  calendar: SchoolCalendar;
  marks: readonly { readonly date: IsoDate; readonly session: Session; readonly code: string }[];
  here: { readonly date: IsoDate; readonly session: Session };
}) {
  const { told, calendar, here } = props;
  const codes = new Map(props.marks.map(({ date, session, code }) => [date + session, code]));
  return (
    <table class="strip">
      <caption class="vh">The weeks counted, session by session</caption>
      <thead>
        <tr>
          <td />
          {DAYS.map((day) => (
            <th key={day} scope="colgroup" colSpan={2}>
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {told.window.weeks.map((monday) => (
          <tr key={monday}>
            <th scope="row">{shortDate(monday)}</th>
            {DAYS.flatMap((_, offset) => {
              const day = toDay(monday) + offset;
              const date = fromDay(day);
              return SESSIONS.map((session) => {
                const code = codes.get(date + session);
                const kind = cellKind(calendar.meets(day, session), date > here.date, code);
                const now = date === here.date && session === here.session ? ' now' : '';
                return (
                  <td
                    key={session}
                    class={`${kind}${now}`}
                    title={`${shortDay(date)}, ${session}: ${WORDS[kind]}`}
                  >
                    {kind === 'closed' || kind === 'ahead' ? '' : (code ?? '·')}
                    <span class="vh">
                      {kind === 'counted' || kind === 'unsettled' ? ` ${WORDS[kind]}` : ''}
                    </span>
                  </td>
                );
              });
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const WORDS = {
  closed: 'no session',
  ahead: 'still to come',
  unseen: 'no mark known',
  counted: 'unauthorised, counted',
  unsettled: 'counted, not settled',
  other: 'not counted',
} as const;

function cellKind(meets: boolean, ahead: boolean, code: string | undefined): keyof typeof WORDS {
  if (!meets) return 'closed';
  if (ahead) return 'ahead';
  if (code === undefined) return 'unseen';
  if (code === 'N') return 'unsettled';
  return isUnauthorised(code) ? 'counted' : 'other';
}
