import { useState } from 'preact/hooks';
import { howMany } from '../../components/forms/kept.tsx';
import { LateControls } from '../../components/forms/lates/late-controls.tsx';
import { chosenRows, type LateChoice, type LateRow } from '../../components/forms/lates/late-rows.ts';
import { LateTable } from '../../components/forms/lates/late-table.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { saveAs } from '../../components/forms/save-as.ts';
import { SaveStatus, useSaving } from '../../components/forms/saving.tsx';
import { schoolTime, showMinute } from '../../rules/calendar/clock.ts';
import { type IsoDate, parseIsoDate } from '../../rules/calendar/dates.ts';
import { longDate } from '../../rules/calendar/show.ts';
import type { Ask } from '../../store/ask.ts';
import { latesCsv } from './csv.ts';
import { loadDay } from './load.ts';

/** The late arrivals of one day: to be looked through, printed and saved. `query` may name the day, the site and the policy. */
export function Lates({ ask, query }: { ask: Ask; query: URLSearchParams }) {
  const settings = useLoaded(() => ask('settings', {}));
  return (
    <main>
      <header class="brand screen">
        <img src="/icon/registerwise.svg" alt="" width="36" height="36" />
        <h1>Late arrivals</h1>
      </header>
      <Await {...settings} what="settings">
        {({ clockOffsetMs }) => {
          const now = () => schoolTime(Date.now() + clockOffsetMs);
          return <Day ask={ask} query={query} now={now} />;
        }}
      </Await>
      <nav class="screen" aria-label="Registerwise">
        <a href="options.html">Options</a>
      </nav>
    </main>
  );
}

function Day(props: { ask: Ask; query: URLSearchParams; now: () => ReturnType<typeof schoolTime> }) {
  const { ask, query, now } = props;
  const [date, setDate] = useState<IsoDate>(() => parseIsoDate(query.get('date') ?? '') ?? now().date);
  return <List key={date} {...{ ask, date, now }} scope={scopeOf(query)} onDate={setDate} />;
}

const scopeOf = (query: URLSearchParams) => ({ site: query.get('site'), policyId: query.get('policy') });

function List(props: {
  ask: Ask;
  date: IsoDate;
  now: () => ReturnType<typeof schoolTime>;
  scope: ReturnType<typeof scopeOf>;
  onDate: (date: IsoDate) => void;
}) {
  const { ask, date, now, scope } = props;
  const day = useLoaded(() => loadDay(ask, date, scope));
  const saving = useSaving();
  const [choice, setChoice] = useState<LateChoice>({ session: null, order: 'arrival' });
  const [deleted, setDeleted] = useState<LateRow | null>(null);
  const change = async (work: () => Promise<unknown>, says: string, gone: LateRow | null) => {
    if (!(await saving.run(work, says))) return;
    setDeleted(gone);
    day.put(await loadDay(ask, date, scope));
  };
  const remove = (row: LateRow) => {
    const { origin, pupil, session } = row;
    const work = () => ask('own-remove-arrival', { origin, date, session, pupil });
    void change(work, 'Deleted.', row);
  };
  const putBack = ({ origin, pupil, session, arrived, reason }: LateRow) => {
    const work = () => ask('own-log-arrival', { origin, date, session, pupil, arrived, reason });
    void change(work, 'Put back.', null);
  };
  return (
    <>
      <LateControls date={date} choice={choice} onDate={props.onDate} onChoice={setChoice} />
      <Await {...day} what="the day’s late arrivals">
        {({ policy, rows }) => {
          const shown = chosenRows(rows, choice);
          const of = choice.session === null ? '' : `, ${choice.session}`;
          return (
            <>
              <div class="paper">
                <h2>
                  Late arrivals, {longDate(date)}
                  {of}
                </h2>
                <p>
                  {policy.school}. Codes that fit by the profile “{policy.id}”, version {policy.version}.
                </p>
                <p class="print">Printed on {printed(now())}.</p>
              </div>
              {shown.length === 0 ? (
                <p class="note">
                  {rows.length === 0
                    ? 'No late arrival is logged for this day. Open a register, and press “Log a late arrival” in the bar once it has been taken.'
                    : 'None in this session.'}
                </p>
              ) : (
                <LateTable rows={shown} caption={howMany(shown.length, 'late arrival')} onDelete={remove} />
              )}
              <div class="row screen">
                <button type="button" class="main" disabled={shown.length === 0} onClick={() => print()}>
                  Print
                </button>
                <button
                  type="button"
                  disabled={shown.length === 0}
                  onClick={() => saveAs(`late arrivals ${date}${of}.csv`, latesCsv(date, shown), 'text/csv')}
                >
                  Save as CSV
                </button>
                {deleted && (
                  <button type="button" onClick={() => putBack(deleted)}>
                    Undo
                  </button>
                )}
              </div>
              <div class="screen">
                <SaveStatus state={saving.state} />
                {shown.some(({ name }) => name === null) && (
                  <p class="hint">
                    A pupil’s number stands where no name is kept and no open register gives one.
                  </p>
                )}
              </div>
            </>
          );
        }}
      </Await>
    </>
  );
}

const printed = ({ date, minute }: ReturnType<typeof schoolTime>): string =>
  `${longDate(date)} at ${showMinute(minute)}`;
