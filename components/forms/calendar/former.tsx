import type { CalendarInput } from '../../../rules/calendar/calendar.ts';
import { summariseYears, yearName } from '../../../rules/calendar/year.ts';
import { momentOf } from '../kept.tsx';
import type { CalendarSource } from './sources.ts';
import { SOURCE_NAMES } from './sources.ts';

/** Term dates that were in force until `at` (milliseconds since 1970). */
export interface Former {
  readonly at: number;
  readonly calendar: CalendarInput | null;
  readonly source: CalendarSource | null;
}

/** The term dates that were in force before, each of which can be put in force again. */
export function FormerCalendars(props: { former: readonly Former[]; onRestore: (at: number) => void }) {
  if (props.former.length === 0) return null;
  return (
    <details>
      <summary>Earlier term dates ({props.former.length})</summary>
      <ul class="sites">
        {props.former.map(({ at, calendar, source }) => (
          <li key={at}>
            <span class="origin">
              Until {momentOf(at)}
              <span class="says">{whatOf(calendar, source)}</span>
            </span>
            <button
              type="button"
              aria-label={`Restore the dates in force until ${momentOf(at)}`}
              onClick={() => props.onRestore(at)}
            >
              Restore
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function whatOf(calendar: CalendarInput | null, source: CalendarSource | null): string {
  if (!calendar) return 'None';
  const years = summariseYears(calendar).map(({ year, days }) => `${yearName(year)}, ${days} days`);
  return `${years.join('; ') || 'No term'} (${SOURCE_NAMES[source ?? 'list']})`;
}
