import { useId, useState } from 'preact/hooks';
import { type Day, fromDay, type IsoDate, type Session } from '../../../rules/calendar/dates.ts';
import { closeSessions, openSessions, statesOf } from '../../../rules/calendar/edit.ts';
import { longDay } from '../../../rules/calendar/show.ts';
import { yearName, yearsIn } from '../../../rules/calendar/year.ts';
import { type AcademicYear, yearOf } from '../../../rules/strips/strips.ts';
import type { Draft } from './draft.ts';
import { WeekGrid } from './week-grid.tsx';

const REASONS = ['INSET', 'Bank holiday', 'Polling station', 'Closed'] as const;
const LONGEST_REASON = 60;

/** The grid of one academic year, with what a press in it does. */
export function GridSection({ draft, today }: { draft: Draft; today: IsoDate }) {
  const id = useId();
  const [year, setYear] = useState<AcademicYear>(() => yearToShow(draft, today));
  const [whole, setWhole] = useState(true);
  const [reason, setReason] = useState<string>(REASONS[0]);
  const [group, setGroup] = useState('');
  const years = [...new Set([...yearsIn(draft.now), yearOf(today), yearOf(today) + 1, year])].sort(
    (a, b) => a - b,
  );

  const toggle = (day: Day, session: Session) => {
    const date = fromDay(day);
    const state = statesOf(draft.now)(day, session);
    const sessions = whole ? 'both' : session;
    const when = `${longDay(date)} ${date.slice(0, 4)}${whole ? '' : session === 'AM' ? ', morning' : ', afternoon'}`;
    const yearGroups = group === '' ? undefined : [Number(group)];
    if (state.kind !== 'open' || (yearGroups && state.closedFor.includes(Number(group))))
      draft.change(openSessions(draft.now, date, sessions), `${when}: open.`);
    else {
      const why = reason.trim();
      const whom = yearGroups ? ` for ${group === '0' ? 'Reception' : `Year ${group}`}` : '';
      draft.change(
        closeSessions(draft.now, date, sessions, { reason: why || undefined, yearGroups }),
        `${when}: closed${whom}${why ? `, ${why}` : ''}.`,
      );
    }
  };

  return (
    <>
      <div class="mapping">
        <div>
          <label for={`${id}-year`}>Academic year</label>
          <select
            id={`${id}-year`}
            value={String(year)}
            onChange={({ currentTarget }) => setYear(Number(currentTarget.value))}
          >
            {years.map((each) => (
              <option key={each} value={String(each)}>
                {yearName(each)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for={`${id}-part`}>A press changes</label>
          <select
            id={`${id}-part`}
            value={whole ? 'day' : 'half'}
            onChange={({ currentTarget }) => setWhole(currentTarget.value === 'day')}
          >
            <option value="day">The whole day</option>
            <option value="half">Morning or afternoon</option>
          </select>
        </div>
        <div>
          <label for={`${id}-reason`}>Reason for closing</label>
          <input
            id={`${id}-reason`}
            type="text"
            list={`${id}-reasons`}
            maxLength={LONGEST_REASON}
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <datalist id={`${id}-reasons`}>
            {REASONS.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </div>
        <div>
          <label for={`${id}-group`}>Closed for</label>
          <select
            id={`${id}-group`}
            value={group}
            onChange={({ currentTarget }) => setGroup(currentTarget.value)}
          >
            <option value="">Everybody</option>
            {Array.from({ length: 14 }, (_, each) => (
              <option key={each} value={String(each)}>
                {each === 0 ? 'Reception only' : `Year ${each} only`}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p class="hint" id={`${id}-how`}>
        Each day has a morning and an afternoon. Click one, or move with the arrow keys and press Space, to
        close or open it. Ctrl+Z undoes.
      </p>
      <WeekGrid calendar={draft.now} year={year} onToggle={toggle} onUndo={draft.undo} />
      <ul class="key" aria-label="Key">
        <li data-state="open">Open</li>
        <li data-state="closed">Closed</li>
        <li data-state="some">Closed for some years</li>
        <li data-state="outside">No term</li>
      </ul>
      <div class="row">
        <button type="button" disabled={!draft.canUndo} onClick={draft.undo}>
          Undo last change
        </button>
        <span role="status" class="hint">
          {draft.said}
        </span>
      </div>
    </>
  );
}

/** This year where there are dates of it, else the latest there are, else this year. */
function yearToShow({ now }: Draft, today: IsoDate): AcademicYear {
  const years = yearsIn(now);
  const current = yearOf(today);
  return years.includes(current) ? current : (years.at(-1) ?? current);
}
