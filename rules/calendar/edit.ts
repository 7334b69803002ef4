import { yearOf } from '../strips/strips.ts';
import { bankHolidaysIn } from './bank-holidays.ts';
import { type CalendarInput, type Closure, schoolCalendar, type Term } from './calendar.ts';
import { type Day, fromDay, type IsoDate, SESSIONS, type Session, toDay, weekday } from './dates.ts';
import { closedFor } from './for-year.ts';

/** How one session stands in a calendar. */
export type SessionState =
  | { readonly kind: 'open'; readonly closedFor: readonly number[] }
  | { readonly kind: 'closed'; readonly reason: string | null }
  /** In no term. */
  | { readonly kind: 'outside' };

/** Looks up how sessions stand; made once for a whole grid. */
export function statesOf(input: CalendarInput): (day: Day, session: Session) => SessionState {
  const calendar = schoolCalendar(input);
  const terms = input.terms.map(({ from, to }) => [toDay(from), toDay(to)] as const);
  return (day, session) => {
    if (calendar.meets(day, session)) return { kind: 'open', closedFor: closedFor(calendar, day, session) };
    if (!terms.some(([from, to]) => from <= day && day <= to)) return { kind: 'outside' };
    const closure = input.closures.find(
      ({ from, to, sessions, yearGroups }) =>
        !yearGroups &&
        toDay(from) <= day &&
        day <= toDay(to) &&
        (sessions === 'both' || sessions === session),
    );
    return { kind: 'closed', reason: closure?.reason ?? null };
  };
}

/** The calendar with `sessions` of a day closed, for all or for some year groups. A day in no term is left as it is. */
export function closeSessions(
  calendar: CalendarInput,
  date: IsoDate,
  sessions: Session | 'both',
  closing: { readonly reason?: string | undefined; readonly yearGroups?: readonly number[] | undefined },
): CalendarInput {
  const { reason, yearGroups } = closing;
  const closure: Closure = {
    ...{ from: date, to: date, sessions },
    ...(reason ? { reason } : {}),
    ...(yearGroups && yearGroups.length > 0 ? { yearGroups } : {}),
  };
  const rest = yearGroups ? calendar.closures : without(calendar.closures, date, sessions);
  return { terms: calendar.terms, closures: joined([...rest, closure]) };
}

/** The calendar with `sessions` of a weekday open to everybody: closures are cut, and a day in no term becomes one. */
export function openSessions(
  calendar: CalendarInput,
  date: IsoDate,
  sessions: Session | 'both',
): CalendarInput {
  const inTerm = calendar.terms.some(({ from, to }) => from <= date && date <= to);
  const closures = without(calendar.closures, date, sessions);
  if (inTerm) return { terms: calendar.terms, closures };
  const other = SESSIONS.find((session) => sessions !== 'both' && session !== sessions);
  const opened = { terms: touching([...calendar.terms, { from: date, to: date }]), closures };
  return other ? closeSessions(opened, date, other, {}) : opened;
}

/** Closes every bank holiday that lies in a term and is open. */
export function closeBankHolidays(calendar: CalendarInput): CalendarInput {
  return calendar.terms
    .flatMap(({ from, to }) => bankHolidaysIn(from, to))
    .reduce((now, { date, name }) => {
      const { meets } = schoolCalendar(now);
      const open = SESSIONS.some((session) => meets(toDay(date), session));
      return open ? closeSessions(now, date, 'both', { reason: name }) : now;
    }, calendar);
}

/**
 * `now` with the academic years that `incoming` has terms in replaced by it. With `keepClosures`, closures already there in
 * those years stay beside the new. Without any term, its closures are added.
 */
export function mergeYears(
  now: CalendarInput,
  incoming: CalendarInput,
  keepClosures: boolean,
): CalendarInput {
  const years = new Set(incoming.terms.map(({ from }) => yearOf(from)));
  const kept = now.closures.filter(({ from }) => keepClosures || !years.has(yearOf(from)));
  return {
    terms: byDate([...now.terms.filter(({ from }) => !years.has(yearOf(from))), ...incoming.terms]),
    closures: joined([...kept, ...incoming.closures]),
  };
}

/** In order of their days, each said once. */
function joined(closures: readonly Closure[]): readonly Closure[] {
  const once = new Map(
    closures.map((each) => [`${each.from} ${each.to} ${each.sessions} ${each.yearGroups ?? ''}`, each]),
  );
  return byDate([...once.values()]);
}

function byDate<T extends Term>(runs: readonly T[]): readonly T[] {
  return [...runs].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function without(
  closures: readonly Closure[],
  date: IsoDate,
  sessions: Session | 'both',
): readonly Closure[] {
  const day = toDay(date);
  return closures.flatMap((closure): readonly Closure[] => {
    const { from, to } = closure;
    if (date < from || date > to) return [closure];
    const parts: Closure[] = [];
    if (from < date) parts.push({ ...closure, to: fromDay(day - 1) });
    const left = SESSIONS.find((session) => sessions !== 'both' && session !== sessions);
    if (left && (closure.sessions === 'both' || closure.sessions === left))
      parts.push({ ...closure, from: date, to: date, sessions: left });
    if (to > date) parts.push({ ...closure, from: fromDay(day + 1) });
    return parts;
  });
}

/** Terms with nothing but a weekend, or nothing, between them become one. */
function touching(terms: readonly Term[]): readonly Term[] {
  const runs: Term[] = [];
  for (const term of byDate(terms)) {
    const last = runs.at(-1);
    if (last && nextWeekday(last.to) >= term.from)
      runs[runs.length - 1] = { from: last.from, to: term.to > last.to ? term.to : last.to };
    else runs.push(term);
  }
  return runs;
}

function nextWeekday(date: IsoDate): IsoDate {
  let day = toDay(date) + 1;
  while (weekday(day) > 4) day++;
  return fromDay(day);
}
