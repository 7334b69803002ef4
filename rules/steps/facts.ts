import type { SchoolCalendar } from '../calendar/calendar.ts';
import type { Minute, SchoolTime } from '../calendar/clock.ts';
import {
  academicYearStart,
  type Day,
  fromDay,
  type IsoDate,
  SESSIONS,
  type Session,
  toDay,
} from '../calendar/dates.ts';
import type { StatisticalClass } from '../codes/table.ts';
import { type CountedMark, type Mark, sessionKey, standingMarks } from '../history/marks.ts';
import type { Policy } from '../policy/policy.ts';
import type { Pupil } from '../pupil/pupil.ts';
import type { ContactTier } from './step.ts';

/** Something done or learnt about one pupil, by the name of its step or one of {@link EVENTS}. */
export interface LoggedEvent {
  readonly step: string;
  readonly date: IsoDate;
  /** When on that day; absent where nobody wrote it down. */
  readonly minute?: Minute | undefined;
}

/** Events that are nobody's step: a reason was given for the absence of that day; a parent was reached, or called in, that day. */
export const EVENTS = { reasonGiven: 'reason-given', parentContact: 'parent-contact' } as const;

/** One pupil, one policy, one day: what is asked of {@link dueSteps}. */
export interface StepsQuestion {
  readonly policy: Policy;
  readonly asOf: IsoDate;
  /** The school's clock; absent where the time of day is not known. */
  readonly now?: SchoolTime | undefined;
  readonly calendar: SchoolCalendar;
  readonly marks: readonly Mark[];
  readonly pupil?: Pupil | undefined;
  /** The whole log of this pupil; absent where no log is kept, which is not the same as an empty one. */
  readonly events?: readonly LoggedEvent[] | undefined;
  readonly contactTier?: ContactTier | undefined;
  /** Ids of optional steps that the school has switched on. */
  readonly also?: readonly string[] | undefined;
}

/** One session the pupil was due for. */
export interface HeldSession {
  readonly session: Session;
  /** Null where there is no mark that can be read. */
  readonly code: string | null;
  readonly class: StatisticalClass | null;
}

/** One school day of the pupil's time on roll. */
export interface SchoolDay {
  readonly day: Day;
  readonly date: IsoDate;
  readonly sessions: readonly HeldSession[];
}

/** A question with its marks laid out day by day. */
export interface Facts {
  readonly question: StepsQuestion;
  /** School days on roll up to `asOf`, oldest first. */
  readonly days: readonly SchoolDay[];
  /** Marks that stand at those days' sessions, oldest first. */
  readonly held: readonly CountedMark[];
  readonly roll: { readonly from: IsoDate | null; readonly until: IsoDate | null };
  /** Whether the pupil was on no roll here before the first of the days, so that nothing earlier is missing. */
  readonly fromTheStart: boolean;
  /** The log up to `asOf`, oldest first; null where none is kept. */
  readonly log: readonly LoggedEvent[] | null;
}

/** Lays out the marks of one question, day by day. */
export function factsOf(question: StepsQuestion): Facts {
  const { asOf, calendar, pupil } = question;
  const roll = { from: pupil?.startDate ?? null, until: pupil?.leavingDate ?? null };
  const first = calendar.schoolDays[0] ?? Number.POSITIVE_INFINITY;
  const from = roll.from === null ? Number.NEGATIVE_INFINITY : toDay(roll.from);
  const until = Math.min(toDay(asOf), roll.until === null ? Number.POSITIVE_INFINITY : toDay(roll.until));
  const byKey = new Map(
    standingMarks(question.marks).map((mark) => [sessionKey(mark.date, mark.session), mark]),
  );
  const held: CountedMark[] = [];
  const days = calendar.schoolDays
    .filter((day) => day >= from && day <= until)
    .map((day): SchoolDay => {
      const date = fromDay(day);
      const sessions = SESSIONS.filter((session) => calendar.meets(day, session)).map(
        (session): HeldSession => {
          const mark = byKey.get(sessionKey(date, session));
          if (mark) held.push(mark);
          if (mark?.reading.kind !== 'code') return { session, code: null, class: null };
          return { session, code: mark.reading.entry.code, class: mark.reading.entry.class };
        },
      );
      return { day, date, sessions };
    });
  const log = question.events
    ? question.events.filter(({ date }) => date <= asOf).sort((a, b) => whenKey(a) - whenKey(b))
    : null;
  return { question, days, held, roll, fromTheStart: from >= first, log };
}

/** Minutes since 1970, so that doings of one day stay in order; one with no time of day is its first. */
function whenKey({ date, minute }: LoggedEvent): number {
  return toDay(date) * 1440 + (minute ?? 0);
}

/** Whether the pupil was due for a session: not where the code puts it outside possible sessions. */
export function wasDue(session: HeldSession): boolean {
  return session.class !== 'not-possible' && session.class !== 'not-collected';
}

/** Whether the pupil was away for the whole of a session, with leave or without: not U, who came late. */
export function wasAway({ class: sort, code }: HeldSession): boolean {
  return (sort === 'authorised' || sort === 'unauthorised') && code !== 'U';
}

/** The pupil's school days of the academic year of `asOf`, and whether the term dates and the roll reach back to its start. */
export function thisYear({ question, days, roll }: Facts): {
  readonly days: readonly SchoolDay[];
  readonly whole: boolean;
} {
  const first = question.calendar.schoolDays[0];
  if (first === undefined) return { days, whole: false };
  const from = academicYearStart(question.asOf);
  const reached = fromDay(first) <= `${from.slice(0, 4)}-09-30`;
  const joined = roll.from !== null && roll.from >= fromDay(first);
  return { days: days.filter(({ date }) => date >= from), whole: reached || joined };
}

/** Sessions with no mark, leaving out those of `asOf` itself, whose register may not have been taken yet. */
export function missingMarks({ question }: Facts, days: readonly SchoolDay[]): number {
  return days
    .filter(({ date }) => date !== question.asOf)
    .reduce((sum, { sessions }) => sum + sessions.filter(({ code }) => code === null).length, 0);
}

/** Days on which one of these events is logged. */
export function daysLogged({ log }: Facts, ...names: readonly string[]): ReadonlySet<IsoDate> {
  return new Set(log?.filter(({ step }) => names.includes(step)).map(({ date }) => date));
}
