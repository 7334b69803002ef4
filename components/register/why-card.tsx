import {
  type CalendarInput,
  type SchoolCalendar,
  type SessionRef,
  schoolCalendar,
} from '../../rules/calendar/calendar.ts';
import { type IsoDate, SESSIONS, type Session, toDay } from '../../rules/calendar/dates.ts';
import { shortDate, shortDay } from '../../rules/calendar/show.ts';
import { type History, history } from '../../rules/history/history.ts';
import { type Policy, quote } from '../../rules/policy/policy.ts';
import type { WhyQuestion } from '../overlay/port.ts';
import { onEscape, trusted } from '../overlay/trusted.ts';
import { many, STATUS_WORDS, TEXTS } from '../texts.ts';
import { StatusShape } from './badge.tsx';
import { WeekStrip } from './week-strip.tsx';

/** What a why-card is made from: the pupil and the mark on the screen, the rules, and the marks kept. */
export interface WhyFacts {
  readonly question: WhyQuestion;
  readonly policy: Policy;
  /** Null until term dates are set: then nothing can be counted, and the card says so. */
  readonly calendar: CalendarInput | null;
  /** The term dates were worked out from marks, not given. */
  readonly inferred?: boolean | undefined;
  readonly marks: readonly { readonly date: IsoDate; readonly session: Session; readonly code: string }[];
}

const LAW =
  'Education (Penalty Notices) (England) Regulations 2007, as amended from 19 August 2024: a penalty notice must be considered when a pupil has 10 sessions of unauthorised absence (G, N, O, U) within 10 school weeks. The head teacher or the council decides case by case.';

const CODE_WORDS = {
  G: 'holiday not granted',
  N: 'no reason yet',
  O: 'other or unknown',
  U: 'after the register closed',
};

/** Sessions of the day that are still to be marked are not gaps in what is known: the count is as at this session. */
function uptoHere(
  told: History,
  calendar: SchoolCalendar,
  marks: WhyFacts['marks'],
  here: SessionRef,
): History {
  const open = SESSIONS.filter(
    (session) =>
      (session === here.session || session === 'PM') &&
      calendar.meets(toDay(here.date), session) &&
      !marks.some((mark) => mark.date === here.date && mark.session === session),
  ).length;
  const { known, expected } = told.coverage;
  const coverage = { known, expected: expected - open };
  const attendance = { ...told.attendance, unmarked: told.attendance.unmarked - open };
  const notes = told.notes.filter(({ code }) => code !== 'partial-history' || known < coverage.expected);
  return { ...told, coverage, attendance, notes };
}

/** Where a pupil's count comes from: the ten weeks, the sessions, the rule. Not modal; Escape closes it. */
export function WhyCard({ facts, onClose }: { facts: WhyFacts; onClose: () => void }) {
  const { question, policy } = facts;
  const calendar = facts.calendar && schoolCalendar(facts.calendar);
  return (
    <section
      ref={takeFocus}
      class="card rise"
      role="dialog"
      aria-label={`Unauthorised sessions: ${question.name ?? 'this pupil'}`}
      tabIndex={-1}
      onKeyDown={onEscape(onClose)}
    >
      <header>
        <h2>{question.name ?? 'This pupil'}</h2>
        <button type="button" class="quiet" onClick={trusted(onClose)}>
          {TEXTS.close}
        </button>
      </header>
      {calendar ? <Told facts={facts} calendar={calendar} /> : <p>{TEXTS.noTerms}.</p>}
      {facts.inferred && <p>{TEXTS.inferredTerms}.</p>}
      <footer>{policy.school}</footer>
    </section>
  );
}

const takeFocus = (card: HTMLElement | null) => card?.focus();

function Told({ facts, calendar }: { facts: WhyFacts; calendar: SchoolCalendar }) {
  const { question, policy } = facts;
  const { date, session, code } = question;
  const here = { date, session };
  const marks =
    code === null
      ? facts.marks
      : [...facts.marks.filter((mark) => mark.date !== date || mark.session !== session), { ...here, code }];
  const told = uptoHere(history({ policy, asOf: date, calendar, marks }), calendar, marks, here);
  const { sessions } = told.unauthorised;
  const clause = quote(policy, policy.threshold.clause);
  const adds = sessions.some((counted) => counted.date === date && counted.session === session);
  return (
    <>
      <Headline told={told} policy={policy} />
      {adds && (
        <p class="this">
          This mark, {code}, makes it {told.unauthorised.total}.
        </p>
      )}
      <WeekStrip told={told} calendar={calendar} marks={marks} here={here} />
      <h3>Sessions counted</h3>
      {sessions.length === 0 ? (
        <p>None in these weeks.</p>
      ) : (
        <ul class="sessions">
          {sessions.map((counted) => (
            <li key={counted.date + counted.session}>
              <b class="code">{counted.code}</b> {shortDay(counted.date)}, {counted.session}
              <span class="soft">{CODE_WORDS[counted.code]}</span>
            </li>
          ))}
        </ul>
      )}
      <h3>What leaves, and when</h3>
      <Leaving told={told} />
      <h3>Attendance this year</h3>
      <Year told={told} />
      <h3>The rule</h3>
      {clause && <blockquote>{clause}</blockquote>}
      <p class="law">{LAW}</p>
      {told.notes.length > 0 && (
        <ul class="notes">
          {told.notes.map((note) => (
            <li key={note.code}>{note.message}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Headline({ told, policy }: { told: History; policy: Policy }) {
  const { total, settled, byCode } = told.unauthorised;
  const { known, expected } = told.coverage;
  const least = known < expected ? 'At least ' : '';
  const of = told.status === 'not-applicable' ? '' : ` of ${policy.threshold.sessions}`;
  const from = told.window.from;
  const unsettled = total - settled;
  return (
    <>
      <p class="sum">
        {least}
        {total}
        {of} unauthorised sessions in the last {policy.threshold.schoolWeeks} school weeks
        {from && ` (${shortDate(from)} to ${shortDate(told.window.to)})`}, settled {settled}
        {unsettled > 0 && `, ${unsettled} not settled (N)`}
      </p>
      <p class={`status ${told.status}`}>
        <StatusShape status={told.status} /> {STATUS_WORDS[told.status]}
      </p>
      <p class="split">
        {(['G', 'N', 'O', 'U'] as const).map((code) => (
          <span key={code}>
            <b>{code}</b> {byCode[code]}
          </span>
        ))}
        <span class="soft">
          {known < expected
            ? `${known} of ${expected} sessions seen on this device`
            : `All ${expected} sessions seen`}
        </span>
      </p>
    </>
  );
}

function Leaving({ told }: { told: History }) {
  if (told.unauthorised.total === 0) return <p>Nothing to leave.</p>;
  if (told.leaving.length === 0) return <p>The term dates known here end before any of them leaves.</p>;
  return (
    <ul>
      {told.leaving.map(({ on, sessions }) => (
        <li key={on}>
          {shortDay(on)}: {many(sessions, 'session leaves', 'sessions leave')} the ten weeks
        </li>
      ))}
    </ul>
  );
}

function Year({ told }: { told: History }) {
  const { rate, attended, possible, unmarked, from, band } = told.attendance;
  if (rate === null) return <p>No possible sessions yet.</p>;
  return (
    <p>
      {/* Rounded down, so that no pupil is shown on the other side of a band. */}
      <b>{(Math.floor(rate * 1000) / 10).toFixed(1)}%</b>, {attended} of {possible} possible sessions since{' '}
      {shortDate(from)}
      {unmarked > 0 && `; ${many(unmarked, 'session')} with no mark here, so this may change`}
      {band && `. The policy’s band: ${band.label}`}
    </p>
  );
}
