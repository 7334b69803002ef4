import { useMemo, useRef, useState } from 'preact/hooks';
import type { CalendarInput } from '../../../rules/calendar/calendar.ts';
import { type Day, fromDay, mondayOf, SESSIONS, type Session } from '../../../rules/calendar/dates.ts';
import { statesOf } from '../../../rules/calendar/edit.ts';
import { shortDate } from '../../../rules/calendar/show.ts';
import { yearName } from '../../../rules/calendar/year.ts';
import { type AcademicYear, firstDay } from '../../../rules/strips/strips.ts';
import { Cell } from './week-cell.tsx';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const PER_WEEK = WEEKDAYS.length * SESSIONS.length;
const WEEKS_A_PAGE = 4;

/** A session of the grid, by its place: week by week, ten sessions each. */
type Place = number;

/**
 * One academic year, a row for each week and a morning and an afternoon for each weekday. A press or a click changes the
 * session in hand; arrow keys move, Home and End along the week, Page Up and Page Down by four weeks. Ctrl+Z undoes.
 */
export function WeekGrid(props: {
  calendar: CalendarInput;
  year: AcademicYear;
  onToggle: (day: Day, session: Session) => void;
  onUndo: () => void;
}) {
  const { calendar, year } = props;
  const stateOf = useMemo(() => statesOf(calendar), [calendar]);
  const first = mondayOf(firstDay(year));
  const weeks = Math.ceil((firstDay(year + 1) - first) / 7);
  const [at, setAt] = useState<Place>(0);
  const grid = useRef<HTMLTableElement>(null);

  const move = (to: Place) => {
    const place = Math.min(Math.max(to, 0), weeks * PER_WEEK - 1);
    setAt(place);
    grid.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'z' && (event.ctrlKey || event.metaKey)) props.onUndo();
    else {
      const to = moved(at, event, weeks);
      if (to === null) return;
      move(to);
    }
    event.preventDefault();
  };
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus (ARIA, grid pattern)
      role="grid"
      class="weeks"
      aria-label={`School sessions of ${yearName(year)}`}
      ref={grid}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col">Week of</th>
          {WEEKDAYS.map((name) => (
            <th scope="colgroup" colSpan={2} key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: weeks }, (_, week) => (
          <tr key={week}>
            <th scope="row">{shortDate(fromDay(first + week * 7))}</th>
            {Array.from({ length: PER_WEEK }, (_, i) => {
              const place = week * PER_WEEK + i;
              const day = first + week * 7 + Math.floor(i / 2);
              const session = SESSIONS[i % 2] as Session;
              return (
                <Cell
                  key={place}
                  place={place}
                  inHand={place === at}
                  date={fromDay(day)}
                  session={session}
                  state={stateOf(day, session)}
                  onPress={() => {
                    setAt(place);
                    props.onToggle(day, session);
                  }}
                  onFocus={() => setAt(place)}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where a key leads from `at`; null for a key that leads nowhere. */
function moved(at: Place, { key, ctrlKey }: KeyboardEvent, weeks: number): Place | null {
  const start = at - (at % PER_WEEK);
  switch (key) {
    case 'ArrowRight':
      return at + 1;
    case 'ArrowLeft':
      return at - 1;
    case 'ArrowDown':
      return at + PER_WEEK < weeks * PER_WEEK ? at + PER_WEEK : at;
    case 'ArrowUp':
      return at >= PER_WEEK ? at - PER_WEEK : at;
    case 'Home':
      return ctrlKey ? 0 : start;
    case 'End':
      return ctrlKey ? weeks * PER_WEEK - 1 : start + PER_WEEK - 1;
    case 'PageDown':
      return Math.min(at + WEEKS_A_PAGE * PER_WEEK, (weeks - 1) * PER_WEEK + (at % PER_WEEK));
    case 'PageUp':
      return Math.max(at - WEEKS_A_PAGE * PER_WEEK, at % PER_WEEK);
    default:
      return null;
  }
}
