import { useRef, useState } from 'preact/hooks';
import type { CalendarInput } from '../../../rules/calendar/calendar.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { closeBankHolidays } from '../../../rules/calendar/edit.ts';
import type { InferredCalendar } from '../../../rules/calendar/inferred.ts';
import { SaveStatus, useSaving } from '../saving.tsx';
import { NO_DATES, useDraft } from './draft.ts';
import { type Former, FormerCalendars } from './former.tsx';
import { FromMarks } from './from-marks.tsx';
import { GridSection } from './grid-section.tsx';
import { type DatesRead, ReadDates } from './read-dates.tsx';
import { Recount, type RecountProgress } from './recount.tsx';
import { type CalendarSource, SOURCE_NAMES } from './sources.ts';
import { YearSummary } from './year-summary.tsx';

/** What the editor asks of the world around it; each that saves rejects with one plain sentence. */
export interface CalendarDoor {
  readText(text: string): DatesRead;
  readFile(file: File): Promise<DatesRead>;
  fromMarks(): Promise<InferredCalendar | null>;
  save(calendar: CalendarInput, source: CalendarSource): Promise<unknown>;
  restore(at: number): Promise<unknown>;
  recount(): Promise<RecountProgress | null>;
  download(calendar: CalendarInput, as: 'ics' | 'json'): Promise<unknown>;
}

/** Term dates: taken in from a list or a file, changed in a grid, looked over, and put in force. */
export function CalendarEditor(props: {
  calendar: CalendarInput | null;
  source: CalendarSource | null;
  former: readonly Former[];
  today: IsoDate;
  schoolWeeks: number;
  door: CalendarDoor;
}) {
  const { calendar, door, former, today } = props;
  const draft = useDraft(calendar);
  const [from, setFrom] = useState<CalendarSource>('grid');
  const [saves, setSaves] = useState(0);
  const saving = useSaving();
  const figures = useRef<HTMLHeadingElement>(null);
  const put = async (work: () => Promise<unknown>, said: string) => {
    if (await saving.run(work, said)) setSaves(saves + 1);
  };
  const save = (now: CalendarInput, source: CalendarSource) =>
    put(() => door.save(now, source), 'Saved: these term dates are in force.');
  const restore = (at: number) => put(() => door.restore(at), 'The earlier term dates are in force again.');
  const why = whyNot(draft.changed, draft.now);

  return (
    <div class="calendar">
      <p class={props.source === 'marks' ? 'note odd' : 'note'}>{standing(calendar, props.source)}</p>
      <h3>Take in dates</h3>
      <ReadDates
        // Given dates take the place of all that was worked out: what is left of it would pass for given.
        now={props.source === 'marks' && !draft.changed ? NO_DATES : draft.now}
        readText={door.readText}
        readFile={door.readFile}
        onUse={(next, source, said) => {
          setFrom(source);
          saving.clear();
          draft.change(next, said);
          // The button that was pressed is gone.
          figures.current?.focus();
        }}
      />
      {(calendar === null || props.source === 'marks') && !draft.changed && (
        <FromMarks load={door.fromMarks} onUse={(inferred) => save(inferred.calendar, 'marks')} />
      )}
      <h3 tabIndex={-1} ref={figures}>
        Year by year
      </h3>
      <YearSummary
        calendar={draft.now}
        today={today}
        schoolWeeks={props.schoolWeeks}
        onCloseBankHolidays={() => draft.change(closeBankHolidays(draft.now), 'Closed on bank holidays.')}
      />
      <details open={draft.now.terms.length > 0}>
        <summary>Day by day</summary>
        <GridSection draft={draft} today={today} />
      </details>
      <div class="row">
        <button type="button" class="main" disabled={why !== null} onClick={() => save(draft.now, from)}>
          Save term dates
        </button>
        {draft.changed && (
          <button type="button" onClick={draft.discard}>
            Discard changes
          </button>
        )}
        <span class="hint">{why ?? 'These dates are not in force yet.'}</span>
      </div>
      <SaveStatus state={saving.state} />
      <Recount round={saves} ask={door.recount} />
      {saves > 0 && former[0] && saving.state.kind === 'saved' && (
        <button type="button" onClick={() => former[0] && restore(former[0].at)}>
          Undo: put the earlier dates back in force
        </button>
      )}
      <FormerCalendars former={former} onRestore={restore} />
      {draft.now.terms.length > 0 && (
        <div class="row">
          <button type="button" onClick={() => door.download(draft.now, 'ics')}>
            Export as calendar file (.ics)
          </button>
          <button type="button" onClick={() => door.download(draft.now, 'json')}>
            Export as JSON
          </button>
        </div>
      )}
    </div>
  );
}

function standing(calendar: CalendarInput | null, source: CalendarSource | null): string {
  if (!calendar) return 'No term dates yet: until there are, nothing can be counted.';
  if (source === 'marks')
    return 'The dates in force are worked out from marks, not given. Counts made with them say so. Give the school’s own dates when you have them. Dates changed and saved here are taken as the school’s own.';
  return `The dates in force were ${SOURCE_NAMES[source ?? 'list']}.`;
}

function whyNot(changed: boolean, { terms, closures }: CalendarInput): string | null {
  if (!changed) return 'Nothing has changed.';
  if (terms.length === 0)
    return closures.length > 0 ? 'There are closures but no term yet.' : 'There is no term yet.';
  return null;
}
