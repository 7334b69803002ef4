/**
 * The rules of a history again, from the words of the contract alone and as slowly as they read: every session there is
 * is listed, and then counted. Shares no code with rules/, not even its calendar, so that both are not wrong together.
 */
const DAY = 86_400_000;
const plus = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
/** The Monday of the week: Sunday belongs to the week before. */
const monday = (date: string) => plus(date, -((new Date(date).getUTCDay() + 6) % 7));

const ATTENDED = '/ \\ L K V P W B J'.split(' ');
const AUTHORISED = 'C1 M J1 S C2 C T R I E H F'.split(' ');
const UNAUTHORISED = 'G N O U'.split(' ');

interface Period {
  readonly from: string;
  readonly to: string;
}

/** A school year as it is sent: terms, and closures of whole or half days. */
export interface SlowCalendar {
  readonly terms: readonly Period[];
  readonly closures: readonly (Period & { readonly sessions: 'AM' | 'PM' | 'both' })[];
}

interface SlowMark {
  readonly date: string;
  readonly session: string;
  readonly code: string;
}

/** One session the school holds: its day, AM or PM, and the Monday of its week. */
interface Held {
  readonly date: string;
  readonly key: string;
  readonly week: string;
}

function heldBy({ terms, closures }: SlowCalendar): readonly Held[] {
  const held = new Map<string, Held>();
  for (const { from, to } of terms)
    for (let date = from; date <= to; date = plus(date, 1))
      for (const session of ['AM', 'PM']) {
        const weekend = [0, 6].includes(new Date(date).getUTCDay());
        const closed = closures.some(
          (one) =>
            date >= one.from && date <= one.to && (one.sessions === 'both' || one.sessions === session),
        );
        const key = `${date} ${session}`;
        if (!weekend && !closed) held.set(key, { date, key, week: monday(date) });
      }
  return [...held.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Every session the school holds, as `2026-11-09 AM`, in order. */
export function slowSessions(calendar: SlowCalendar): readonly string[] {
  return heldBy(calendar).map(({ key }) => key);
}

/** Mondays of the ten latest weeks with a session that begin on or before the day. */
function slowWindow(weeks: readonly string[], asOf: string): readonly string[] {
  return weeks.filter((week) => week <= asOf).slice(-10);
}

/** What a history says of one pupil on one day, found by going through every session. */
export function slowHistory(
  calendar: SlowCalendar,
  asOf: string,
  marks: readonly SlowMark[],
  pupil: { readonly startDate?: string | undefined; readonly leavingDate?: string | undefined } = {},
) {
  const all = heldBy(calendar);
  const everyWeek = [...new Set(all.map(({ week }) => week))].sort();
  const latest = new Map(marks.map(({ date, session, code }) => [`${date} ${session}`, code]));
  const onRoll = all.filter(
    ({ date }) =>
      date <= asOf &&
      (pupil.startDate === undefined || date >= pupil.startDate) &&
      (pupil.leavingDate === undefined || date <= pupil.leavingDate),
  );
  const codeAt = ({ key }: Held) => latest.get(key) ?? '';
  const weeks = slowWindow(everyWeek, asOf);
  const inside = onRoll.filter(({ week }) => weeks.includes(week));
  const counted = inside.filter((one) => UNAUTHORISED.includes(codeAt(one)));

  const september = Number(asOf.slice(5, 7)) >= 9 ? asOf.slice(0, 4) : String(Number(asOf.slice(0, 4)) - 1);
  const year = onRoll.filter(({ date }) => date >= `${september}-09-01`);
  const among = (codes: readonly string[]) => year.filter((one) => codes.includes(codeAt(one))).length;
  const [attended, authorised, unauthorised] = [among(ATTENDED), among(AUTHORISED), among(UNAUTHORISED)];
  const unmarked = year.filter((one) => codeAt(one) === '').length;

  return {
    weeks,
    total: counted.length,
    settled: counted.filter((one) => codeAt(one) !== 'N').length,
    known: inside.filter((one) => codeAt(one) !== '').length,
    expected: inside.length,
    firstMet: slowFirstMet(
      everyWeek,
      onRoll.filter((one) => UNAUTHORISED.includes(codeAt(one))),
    ),
    leaving: slowLeaving(everyWeek, asOf, counted),
    attended,
    authorised,
    unauthorised,
    possible: attended + authorised + unauthorised,
    notPossible: year.length - attended - authorised - unauthorised - unmarked,
    unmarked,
    persistent:
      attended + authorised + unauthorised > 0 &&
      (authorised + unauthorised) * 10 >= attended + authorised + unauthorised,
    severe:
      attended + authorised + unauthorised > 0 &&
      (authorised + unauthorised) * 2 >= attended + authorised + unauthorised,
  };
}

/** Each unauthorised session in turn: is the total of the window of its own day, up to it, ten? */
function slowFirstMet(weeks: readonly string[], unauthorised: readonly Held[]): string | null {
  const met = unauthorised.find(({ date, key }) => {
    const window = slowWindow(weeks, date);
    return unauthorised.filter((other) => other.key <= key && window.includes(other.week)).length >= 10;
  });
  return met?.key ?? null;
}

/** Each later Monday in turn: which of the sessions still counted are no longer in its window? */
function slowLeaving(weeks: readonly string[], asOf: string, counted: readonly Held[]) {
  let left = counted;
  return weeks
    .filter((week) => week > asOf)
    .flatMap((on) => {
      const window = slowWindow(weeks, on);
      const stay = left.filter(({ week }) => window.includes(week));
      const sessions = left.length - stay.length;
      left = stay;
      return sessions === 0 ? [] : [{ on, sessions }];
    });
}
