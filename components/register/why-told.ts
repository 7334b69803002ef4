import type { CalendarInput, SchoolCalendar } from '../../rules/calendar/calendar.ts';
import { type IsoDate, SESSIONS, type Session, toDay } from '../../rules/calendar/dates.ts';
import type { Conflict } from '../../rules/conflicts/conflict.ts';
import { type History, history } from '../../rules/history/history.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import type { DueStep } from '../../rules/steps/due.ts';
import type { WhyQuestion } from '../overlay/questions.ts';

/** One mark of one session, as written. */
export interface WrittenMark {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
}

/** What is kept of a pupil, and what the policy makes of it now: steps that are due or cannot be told, and sentences that clash. */
export interface WhyKept {
  readonly marks: readonly WrittenMark[];
  readonly steps: readonly DueStep[];
  readonly conflicts: readonly Conflict[];
}

/** What a why-card is made from: the pupil and the mark on the screen, the rules, and what is kept. */
export interface WhyFacts {
  readonly question: WhyQuestion;
  readonly policy: Policy;
  /** Null until term dates are set: then nothing can be counted, and the card says so. */
  readonly calendar: CalendarInput | null;
  /** The term dates were worked out from marks, not given. */
  readonly inferred?: boolean | undefined;
  /** Or one plain sentence why what is kept cannot be had. */
  readonly answer: WhyKept | { readonly why: string };
}

/** A pupil's history as at the session on the screen, its mark taken as it stands there. */
export interface Told {
  readonly history: History;
  /** The total without that session's mark. */
  readonly before: number;
  /** Whether that mark is one of those counted. */
  readonly adds: boolean;
  /** No mark of another session is known, though there were sessions: then there is no count. */
  readonly isBlank: boolean;
  /** A lower bound: marks are missing, or term dates for some of the weeks. */
  readonly isLeast: boolean;
  readonly calendar: SchoolCalendar;
  readonly marks: readonly WrittenMark[];
}

/** Counts a pupil for the card. */
export function tellWhy(
  { question, policy }: Pick<WhyFacts, 'question' | 'policy'>,
  kept: readonly WrittenMark[],
  calendar: SchoolCalendar,
): Told {
  const { date, session, code } = question;
  const others = kept.filter((mark) => mark.date !== date || mark.session !== session);
  const marks = code === null ? kept : [...others, { date, session, code }];
  const told = uptoHere(history({ policy, asOf: date, calendar, marks }), calendar, marks, question);
  const without = history({ policy, asOf: date, calendar, marks: others });
  const { known, expected } = told.coverage;
  return {
    ...{ history: told, calendar, marks, before: without.unauthorised.total },
    adds: told.unauthorised.sessions.some((each) => each.date === date && each.session === session),
    isBlank: without.coverage.known === 0 && expected > 0,
    isLeast: known < expected || told.window.weeks.length < policy.threshold.schoolWeeks,
  };
}

/** Sessions of the day that are still to be marked are not gaps in what is known: the count is as at this session. */
function uptoHere(
  told: History,
  calendar: SchoolCalendar,
  marks: readonly WrittenMark[],
  here: WhyQuestion,
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
  return { ...told, coverage, attendance };
}
