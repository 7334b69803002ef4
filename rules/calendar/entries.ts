import type { CalendarInput, Closure, Term } from './calendar.ts';
import { type Day, fromDay, type IsoDate, type Session, toDay, weekday } from './dates.ts';
import { longDay } from './show.ts';
import type { EntryKind } from './words.ts';

/** One run of days as somebody wrote it, and what it was understood to be. People may change all but where it stands. */
export interface Entry {
  /** Number of the line or the event, counted from 1. */
  readonly place: number;
  /** The line, or the name of the event. */
  readonly text: string;
  readonly kind: EntryKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly sessions: Session | 'both';
  readonly reason?: string | undefined;
  readonly yearGroups?: readonly number[] | undefined;
  /** What was added to what is written, each in a plain sentence: the year, the half of the day. */
  readonly assumed: readonly string[];
}

/** The calendar that entries make, and each thing that stands in its way, in plain sentences. */
export interface Composed {
  readonly calendar: CalendarInput;
  readonly problems: readonly string[];
}

interface Run {
  readonly from: Day;
  readonly to: Day;
}

/** Longer than any term: a last day that far off belongs to another. */
const LONGEST_TERM_DAYS = 140;
const A_WEEK = 5;

/** Terms are written as runs of days, or as first and last days; half terms and holidays are cut out of them. */
export function compose(entries: readonly Entry[]): Composed {
  const of = (...kinds: EntryKind[]) => entries.filter(({ kind }) => kinds.includes(kind));
  const written = of('term').map(runOf);
  const paired = pairEdges(of('first-day', 'last-day'), written);
  const breaks = of('half-term', 'holiday');
  const long = breaks.filter((entry) => weekdaysIn(runOf(entry)) >= A_WEEK);
  const terms = cut([...written, ...paired.terms], [...long.map(runOf), ...paired.breaks]);
  const closures = [
    ...breaks.filter((entry) => !long.includes(entry)),
    ...of('inset', 'bank-holiday', 'closed'),
  ].map(closureOf);
  return {
    calendar: { terms, closures: closures.sort((a, b) => (a.from < b.from ? -1 : 1)) },
    problems: paired.problems,
  };
}

function runOf({ from, to }: Term): Run {
  return { from: toDay(from), to: toDay(to) };
}

function closureOf({ from, to, sessions, reason, yearGroups }: Entry): Closure {
  return { from, to, sessions, ...(reason ? { reason } : {}), ...(yearGroups ? { yearGroups } : {}) };
}

/** A first day and the last day after it are a term; inside a written term, a last day and the first after it are a break. */
function pairEdges(edges: readonly Entry[], written: readonly Run[]) {
  const terms: Run[] = [];
  const breaks: Run[] = [];
  const problems: string[] = [];
  let open: Entry | null = null;
  let shut: Entry | null = null;
  const days = [...new Map(edges.map((edge) => [`${edge.kind} ${edge.from}`, edge])).values()];
  for (const edge of days.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const day = toDay(edge.from);
    const inside = written.find(({ from, to }) => from <= day && day <= to);
    if (inside) {
      if (edge.kind === 'last-day') shut = day === inside.to ? null : edge;
      else if (shut) {
        breaks.push({ from: toDay(shut.from) + 1, to: day - 1 });
        shut = null;
      } else if (day !== inside.from)
        problems.push(
          `${longDay(edge.from)} is given as a first day, but lies inside a term that began before it.`,
        );
    } else if (edge.kind === 'first-day') {
      if (open) problems.push(noLast(open));
      open = edge;
    } else if (open && day - toDay(open.from) <= LONGEST_TERM_DAYS) {
      terms.push({ from: toDay(open.from), to: day });
      open = null;
    } else {
      if (open) problems.push(noLast(open));
      open = null;
      problems.push(`No first day is given for the term that ends on ${longDay(edge.from)}.`);
    }
  }
  if (open) problems.push(noLast(open));
  if (shut) problems.push(`No day back is given after ${longDay(shut.from)}, inside a term that goes on.`);
  return { terms, breaks, problems };
}

function noLast(entry: Entry): string {
  return `No last day is given for the term that starts on ${longDay(entry.from)}.`;
}

/** The runs less the breaks, in order; where a break was cut out, a piece begins or ends on a weekday. */
function cut(runs: readonly Run[], breaks: readonly Run[]): readonly Term[] {
  let pieces = [...runs];
  for (const off of breaks)
    pieces = pieces.flatMap((run) =>
      off.to < run.from || off.from > run.to
        ? [run]
        : [trimmed({ from: run.from, to: off.from - 1 }), trimmed({ from: off.to + 1, to: run.to })],
    );
  return pieces
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => ({ from: fromDay(from), to: fromDay(to) }));
}

function trimmed({ from, to }: Run): Run {
  const first = weekday(from) > 4 ? from + 7 - weekday(from) : from;
  return { from: first, to: weekday(to) > 4 ? to - (weekday(to) - 4) : to };
}

function weekdaysIn({ from, to }: Run): number {
  let days = 0;
  for (let day = from; day <= to; day++) if (weekday(day) < 5) days++;
  return days;
}
