import { type IsoDate, parseIsoDate, type Session } from '../../../rules/calendar/dates.ts';
import type { Entry } from '../../../rules/calendar/entries.ts';
import { longDate } from '../../../rules/calendar/show.ts';
import { type EntryKind, KIND_NAMES } from '../../../rules/calendar/words.ts';
import { howMany } from '../kept.tsx';

const KINDS = Object.entries(KIND_NAMES) as readonly [EntryKind, string][];
const SESSION_NAMES: Readonly<Record<Session | 'both', string>> = {
  both: 'All day',
  AM: 'Morning',
  PM: 'Afternoon',
};
const CLOSING: readonly EntryKind[] = ['inset', 'bank-holiday', 'closed', 'half-term', 'holiday'];

/** Every line with what it was understood to be, each of which can be corrected. Those left out stand apart, closed. */
export function Understood(props: {
  entries: readonly Entry[];
  onChange: (entry: Entry, index: number) => void;
}) {
  const all = props.entries.map((entry, index) => ({ entry, index }));
  const used = all.filter(({ entry }) => entry.kind !== 'left-out');
  const leftOut = all.filter(({ entry }) => entry.kind === 'left-out');
  if (all.length === 0) return null;
  const lines = (some: typeof all) => (
    <ol class="understood">
      {some.map(({ entry, index }) => (
        <Line
          key={index}
          entry={entry}
          number={index + 1}
          onChange={(changed) => props.onChange(changed, index)}
        />
      ))}
    </ol>
  );
  return (
    <>
      <h3>Understood as</h3>
      {used.length > 0 ? lines(used) : <p class="quiet">Nothing in it is a term or a closure.</p>}
      {leftOut.length > 0 && (
        <details>
          <summary>{howMany(leftOut.length, 'entry').replace('entrys', 'entries')} left out</summary>
          {lines(leftOut)}
        </details>
      )}
    </>
  );
}

function Line(props: { entry: Entry; number: number; onChange: (entry: Entry) => void }) {
  const { entry, number, onChange } = props;
  const of = `of entry ${number}, ${entry.text}`;
  const change = (changed: Partial<Entry>) => onChange({ ...entry, ...changed });
  const oneDay = entry.kind === 'first-day' || entry.kind === 'last-day';
  const setFrom = (from: IsoDate) => change({ from, to: oneDay || entry.to < from ? from : entry.to });
  const setTo = (to: IsoDate) => change({ to, from: to < entry.from ? to : entry.from });
  return (
    <li>
      <q>{entry.text}</q>
      <div class="fields">
        <select
          aria-label={`Kind ${of}`}
          value={entry.kind}
          onChange={({ currentTarget }) => change(kindOf(entry, currentTarget.value as EntryKind))}
        >
          {KINDS.map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
        <DateField label={`${oneDay ? 'Day' : 'First day'} ${of}`} date={entry.from} onChange={setFrom} />
        {!oneDay && (
          <>
            <span>to</span>
            <DateField label={`Last day ${of}`} date={entry.to} onChange={setTo} />
          </>
        )}
        {CLOSING.includes(entry.kind) && (
          <select
            aria-label={`Sessions ${of}`}
            value={entry.sessions}
            onChange={({ currentTarget }) => change({ sessions: currentTarget.value as Session | 'both' })}
          >
            {Object.entries(SESSION_NAMES).map(([sessions, name]) => (
              <option key={sessions} value={sessions}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
      {entry.yearGroups && (
        <span class="hint">
          Only for{' '}
          {entry.yearGroups
            .map((year) => (year < 1 ? (year === 0 ? 'Reception' : 'Nursery') : `Year ${year}`))
            .join(', ')}
          .
        </span>
      )}
      {entry.assumed.map((assumed) => (
        <span class="hint" key={assumed}>
          {assumed}
        </span>
      ))}
    </li>
  );
}

/** A first or last day is one day; a closure says what for, which an INSET day must, to be counted as one. */
function kindOf(entry: Entry, kind: EntryKind): Partial<Entry> {
  if (kind === 'first-day' || kind === 'last-day') return { kind, to: entry.from };
  return kind === 'inset' ? { kind, reason: 'INSET' } : { kind };
}

function DateField(props: { label: string; date: IsoDate; onChange: (date: IsoDate) => void }) {
  return (
    <input
      type="date"
      aria-label={`${props.label}: ${longDate(props.date)}`}
      value={props.date}
      onChange={({ currentTarget }) => {
        const date = parseIsoDate(currentTarget.value);
        // A date half typed is none, and what stood there stays.
        if (date) props.onChange(date);
        else currentTarget.value = props.date;
      }}
    />
  );
}
