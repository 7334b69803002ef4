import { useId, useMemo, useState } from 'preact/hooks';
import type { CalendarInput } from '../../../rules/calendar/calendar.ts';
import { mergeYears } from '../../../rules/calendar/edit.ts';
import { compose, type Entry } from '../../../rules/calendar/entries.ts';
import { yearName, yearsIn } from '../../../rules/calendar/year.ts';
import { FileDrop } from '../file-drop.tsx';
import { howMany } from '../kept.tsx';
import { sentence } from '../loaded.tsx';
import { Understood } from './understood.tsx';

/** Term dates as read from a text or a file: each entry, and what was not understood, with why. */
export interface DatesRead {
  readonly source: 'list' | 'file';
  readonly entries: readonly Entry[];
  readonly problems: readonly Unread[];
  /** Lines that hold no date, and what they were used for. */
  readonly passedOver: readonly Unread[];
}

/** A line or an event that is no entry, and why in a plain sentence. */
export interface Unread {
  readonly place: number;
  readonly text: string;
  readonly reason: string;
}

const EXAMPLE =
  'Autumn term 2026: Tuesday 1 September 2026 to Friday 18 December 2026\nHalf term: Monday 26 October to Friday 30 October\nINSET days: 1 and 2 September 2026';

/** Takes term dates in from a list or a file, shows what each was understood to be, and puts them into the draft when told to. */
export function ReadDates(props: {
  now: CalendarInput;
  readText: (text: string) => DatesRead;
  /** Rejects with one plain sentence. */
  readFile: (file: File) => Promise<DatesRead>;
  onUse: (calendar: CalendarInput, source: DatesRead['source'], said: string) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [read, setRead] = useState<DatesRead | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const take = (next: DatesRead | null) => {
    setTrouble(null);
    setRead(next);
  };
  return (
    <>
      <label for={id}>Paste the dates</label>
      <p class="hint" id={`${id}-hint`}>
        Copy them from the council’s or the school’s website, tables too. Nothing changes until you have seen
        what was understood.
      </p>
      <textarea
        id={id}
        rows={7}
        spellcheck={false}
        placeholder={EXAMPLE}
        value={text}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          take(value.trim() === '' ? null : props.readText(value));
        }}
      />
      <FileDrop
        label="Or a calendar file"
        accept=".ics,.json,text/calendar,application/json"
        onFile={(file) =>
          props.readFile(file).then(take, (error: unknown) => {
            setRead(null);
            setTrouble(sentence(error));
          })
        }
      />
      {trouble && (
        <p class="note problem" role="alert">
          <strong>Nothing was taken in.</strong> {trouble}
        </p>
      )}
      {read && (
        <Review
          // A changed text is read afresh, and corrections of the old one with it.
          key={JSON.stringify(read)}
          read={read}
          now={props.now}
          onUse={(calendar, said) => {
            props.onUse(calendar, read.source, said);
            setText('');
            take(null);
          }}
        />
      )}
    </>
  );
}

function Review(props: {
  read: DatesRead;
  now: CalendarInput;
  onUse: (calendar: CalendarInput, said: string) => void;
}) {
  const { read, now } = props;
  const [entries, setEntries] = useState(read.entries);
  const [without, setWithout] = useState(false);
  const [keep, setKeep] = useState(true);
  const { calendar, problems } = useMemo(() => compose(entries), [entries]);
  const years = yearsIn(calendar);
  const there = now.closures.length > 0 && years.some((year) => yearsIn(now).includes(year));
  const why = whyNot(calendar, read.problems.length > 0 && !without, problems.length);
  const names = years.map(yearName).join(' and ');
  return (
    <div class="review">
      <Understood
        entries={entries}
        onChange={(changed, at) => setEntries(entries.map((entry, i) => (i === at ? changed : entry)))}
      />
      {problems.length > 0 && (
        <div class="note problem">
          <h3>These dates do not make whole terms yet</h3>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {read.problems.length > 0 && (
        <div class="note problem">
          <h3>
            {read.source === 'list'
              ? `${howMany(read.problems.length, 'line')} not understood`
              : `${howMany(read.problems.length, 'event')} not read`}
          </h3>
          <UnreadList unread={read.problems} what={read.source === 'list' ? 'Line' : 'Event'} />
          <label class="tick">
            <input
              type="checkbox"
              checked={without}
              onChange={({ currentTarget }) => setWithout(currentTarget.checked)}
            />
            Go on without {read.problems.length === 1 ? 'it' : 'them'}
          </label>
        </div>
      )}
      {read.passedOver.length > 0 && (
        <details>
          <summary>{howMany(read.passedOver.length, 'line')} without a date</summary>
          <UnreadList unread={read.passedOver} what="Line" />
        </details>
      )}
      {there && (
        <label class="tick">
          <input
            type="checkbox"
            checked={keep}
            onChange={({ currentTarget }) => setKeep(currentTarget.checked)}
          />
          Keep the closures that are already there for {names}
        </label>
      )}
      <p class="row">
        <button
          type="button"
          disabled={why !== null}
          onClick={() =>
            props.onUse(
              mergeYears(now, calendar, keep),
              names
                ? `The terms of ${names} are as read.`
                : `${howMany(calendar.closures.length, 'closure')} added.`,
            )
          }
        >
          {names ? `Use these for ${names}` : 'Add these closures'}
        </button>
        <span class="hint">{why}</span>
      </p>
    </div>
  );
}

function whyNot(calendar: CalendarInput, unread: boolean, problems: number): string | null {
  if (unread) return 'Mend what was not understood, or go on without it.';
  if (problems > 0) return 'Change or leave out what does not fit.';
  if (calendar.terms.length + calendar.closures.length === 0) return 'There are no term dates in this.';
  return null;
}

function UnreadList({ unread, what }: { unread: readonly Unread[]; what: string }) {
  return (
    <ul>
      {unread.map(({ place, text, reason }) => (
        <li key={place}>
          {what} {place}, <q>{text}</q>: {reason}
        </li>
      ))}
    </ul>
  );
}
