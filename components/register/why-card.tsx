import { type SchoolCalendar, schoolCalendar } from '../../rules/calendar/calendar.ts';
import { shortDay } from '../../rules/calendar/show.ts';
import type { History } from '../../rules/history/history.ts';
import { type Policy, quote } from '../../rules/policy/policy.ts';
import { onEscape, trusted } from '../overlay/trusted.ts';
import { TEXTS } from '../texts.ts';
import { STATUS_WORDS } from '../texts-counts.ts';
import { StatusShape } from './badge.tsx';
import { WeekStrip } from './week-strip.tsx';
import { Clashes, Rule } from './why-rule.tsx';
import { StepsAsked } from './why-steps.tsx';
import { type Told, tellWhy, type WhyFacts, type WhyKept } from './why-told.ts';
import { countWords, gapWords, leavingWords, thisMarkWords, windowWords, yearWords } from './why-words.ts';

const CODE_WORDS = {
  G: 'holiday not granted',
  N: 'no reason yet, not settled',
  O: 'other or unknown',
  U: 'after the register closed',
};

/** Notes that the card gives a place of their own. */
const SAID_ABOVE: readonly History['notes'][number]['code'][] = [
  ...(['partial-history', 'short-calendar', 'unsettled'] as const),
  ...(['provision-register', 'not-compulsory-age'] as const),
];

/**
 * Where a pupil's count comes from: the weeks, the sessions, what leaves, what the policy asks for, the rule. It fills the box it
 * is put in and scrolls there; where that box stands is not its business. Not modal; Escape closes it.
 */
export function WhyCard({ facts, onClose }: { facts: WhyFacts; onClose: () => void }) {
  const { question, policy, answer } = facts;
  const calendar = facts.calendar && schoolCalendar(facts.calendar);
  const name = question.name ?? 'This pupil';
  return (
    <section
      class="card rise"
      role="dialog"
      aria-label={`Unauthorised sessions: ${question.name ?? 'this pupil'}`}
      tabIndex={-1}
      onKeyDown={onEscape(onClose)}
    >
      <header>
        <h2>{name}</h2>
        <button type="button" class="quiet" onClick={trusted(onClose)}>
          {TEXTS.close}
        </button>
      </header>
      {'why' in answer ? (
        <p class="sum">Not counted: {answer.why}</p>
      ) : calendar ? (
        <Count facts={facts} kept={answer} calendar={calendar} />
      ) : (
        <p class="sum">{TEXTS.noTerms}.</p>
      )}
      <footer>{policy.school}</footer>
    </section>
  );
}

function Count(props: { facts: WhyFacts; kept: WhyKept; calendar: SchoolCalendar }) {
  const { facts, kept, calendar } = props;
  const { question, policy } = facts;
  const told = tellWhy(facts, kept.marks, calendar);
  const { history } = told;
  const thisMark = thisMarkWords(told, question, policy.threshold);
  const gaps = gapWords(told, policy.threshold);
  const notes = history.notes.filter(({ code }) => !SAID_ABOVE.includes(code));
  return (
    <>
      {told.isBlank ? (
        <p class="sum">Not counted: no earlier marks on this device.</p>
      ) : (
        <Headline told={told} policy={policy} />
      )}
      {thisMark && !told.isBlank && <p class="this">{thisMark}</p>}
      {gaps && <p class="gaps">{gaps}</p>}
      <WeekStrip told={history} calendar={calendar} marks={told.marks} here={question} />
      <Window told={told} inferred={facts.inferred === true} />
      {!told.isBlank && <Counted history={history} />}
      {!told.isBlank && <Leaving history={history} policy={policy} />}
      <StepsAsked steps={told.isBlank ? [] : kept.steps} open={!question.saved && question.code !== null} />
      <Year history={history} policy={policy} />
      <Rule policy={policy} />
      <Clashes conflicts={kept.conflicts} />
      {notes.length > 0 && (
        <>
          <h3>Notes</h3>
          <ul>
            {notes.map((note) => (
              <li key={note.code}>{note.message}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Headline({ told, policy }: { told: Told; policy: Policy }) {
  const { status, notes, unauthorised } = told.history;
  const { threshold } = policy;
  const why = notes.find(({ code }) => code === 'provision-register' || code === 'not-compulsory-age');
  return (
    <>
      <p class="sum">
        <b>{countWords(told, threshold)}</b> unauthorised{' '}
        {status === 'not-applicable' && unauthorised.total === 1 ? 'session' : 'sessions'} in the last{' '}
        {threshold.schoolWeeks} school weeks
      </p>
      <p class={`status ${status}`}>
        <StatusShape status={status} /> {STATUS_WORDS[status]}
      </p>
      {why && <p class="reason">{why.message}</p>}
      {why?.clause && <blockquote>{why.clause}</blockquote>}
    </>
  );
}

function Window({ told, inferred }: { told: Told; inferred: boolean }) {
  const { counted, skipped } = windowWords(told.history, told.calendar);
  return (
    <p class="window">
      {counted} {skipped} {inferred && <span class="assumed">{TEXTS.inferredTerms}.</span>}
    </p>
  );
}

function Counted({ history }: { history: History }) {
  const { byCode, sessions, settled, total } = history.unauthorised;
  return (
    <>
      <h3>
        {settled} settled, {total - settled} not settled
      </h3>
      <dl class="split">
        {(['G', 'N', 'O', 'U'] as const).map((code) => (
          <div key={code}>
            <dt>
              <b class="code">{code}</b> {CODE_WORDS[code]}
            </dt>
            <dd>{byCode[code]}</dd>
          </div>
        ))}
      </dl>
      {sessions.length > 0 && (
        <ul class="sessions" aria-label="Sessions counted">
          {sessions.map(({ date, session, code }) => (
            <li key={date + session}>
              <b>{code}</b> {shortDay(date)}, {session}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Leaving({ history, policy }: { history: History; policy: Policy }) {
  return (
    <>
      <h3>What leaves, and when</h3>
      <ul>
        {leavingWords(history, policy.threshold).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}

function Year({ history: { attendance }, policy }: { history: History; policy: Policy }) {
  const { band, unmarked } = attendance;
  const rule = band && policy.bands.find(({ id }) => id === band.id);
  const words = rule && quote(policy, rule.clause);
  return (
    <>
      <h3>Attendance this year</h3>
      <p>{yearWords(attendance)}</p>
      {band && (
        <p>
          {unmarked > 0 ? 'On what has been seen, the' : 'The'} policy’s band: <b>{band.label}</b>.
        </p>
      )}
      {words && <blockquote>{words}</blockquote>}
    </>
  );
}
