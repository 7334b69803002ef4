import { type Minute, showMinute } from '../../../rules/calendar/clock.ts';
import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import { lateness } from '../../../rules/marks/lateness.ts';
import type { Policy } from '../../../rules/policy/policy.ts';
import { toldApart } from '../../late/told-apart.ts';

/** An arrival as it is kept; the store's own fits. */
export interface KeptArrival {
  readonly origin: string;
  readonly pupil: string;
  readonly session: Session;
  readonly arrived: Minute;
  readonly reason: string;
  readonly name: string | null;
  /** The mark of the session as last seen; null where none was. */
  readonly code: string | null;
}

/** One line of the day's list. */
export interface LateRow extends KeptArrival {
  /** Null where the policy does not say from when. */
  readonly minutes: number | null;
  /** From when the minutes are counted, `8:45`; null where the policy does not say. */
  readonly since: string | null;
  /** Null where the policy does not say enough. */
  readonly suggested: string | null;
}

/** What the list is put in order by; what is equal stays by session, arrival and name. */
export type LateOrder = 'arrival' | 'name' | 'minutes';

/** What of a day's arrivals is listed, and how. */
export interface LateChoice {
  readonly session: Session | null;
  readonly order: LateOrder;
}

/** The lines of a day. `names` stand in where the store keeps none. */
export function lateRows(
  date: IsoDate,
  arrivals: readonly KeptArrival[],
  policy: Policy,
  names: Readonly<Record<string, string>>,
): readonly LateRow[] {
  const named = Object.entries(names).map(([pupil, name]) => ({ pupil, name }));
  const rows = arrivals.map((one) => {
    const { minutes, since, code } = lateness({ date, session: one.session, arrived: one.arrived }, policy);
    const name = one.name ?? (Object.hasOwn(names, one.pupil) ? (names[one.pupil] ?? null) : null);
    return { ...one, name, minutes, since: since === null ? null : showMinute(since), suggested: code };
  });
  return toldApart(rows, named);
}

/** The lines that are chosen, in the order that is. */
export function chosenRows(rows: readonly LateRow[], { session, order }: LateChoice): readonly LateRow[] {
  const byName = (a: LateRow, b: LateRow) =>
    shownName(a).localeCompare(shownName(b), 'en-GB', { numeric: true });
  const byArrival = (a: LateRow, b: LateRow) =>
    a.session.localeCompare(b.session) || a.arrived - b.arrived || byName(a, b);
  const orders: Readonly<Record<LateOrder, (a: LateRow, b: LateRow) => number>> = {
    arrival: byArrival,
    name: (a, b) => byName(a, b) || byArrival(a, b),
    minutes: (a, b) => (b.minutes ?? -1) - (a.minutes ?? -1) || byArrival(a, b),
  };
  return rows.filter((row) => session === null || row.session === session).sort(orders[order]);
}

/** The name, or, where nobody has said it, the number that the school's system gives. */
export function shownName({ name, pupil }: Pick<LateRow, 'name' | 'pupil'>): string {
  return name ?? pupil;
}
