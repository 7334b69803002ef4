import { countUpTo, type SchoolCalendar, windowWeeks } from '../calendar/calendar.ts';
import { type Day, earlier, fromDay, type IsoDate, later, type Session, toDay } from '../calendar/dates.ts';
import { calendarFor } from '../calendar/for-year.ts';
import { isUnauthorised } from '../codes/codes.ts';
import type { Policy } from '../policy/policy.ts';
import { isOfCompulsoryAge, writtenYear } from '../pupil/age.ts';
import type { Pupil } from '../pupil/pupil.ts';
import { type Attendance, attendance, sessionsBetween } from './attendance.ts';
import { type Status, statusOf } from './count.ts';
import { type CountedMark, type Mark, standingMarks } from './marks.ts';
import { type Note, notesOn } from './notes.ts';

/** One pupil, one policy, one day. */
export interface HistoryQuestion {
  readonly policy: Policy;
  readonly asOf: IsoDate;
  readonly calendar: SchoolCalendar;
  readonly pupil?: Pupil | undefined;
  /** In any order; a later entry for the same session replaces an earlier one. */
  readonly marks: readonly Mark[];
}

/** An unauthorised session that counts. */
export interface CountedSession {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: 'G' | 'N' | 'O' | 'U';
}

/** The rolling count and the year's attendance of one pupil as at one day, as the batch contract fixes them. */
export interface History {
  readonly window: {
    /** First Monday; null when the calendar has no school week by then. */
    readonly from: IsoDate | null;
    readonly to: IsoDate;
    /** Mondays of the school weeks in the window, oldest first. */
    readonly weeks: readonly IsoDate[];
  };
  readonly unauthorised: {
    readonly total: number;
    /** The total less N. */
    readonly settled: number;
    readonly byCode: Readonly<Record<CountedSession['code'], number>>;
    readonly sessions: readonly CountedSession[];
  };
  readonly status: Status;
  /** School sessions in the window on roll, and how many have a mark that could be read. */
  readonly coverage: { readonly known: number; readonly expected: number };
  /** The earliest session at which the total in the window of its own day reached the threshold. */
  readonly firstMet: { readonly date: IsoDate; readonly session: Session } | null;
  /** Mondays ahead at which counted sessions drop out, with no new marks. */
  readonly leaving: readonly { readonly on: IsoDate; readonly sessions: number }[];
  readonly attendance: Attendance;
  readonly notes: readonly Note[];
}

/** Counts one pupil. Pure; never throws on any marks. */
export function history(question: HistoryQuestion): History {
  const { policy, asOf, pupil } = question;
  const calendar = calendarFor(question.calendar, writtenYear(pupil), asOf);
  const { sessions: threshold, schoolWeeks } = policy.threshold;
  const today = toDay(asOf);
  const roll = { from: pupil?.startDate ?? null, until: pupil?.leavingDate ?? null };
  const standing = standingMarks(question.marks).filter((mark) => mark.date <= asOf);
  const onRoll = standing.filter(
    ({ date }) => (roll.from === null || date >= roll.from) && (roll.until === null || date <= roll.until),
  );
  const held = onRoll.filter(({ day, session }) => calendar.meets(day, session));

  const weeks = windowWeeks(calendar, today, schoolWeeks);
  const start = weeks[0] ?? today;
  const inWindow = held.filter(({ day }) => day >= start);
  const sessions = inWindow.filter(isCounted).map(asCounted);
  const byCode = { G: 0, N: 0, O: 0, U: 0 };
  for (const { code } of sessions) byCode[code]++;
  const total = sessions.length;
  const settled = total - byCode.N;

  const known = inWindow.filter(({ reading }) => reading.kind === 'code').length;
  const expected = sessionsBetween(calendar, later(fromDay(start), roll.from), earlier(asOf, roll.until));
  const age = isOfCompulsoryAge(pupil, asOf);
  const applies = policy.register === 'own' && age !== 'no';
  return {
    window: { from: weeks.length === 0 ? null : fromDay(start), to: asOf, weeks: weeks.map(fromDay) },
    unauthorised: { total, settled, byCode, sessions },
    status: applies ? statusOf(total, settled, policy.threshold) : 'not-applicable',
    coverage: { known, expected },
    firstMet: firstMet(calendar, held.filter(isCounted), threshold, schoolWeeks),
    leaving: leaving(calendar, sessions, schoolWeeks),
    attendance: attendance(calendar, held, asOf, roll, policy.bands),
    notes: notesOn({ question, standing, onRoll, held, weeks, coverage: { known, expected }, age, sessions }),
  };
}

type UnauthorisedMark = CountedMark & { readonly reading: { readonly kind: 'code' } };

function isCounted(mark: CountedMark): mark is UnauthorisedMark {
  return mark.reading.kind === 'code' && isUnauthorised(mark.reading.entry.code);
}

function asCounted({ date, session, reading }: UnauthorisedMark): CountedSession {
  return { date, session, code: reading.entry.code as CountedSession['code'] };
}

/** The first of the counted sessions, oldest first, with enough of them behind it in the window of its own day. */
function firstMet(
  calendar: SchoolCalendar,
  counted: readonly UnauthorisedMark[],
  threshold: number,
  schoolWeeks: number,
): History['firstMet'] {
  const weeks = counted.map(({ day }) => countUpTo(calendar.weeks, day));
  const at = weeks.findIndex((week, i) => {
    const oldest = weeks[i - threshold + 1];
    return oldest !== undefined && week - oldest < schoolWeeks;
  });
  const mark = counted[at];
  return mark ? { date: mark.date, session: mark.session } : null;
}

/** A week's sessions, given oldest first, leave on the Monday of the school week that is `schoolWeeks` school weeks after it. */
function leaving(
  calendar: SchoolCalendar,
  sessions: readonly CountedSession[],
  schoolWeeks: number,
): History['leaving'] {
  const leavingOn = new Map<Day, number>();
  for (const { date } of sessions) {
    const on = calendar.weeks[countUpTo(calendar.weeks, toDay(date)) - 1 + schoolWeeks];
    if (on !== undefined) leavingOn.set(on, (leavingOn.get(on) ?? 0) + 1);
  }
  return [...leavingOn].map(([on, n]) => ({ on: fromDay(on), sessions: n }));
}
