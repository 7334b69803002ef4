import { bankHolidaysIn } from './bank-holidays.ts';
import type { CalendarInput, Closure, Term } from './calendar.ts';
import { type Day, fromDay, type IsoDate, SESSIONS, type Session, toDay, weekday } from './dates.ts';
import { schoolBreakIn } from './school-breaks.ts';
import { longDate } from './show.ts';

/** What the marks kept say of one session. Sessions of which nothing is kept need not be given. */
export interface SessionTally {
  readonly date: IsoDate;
  readonly session: Session;
  /** Pupils with a mark, `#` apart. */
  readonly marked: number;
  /** Pupils with `#`: planned closure. */
  readonly closed: number;
  /** Pupils of whom there are marks both up to then and from then on. */
  readonly of: number;
}

/** Term dates worked out from marks, and what they rest on. */
export interface InferredCalendar {
  /**
   * To count with. What is not known is taken as held, so that a count made with it has marks missing and is “at least”:
   * a week wrongly taken as no school week would reach back too far and count too much.
   */
  readonly calendar: CalendarInput;
  /** First and last day of which the marks say that school met. */
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Weekdays between them of which the marks do not say enough. */
  readonly unknown: readonly IsoDate[];
  /** Each in a plain sentence. */
  readonly assumptions: readonly string[];
}

/** So many marks are no slip; in a small school or group, half of those there may be. */
const MANY_MARKS = 10;
const FEW_MARKS = 3;
/** A day without a mark is a closure only where nearly all of so many pupils have marks around it. */
const WHOLE_SCHOOL = 20;
const NEARLY_ALL = 0.9;
/** After the last mark nothing is known; a year of school days keeps counts lower bounds until term dates are given. */
const DAYS_AHEAD = 365;
const SHORTEST_BREAK = 5;

type Said = 'open' | 'closed' | 'silent' | 'thin';

/** When school met, as marks show it; null where no session has marks enough. Order of the tallies does not matter. */
export function inferCalendar(tallies: readonly SessionTally[]): InferredCalendar | null {
  const at = new Map(tallies.map((tally) => [`${tally.date} ${tally.session}`, tally]));
  const tallyOf = (day: Day, session: Session) => at.get(`${fromDay(day)} ${session}`);
  const says = (day: Day, session: Session) => saidBy(tallyOf(day, session));
  const open = tallies
    .filter((tally) => saidBy(tally) === 'open' && weekday(toDay(tally.date)) < 5)
    .map(({ date }) => toDay(date));
  if (open.length === 0) return null;
  const first = open.reduce((a, b) => Math.min(a, b));
  const last = open.reduce((a, b) => Math.max(a, b));
  const isOpen = new Set(open);

  const breaks: Term[] = [];
  const closures: Closure[] = [];
  const unknown: IsoDate[] = [];
  for (const run of silentRuns(first, last, isOpen)) {
    const from = fromDay(run[0] as Day);
    const to = fromDay(run.at(-1) as Day);
    const around =
      isWhole(tallyOf, nearest(isOpen, run[0] as Day, -1)) &&
      isWhole(tallyOf, nearest(isOpen, run.at(-1) as Day, 1));
    const silent = run.every((day) => SESSIONS.every((session) => says(day, session) !== 'thin'));
    if (silent && around && run.length >= SHORTEST_BREAK && schoolBreakIn(from, to))
      breaks.push({ from, to });
    else
      for (const day of run) {
        const date = fromDay(day);
        const planned = SESSIONS.every((session) => says(day, session) === 'closed');
        const holiday = bankHolidaysIn(date, date)[0]?.name;
        if (planned)
          closures.push({ from: date, to: date, sessions: 'both', reason: 'Marked # in the register' });
        else if (silent && holiday)
          closures.push({ from: date, to: date, sessions: 'both', reason: holiday });
        else unknown.push(date);
      }
  }
  closures.push(...plannedHalves(isOpen, says));
  closures.sort((a, b) => (a.from < b.from ? -1 : 1));
  return {
    calendar: { terms: [...between(first, last, breaks), ahead(last)], closures },
    ...{ first: fromDay(first), last: fromDay(last), unknown },
    assumptions: assumptionsOf(fromDay(last), unknown.length, breaks.length),
  };
}

function saidBy(tally: SessionTally | undefined): Said {
  if (!tally || tally.marked + tally.closed === 0) return 'silent';
  if (tally.marked >= MANY_MARKS || (tally.marked >= FEW_MARKS && tally.marked * 2 >= tally.of))
    return 'open';
  if (tally.marked === 0 && tally.closed >= FEW_MARKS && tally.closed * 2 >= tally.of) return 'closed';
  return 'thin';
}

/** Neighbouring weekdays on which no session is known to have been held. */
function silentRuns(first: Day, last: Day, isOpen: ReadonlySet<Day>): readonly (readonly Day[])[] {
  const runs: Day[][] = [];
  let run: Day[] = [];
  for (let day = first; day <= last; day++) {
    if (weekday(day) > 4) continue;
    if (!isOpen.has(day)) run.push(day);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
}

function nearest(isOpen: ReadonlySet<Day>, from: Day, step: 1 | -1): Day {
  let day = from;
  while (!isOpen.has(day)) day += step;
  return day;
}

/** Whether nearly every pupil of a whole school has a mark that day: then a file of marks was read, not a page or two. */
function isWhole(tallyOf: (day: Day, session: Session) => SessionTally | undefined, day: Day): boolean {
  return SESSIONS.some((session) => {
    const tally = tallyOf(day, session);
    return tally !== undefined && tally.of >= WHOLE_SCHOOL && tally.marked >= tally.of * NEARLY_ALL;
  });
}

function plannedHalves(
  isOpen: ReadonlySet<Day>,
  says: (day: Day, session: Session) => Said,
): readonly Closure[] {
  return [...isOpen].flatMap((day) =>
    SESSIONS.filter((session) => says(day, session) === 'closed').map((sessions) => ({
      ...{ from: fromDay(day), to: fromDay(day), sessions, reason: 'Marked # in the register' },
    })),
  );
}

function between(first: Day, last: Day, breaks: readonly Term[]): readonly Term[] {
  const terms: Term[] = [];
  let from = first;
  for (const off of breaks) {
    terms.push({ from: fromDay(from), to: fromDay(toDay(off.from) - 1) });
    from = toDay(off.to) + 1;
  }
  return [...terms, { from: fromDay(from), to: fromDay(last) }];
}

function ahead(last: Day): Term {
  return { from: fromDay(last + 1), to: fromDay(last + DAYS_AHEAD) };
}

function assumptionsOf(last: IsoDate, unknown: number, breaks: number): readonly string[] {
  return [
    'A session was held where ten pupils or more, or half of a smaller number, have a mark.',
    ...(breaks > 0
      ? ['A week or more without a mark of anybody, at a time of year when schools are closed, is a holiday.']
      : []),
    ...(unknown > 0
      ? [
          `${unknown === 1 ? 'One weekday has' : `${unknown} weekdays have`} too few marks to tell. They are taken as school days, so a count over them is “at least”.`,
        ]
      : []),
    `Nothing is known after the last mark, ${longDate(last)}: every weekday after it is taken as a school day, so counts then are “at least”.`,
    'Before the first mark nothing is known, and nothing is counted.',
  ];
}
