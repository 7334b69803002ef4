import { type Minute, showMinute, toMinute } from '../calendar/clock.ts';
import type { IsoDate, Session } from '../calendar/dates.ts';
import type { Policy, SessionTimes } from '../policy/policy.ts';
import { timesOn } from '../policy/times.ts';
import { checkShownMark } from './check.ts';
import { presentMark } from './context.ts';
import type { Finding } from './finding.ts';

/** The longest reason for coming late that is kept, in characters. */
export const LONGEST_REASON = 120;

/** A pupil who came to a session, and when, on the school's clock. */
export interface Arrival {
  readonly date: IsoDate;
  readonly session: Session;
  readonly arrived: Minute;
}

/** How late an arrival is by a policy, and the code that fits. */
export interface Lateness {
  /** Minutes after {@link since}; 0 for a pupil who came in time, null where the policy gives no such time. */
  readonly minutes: number | null;
  /** The time from which the policy counts; null where it gives none. */
  readonly since: Minute | null;
  /** What the minutes are counted from, in plain words: `39 minutes after the register was taken at 8:45`. */
  readonly basis: string;
  /** The code that fits; null where the policy does not say enough, or the session had ended. */
  readonly code: string | null;
  /** Why, in whole sentences. */
  readonly why: string;
  /** The policy's and the law's own words on it. */
  readonly clause: Finding['clause'];
}

/** What an arrival means by a policy: the checks of a mark with a known arrival, asked for the code they have nothing against. */
export function lateness(arrival: Arrival, policy: Policy): Lateness {
  const { session, date, arrived } = arrival;
  const times = timesOn(policy, session, date);
  const since = times.taken === null ? null : toMinute(times.taken);
  const minutes = since === null ? null : Math.max(0, arrived - since);
  return { minutes, since, basis: basisOf(arrived, times), ...codeFor(arrival, policy, times) };
}

/** One line for the comment box of the school's own system: `Arrived 9:24, 39 min after 8:45, U: bus late`. */
export function arrivalLine(arrived: Minute, { minutes, since, code }: Lateness, reason: string): string {
  const late = minutes !== null && minutes > 0 && since !== null;
  const parts = [
    `Arrived ${showMinute(arrived)}`,
    ...(late ? [`${minutes} min after ${showMinute(since)}`] : []),
    ...(minutes === 0 ? ['in time'] : []),
    ...(code === null ? [] : [code]),
  ];
  return parts.join(', ') + (reason === '' ? '' : `: ${reason}`);
}

function basisOf(arrived: Minute, times: SessionTimes): string {
  if (times.taken === null)
    return 'This policy does not say when the register is taken, so minutes late are not counted';
  const taken = toMinute(times.taken);
  const others = times.otherReadings.flatMap(({ lateAfter }) => {
    const from = lateAfter === undefined ? arrived : toMinute(lateAfter);
    return arrived > from ? [`; by another clause, ${apart(arrived - from)} after ${showMinute(from)}`] : [];
  });
  const side = arrived < taken ? 'before' : 'after';
  return `${apart(Math.abs(arrived - taken))} ${side} ${point(times)}${others.join('')}`;
}

const apart = (minutes: number): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** The time the policy counts from, as the policy calls it. */
function point({ taken, takenIs }: SessionTimes): string {
  const at = taken === null ? '' : showMinute(toMinute(taken));
  switch (takenIs) {
    case 'session-start':
      return `the start of the session at ${at}`;
    case 'in-class':
      return `${at}, when pupils are expected in class`;
    default:
      return `the register was taken at ${at}`;
  }
}

type Suggested = Pick<Lateness, 'code' | 'why' | 'clause'>;

function codeFor({ date, session, arrived }: Arrival, policy: Policy, times: SessionTimes): Suggested {
  const ask = (code: string) =>
    checkShownMark({ date, session, code, entered: { date, minute: arrived }, arrived }, policy);
  let against: Finding | undefined;
  // Without a taking time nothing tells the present mark from L.
  const codes = times.taken === null ? ['L', 'U'] : [presentMark(session), 'L', 'U'];
  for (const code of codes) {
    const found = ask(code);
    const unknown = found.find(({ rule }) => rule === 'close-unknown');
    if (unknown) return { code: null, why: noClose(session), clause: unknown.clause };
    const wrong = found.find(({ level, rule }) => level !== 'note' && rule !== 'wrong-session');
    if (!wrong) return fits(code, found, against);
    against = wrong;
  }
  return { code: null, why: against?.message ?? '', clause: against?.clause ?? {} };
}

/** `found` are notes on the code that fits, `against` is what was said of the one before it. */
function fits(code: string, found: readonly Finding[], against: Finding | undefined): Suggested {
  const boundary = found.find(({ rule }) => rule === 'boundary-minute');
  const says = boundary ?? against;
  const clash = found.find(({ rule }) => rule === 'policy-note');
  const why = [says?.message ?? 'Here by the time the register is taken is present.', clash?.message];
  return { code, why: why.filter((one) => one !== undefined).join(' '), clause: says?.clause ?? {} };
}

const noClose = (session: Session): string =>
  `This policy gives no ${session} close, so lateness cannot be checked.`;
