import { useEffect, useRef, useState } from 'preact/hooks';
import { schoolTime, showMinute } from '../../rules/calendar/clock.ts';
import { shortDay } from '../../rules/calendar/show.ts';
import { arrivalLine, LONGEST_REASON, lateness } from '../../rules/marks/lateness.ts';
import type { LoggedArrival } from '../overlay/port.ts';
import type { LateQuestion } from '../overlay/questions.ts';
import { onEscape, trusted } from '../overlay/trusted.ts';
import { TEXTS } from '../texts.ts';
import { CopyLine } from './copy-line.tsx';
import { calledBy, type LateFacts } from './late-facts.ts';
import { LoggedList } from './logged-list.tsx';
import { Meaning } from './meaning.tsx';
import { PupilField } from './pupil-field.tsx';
import { toldApart } from './told-apart.ts';
import { readArrival } from './typed-arrival.ts';
import { useLogged } from './use-logged.ts';

/** A key pressed here is not one for the page behind. */
const keep = (event: Event) => event.stopPropagation();

/** Enter in a field, unless the field has used it itself. */
const onEnterIn = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || event.defaultPrevented) return;
  if (event.target instanceof HTMLInputElement) trusted(act)(event);
};

/** Logs who came late, and when. Not modal; Enter saves, Escape closes. Nothing of it is written into the page. */
export function LatePanel({ facts, onClose }: { facts: LateFacts; onClose: () => void }) {
  const { question, policy } = facts;
  const { date, session } = question;
  const pupils = toldApart(question.pupils);
  const now = schoolTime(facts.now());
  const clock = showMinute(now.minute);
  const [chosen, choosePupil] = useState(() => pupils.find(({ pupil }) => pupil === question.pupil) ?? null);
  const [time, setTime] = useState(() => (date === now.date ? clock : ''));
  const [reason, setReason] = useState('');
  /** Problems are told of once somebody has tried to save. */
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const fill = (arrival: LoggedArrival) => {
    setTime(showMinute(arrival.arrived));
    setReason(arrival.reason);
  };
  const log = useLogged(facts, (first) => {
    const already = first.find(({ pupil }) => pupil === question.pupil);
    if (already) fill(already);
  });

  const focusOn = (field: string) => form.current?.querySelector<HTMLInputElement>(`#${field}`)?.focus();
  useEffect(() => focusOn(chosen ? 'time' : 'pupil'), []);

  const typed = readArrival(time, date, now);
  const late = typed.arrived === null ? null : lateness({ date, session, arrived: typed.arrived }, policy);
  const before = log.logged.find(({ pupil }) => pupil === chosen?.pupil);
  const nameOf = (pupil: string) =>
    calledBy(pupils.find((one) => one.pupil === pupil) ?? { pupil, name: null });
  const lineOf = (arrival: LoggedArrival) =>
    arrivalLine(arrival.arrived, lateness({ date, session, ...arrival }, policy), arrival.reason);
  const choose = (pupil: LateQuestion['pupils'][number] | null) => {
    choosePupil(pupil);
    setTried(false);
    const already = log.logged.find((one) => one.pupil === pupil?.pupil);
    if (already) fill(already);
    if (pupil) requestAnimationFrame(() => focusOn('time'));
  };
  const save = async () => {
    setTried(true);
    if (!chosen) return focusOn('pupil');
    if (typed.arrived === null) return focusOn('time');
    const arrival = { pupil: chosen.pupil, arrived: typed.arrived, reason: reason.trim() };
    const says = `Logged: ${calledBy(chosen)}, ${showMinute(arrival.arrived)}. Nothing is written into the register.`;
    if (!(await log.save(arrival, says))) return;
    choosePupil(null);
    setTime(date === now.date ? showMinute(schoolTime(facts.now()).minute) : '');
    setReason('');
    setTried(false);
    focusOn('pupil');
  };

  return (
    <section
      class="panel rise"
      role="dialog"
      aria-label="Registerwise: log a late arrival"
      onKeyDown={(event) => {
        onEscape(onClose)(event);
        keep(event);
      }}
      onKeyUp={keep}
      onKeyPress={keep}
      onPaste={keep}
    >
      <header>
        <h2>Log a late arrival</h2>
        <button type="button" class="quiet" onClick={trusted(onClose)}>
          {TEXTS.close}
        </button>
      </header>
      <p class="soft">
        {shortDay(date)}, {session} · {policy.school} · school clock {clock}
      </p>
      <form
        ref={form}
        autocomplete="off"
        noValidate
        // Browsers trust a submit that a script began, so saving hangs on the key and the click themselves.
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={onEnterIn(save)}
      >
        <PupilField
          pupils={pupils}
          chosen={chosen}
          problem={tried && !chosen ? 'Choose a pupil of this register.' : null}
          onChoose={choose}
        />
        {before && (
          <p class="note">
            Logged already: {showMinute(before.arrived)}. Saving corrects it; both stay in the log.
          </p>
        )}
        <div class="field short">
          <label for="time">Arrived at</label>
          <input
            id="time"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={8}
            value={time}
            aria-invalid={tried && typed.problem !== null}
            aria-describedby="time-problem"
            onInput={(event) => setTime(event.currentTarget.value)}
          />
        </div>
        <p class="problem" id="time-problem" role="alert">
          {tried && typed.problem}
        </p>
        <div class="field">
          <label for="reason">
            Reason <span class="soft">if known, in a few words</span>
          </label>
          <input
            id="reason"
            type="text"
            autocomplete="off"
            maxLength={LONGEST_REASON}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        {chosen && late && typed.arrived !== null && (
          <>
            <Meaning late={late} shown={chosen.code} />
            <CopyLine line={arrivalLine(typed.arrived, late, reason.trim())} of={null} />
          </>
        )}
        <p class="acts">
          <button type="button" class="strong" aria-disabled={log.busy} onClick={trusted(save)}>
            {before ? 'Save the correction' : 'Save'}
          </button>
          <button type="button" class="quiet" onClick={trusted(facts.openList)}>
            The day’s late arrivals
          </button>
        </p>
      </form>
      <p class="said" role="status">
        {log.said}{' '}
        {log.undo && (
          <button type="button" class="link" onClick={trusted(log.undo)}>
            Undo
          </button>
        )}
      </p>
      <p class="problem" role="alert">
        {log.problem}
      </p>
      <LoggedList
        {...{ logged: log.logged, nameOf, lineOf }}
        onCorrect={(arrival) => {
          choosePupil(
            pupils.find(({ pupil }) => pupil === arrival.pupil) ?? { ...arrival, name: null, code: null },
          );
          fill(arrival);
          focusOn('time');
        }}
        onDelete={(arrival) => log.remove(arrival, `Deleted: ${nameOf(arrival.pupil)}.`)}
      />
    </section>
  );
}
