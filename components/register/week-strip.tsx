import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS, type Session, toDay } from '../../rules/calendar/dates.ts';
import { shortDate, shortDay } from '../../rules/calendar/show.ts';
import { readCode } from '../../rules/codes/codes.ts';
import type { History } from '../../rules/history/history.ts';
import type { WrittenMark } from './why-told.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

interface Strip {
  readonly told: History;
  readonly calendar: SchoolCalendar;
  readonly marks: readonly WrittenMark[];
  /** The session on the screen. */
  readonly here: { readonly date: IsoDate; readonly session: Session };
}

/**
 * The weeks of the count as a paper register has them, a row each, two cells a day. Counted sessions are discs, hollow while not
 * settled; where there is no session the cell is hatched. The weeks stand in two halves, one under the other where it is narrow.
 */
export function WeekStrip(strip: Strip) {
  const { weeks } = strip.told.window;
  const half = weeks.length > 5 ? Math.ceil(weeks.length / 2) : weeks.length;
  const cells = cellsOf(strip);
  const kinds = new Set([...cells.values()].map(({ kind }) => kind));
  return (
    <>
      <div class="strips">
        {[weeks.slice(0, half), weeks.slice(half)]
          .filter((part) => part.length > 0)
          .map((part, at) => (
            <Half key={part[0]} weeks={part} first={at * half + 1} cells={cells} />
          ))}
      </div>
      <Key kinds={kinds} />
    </>
  );
}

function Half(props: { weeks: readonly IsoDate[]; first: number; cells: ReadonlyMap<string, Cell> }) {
  const { weeks, first, cells } = props;
  return (
    <table class="strip">
      <caption class="vh">
        Weeks {first} to {first + weeks.length - 1} of the count, session by session
      </caption>
      <colgroup>
        <col class="week" />
        <col span={DAYS.length * SESSIONS.length} />
      </colgroup>
      <thead>
        <tr>
          <td rowSpan={2} />
          {DAYS.map((day) => (
            <th key={day} scope="colgroup" colSpan={2}>
              {day}
            </th>
          ))}
        </tr>
        <tr class="halves">
          {DAYS.flatMap((day) =>
            SESSIONS.map((session) => (
              <th key={day + session} scope="col">
                {session}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {weeks.map((monday) => (
          <tr key={monday}>
            <th scope="row">{shortDate(monday)}</th>
            {DAYS.flatMap((_, offset) => {
              const date = fromDay(toDay(monday) + offset);
              return SESSIONS.map((session) => {
                const { kind, shown, now } = cells.get(date + session) ?? NONE;
                const says = `${WORDS[kind]}${now ? ', this session' : ''}`;
                return (
                  <td
                    key={date + session}
                    class={`${kind}${now ? ' now' : ''}`}
                    title={`${shortDay(date)}, ${session}: ${shown ? `${shown}, ` : ''}${says}`}
                  >
                    <span>{shown}</span>
                    {(kind !== 'other' || now) && <span class="vh"> {says}</span>}
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
  ahead: 'not marked yet',
  unseen: 'no mark known',
  counted: 'unauthorised, counted',
  unsettled: 'counted, not settled',
  other: 'not counted',
} as const;

/** In the order in which the key gives them; the rest needs none. */
const KEY = { counted: 'O', unsettled: 'N', closed: '', unseen: '·' } as const;

/** What the shapes mean, of those that are there. A reader of the screen is told in each cell. */
function Key({ kinds }: { kinds: ReadonlySet<Cell['kind']> }) {
  return (
    <p class="key" aria-hidden="true">
      {(Object.keys(KEY) as (keyof typeof KEY)[])
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <span key={kind}>
            <i class={kind}>{KEY[kind]}</i> {WORDS[kind]}
          </span>
        ))}
      <span>
        <i class="now" /> this session
      </span>
    </p>
  );
}

interface Cell {
  readonly kind: keyof typeof WORDS;
  /** The letters in it. */
  readonly shown: string;
  readonly now: boolean;
}
const NONE: Cell = { kind: 'closed', shown: '', now: false };

/** Longer than any code: a word of the page’s, which the cell has no room for. */
const LONGEST_SHOWN = 2;

/** Every cell, by date and session. What is counted is what the history counted, so that the discs add up to its total. */
function cellsOf({ told, calendar, marks, here }: Strip): ReadonlyMap<string, Cell> {
  const codes = new Map(marks.map(({ date, session, code }) => [date + session, code]));
  const counted = new Map(
    told.unauthorised.sessions.map(({ date, session, code }) => [date + session, code]),
  );
  const cells = new Map<string, Cell>();
  for (const monday of told.window.weeks)
    for (let day = toDay(monday); day < toDay(monday) + DAYS.length; day++)
      for (const session of SESSIONS) {
        const date = fromDay(day);
        const key = date + session;
        const now = date === here.date && session === here.session;
        const code = codes.get(key);
        const kind = kindOf({
          counted: counted.get(key),
          meets: calendar.meets(day, session),
          isAhead: date > here.date || (date === here.date && (session === 'PM' || here.session === session)),
          isKnown: code !== undefined,
          isRead: code !== undefined && readCode(code, date).kind === 'code',
        });
        cells.set(key, { kind, shown: shownOf(kind, code), now });
      }
  return cells;
}

function kindOf(cell: {
  readonly counted: string | undefined;
  readonly meets: boolean;
  /** The session on the screen, or one after it. */
  readonly isAhead: boolean;
  readonly isKnown: boolean;
  readonly isRead: boolean;
}): Cell['kind'] {
  if (cell.counted !== undefined) return cell.counted === 'N' ? 'unsettled' : 'counted';
  if (!cell.meets) return 'closed';
  if (cell.isRead) return 'other';
  return cell.isAhead && !cell.isKnown ? 'ahead' : 'unseen';
}

function shownOf(kind: Cell['kind'], code: string | undefined): string {
  if (kind === 'closed' || kind === 'ahead') return '';
  if (code === undefined) return '·';
  return code.length > LONGEST_SHOWN ? '?' : code;
}
