import { useId, useMemo, useState } from 'preact/hooks';
import type { CalendarInput } from '../../rules/calendar/calendar.ts';
import { CalendarTable } from './calendar-table.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

/** Term dates as read from typed text: what could be read, and every line that could not, with why. */
export interface TermDatesRead {
  readonly calendar: CalendarInput;
  /** `reason` is plain words, without a full stop. */
  readonly problems: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
}

const EXAMPLE =
  '3 September 2025 to 24 October 2025\n3 November 2025 to 19 December 2025\nINSET 28 November 2025';

/** Term dates typed or pasted, read back as they will be used. Nothing is saved while a line cannot be read. */
export function TermDates(props: {
  calendar: CalendarInput | null;
  read: (text: string) => TermDatesRead;
  show: (calendar: CalendarInput) => string;
  onSave: (calendar: CalendarInput) => Promise<unknown>;
}) {
  const id = useId();
  const [text, setText] = useState(() => (props.calendar ? props.show(props.calendar) : ''));
  const { calendar, problems } = useMemo(() => props.read(text), [props.read, text]);
  const saving = useSaving();
  const why = whyNot(text, calendar, problems.length);

  const submit = (event: Event) => {
    event.preventDefault();
    if (why === null)
      void saving.run(() => props.onSave(calendar), 'Saved: the term dates below are in force.');
  };

  return (
    <form onSubmit={submit} autocomplete="off">
      <label for={id}>Terms and closures, one on each line</label>
      <p class="hint" id={`${id}-hint`}>
        Type or paste them from the school’s website. Half terms split a term in two; INSET days, bank
        holidays and other closures have a line each.
      </p>
      <textarea
        id={id}
        rows={9}
        spellcheck={false}
        placeholder={EXAMPLE}
        value={text}
        aria-describedby={`${id}-hint ${id}-why`}
        onInput={(event) => {
          setText(event.currentTarget.value);
          saving.clear();
        }}
      />
      {problems.length > 0 && <Problems problems={problems} />}
      <div class="row">
        <button type="submit" class="main" disabled={why !== null} aria-describedby={`${id}-why`}>
          Save term dates
        </button>
        <span id={`${id}-why`} class="hint">
          {why}
        </span>
      </div>
      <SaveStatus state={saving.state} />
      <CalendarTable calendar={calendar} />
    </form>
  );
}

function whyNot(text: string, calendar: CalendarInput, problems: number): string | null {
  if (text.trim() === '') return 'No term dates yet: until there are, nothing can be counted.';
  if (problems > 0)
    return `Mend or remove ${problems === 1 ? 'the line' : `the ${problems} lines`} that cannot be read.`;
  if (calendar.terms.length === 0) return 'There are closures but no term yet.';
  return null;
}

function Problems({ problems }: { problems: TermDatesRead['problems'] }) {
  return (
    <div class="note problem">
      <h3>{problems.length === 1 ? '1 line cannot be read' : `${problems.length} lines cannot be read`}</h3>
      <ul>
        {problems.map(({ line, text, reason }) => (
          <li key={line}>
            Line {line}, <q>{text}</q>: {reason}.
          </li>
        ))}
      </ul>
    </div>
  );
}
