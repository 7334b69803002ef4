import type { IsoDate } from '../calendar/dates.ts';
import { longDay } from '../calendar/show.ts';
import { isUnauthorised } from '../codes/codes.ts';
import {
  daysLogged,
  EVENTS,
  type Facts,
  type HeldSession,
  type SchoolDay,
  wasAway,
  wasDue,
} from './facts.ts';
import { type Amount, type Reading, showBetween } from './reading.ts';
import type { Step } from './step.ts';

type Marked = HeldSession & { readonly code: string };

/** Whether a marked session of a day belongs to the run that is being counted. */
type Fits = (session: Marked, date: IsoDate) => boolean;

/** School days in a row, the latest last. */
interface Run {
  readonly days: readonly SchoolDay[];
  /** The day before it, which does not belong; null where the run reaches back to the pupil's first day. */
  readonly before: SchoolDay | null;
  /** Whether marks are missing before it, so that it may be longer. */
  readonly open: boolean;
}

/**
 * The run of school days that ends at `asOf`, walking back. A day belongs when every marked session the pupil was due
 * for fits; a day with no session due neither belongs nor ends it. Of `asOf` itself a first mark is enough, or, for
 * `wholeDays`, all of them; until then the run stands as it did the day before.
 */
function runOf({ question, days, fromTheStart }: Facts, fits: Fits, wholeDays = false): Run {
  const run: SchoolDay[] = [];
  for (const day of days.toReversed()) {
    const due = day.sessions.filter(wasDue);
    const marked = due.filter((session): session is Marked => session.code !== null);
    if (marked.some((session) => !fits(session, day.date)))
      return { days: run.reverse(), before: day, open: false };
    const today = day.date === question.asOf;
    if (marked.length === due.length ? due.length > 0 : today && marked.length > 0 && !wholeDays)
      run.push(day);
    else if (marked.length < due.length && !today) return { days: run.reverse(), before: day, open: true };
  }
  return { days: run.reverse(), before: null, open: !fromTheStart };
}

function reading({ days, open }: Run, what: string, most: number | null = open ? null : days.length): Amount {
  const first = days[0];
  const from = first ? `, from ${longDay(first.date)}` : '';
  const figure = showBetween(days.length, most, 'school day');
  const says = `${figure} in a row ${what}${from}`;
  return {
    kind: 'amount',
    least: days.length,
    most,
    of: 1,
    says,
    ...(open ? { gap: 'marks before that are missing' } : {}),
  };
}

/** The first day of the absence the pupil is in; null when the pupil is in none. */
export function absenceStart(facts: Facts): IsoDate | null {
  return runOf(facts, wasAway).days[0]?.date ?? null;
}

export function daysAbsent(facts: Facts): Reading {
  return reading(runOf(facts, wasAway), 'absent');
}

export function daysUnauthorised(facts: Facts): Reading {
  return reading(
    runOf(facts, ({ code }) => isUnauthorised(code), true),
    'coded G, N, O or U',
  );
}

export function daysWithoutLeave(facts: Facts): Reading {
  return reading(runOf(facts, isWithoutLeave, true), 'coded G, N or O');
}

export function daysIll(facts: Facts): Reading {
  return reading(
    runOf(facts, ({ code }) => code === 'I'),
    'coded I',
  );
}

export function daysUnexplained(facts: Facts): Reading {
  return unexplained(facts, daysLogged(facts, EVENTS.reasonGiven), 'unexplained');
}

export function daysWithoutContact(facts: Facts): Reading {
  const answered = daysLogged(facts, EVENTS.reasonGiven, EVENTS.parentContact);
  return unexplained(facts, answered, 'with no contact');
}

/** N has no reason. O may have one that was not accepted: the log says, and where none is kept O only may belong. */
function unexplained(facts: Facts, answered: ReadonlySet<IsoDate>, what: string): Reading {
  const coded = (codes: string): Run =>
    runOf(facts, ({ code }, date) => codes.includes(code) && !answered.has(date));
  const both = coded('NO');
  if (facts.log) return reading(both, `${what} (coded N or O)`);
  const certain = coded('N');
  if (certain.days.length === both.days.length) return reading(both, `${what} (coded N)`);
  const result = reading(certain, `${what} (coded N or O)`, both.open ? null : both.days.length);
  return { ...result, gap: 'O may stand for a reason that was given, and no log of reasons is kept here' };
}

export function daysAfterAuthorised(facts: Facts): Reading {
  const run = runOf(facts, isWithoutLeave, true);
  const what = 'coded G, N or O straight after an authorised absence';
  if (run.open) return { ...reading(run, what), least: 0 };
  // What does not belong to the run and is no attendance is an absence with leave.
  const follows = run.before?.sessions.filter(wasDue).every(wasAway);
  return follows ? reading(run, what) : reading({ days: [], before: null, open: false }, what);
}

export function daysAbsentSinceLast(facts: Facts, { id }: Step): Reading {
  const run = runOf(facts, wasAway);
  const last = facts.log?.findLast(({ step }) => step === id)?.date;
  const first = run.days[0];
  if (last === undefined || first === undefined || last < first.date) return reading(run, 'absent');
  const after = run.days.filter(({ date }) => date > last);
  return reading(
    { days: after, before: null, open: false },
    `absent since this was last done on ${longDay(last)}`,
  );
}

function isWithoutLeave({ code }: HeldSession): boolean {
  return code === 'G' || code === 'N' || code === 'O';
}
