import { showMinute, toMinute } from '../calendar/clock.ts';
import { timesOn } from '../policy/times.ts';
import { daysLogged, EVENTS, type Facts, type HeldSession, wasAway } from './facts.ts';
import { type Reading, showBetween } from './reading.ts';

/** Whether the register of a session of `asOf` has closed; a policy with no close counts a session as soon as it is marked. */
function closed({ question }: Facts, { session, code }: HeldSession): boolean | null {
  const { now, asOf, policy, pupil } = question;
  const close = timesOn(policy, session, asOf, pupil?.yearGroup).closes;
  if (close === null) return code !== null;
  if (!now) return null;
  if (now.date !== asOf) return now.date > asOf;
  return now.minute >= toMinute(close);
}

function sessionsOf({ days, question }: Facts): readonly HeldSession[] {
  const last = days.at(-1);
  return last?.date === question.asOf ? last.sessions : [];
}

/** Sessions of the day, of those whose register has closed, that certainly and possibly belong. */
function count(
  facts: Facts,
  sessions: readonly HeldSession[],
  belongs: (session: HeldSession) => boolean | null,
  what: string,
): Reading {
  let least = 0;
  let most = 0;
  const gaps = new Set<string>();
  for (const session of sessions) {
    const shut = closed(facts, session);
    const fits = session.code === null ? null : belongs(session);
    // Before it closes, or with no clock to tell, a register is not expected to be marked.
    if (shut === false || fits === false || (session.code === null && shut === null)) continue;
    most++;
    if (shut && fits) least++;
    else if (session.code === null) gaps.add(`the ${session.session} mark is missing`);
    else if (shut === null) gaps.add('the time of day is not known');
    else gaps.add('O may stand for a reason that was given, and no log of reasons is kept here');
  }
  const { now, asOf } = facts.question;
  const at = now?.date === asOf ? ` by ${showMinute(now.minute)}` : '';
  const says = `${showBetween(least, most, 'session')} ${what} today${at}`;
  return {
    kind: 'amount',
    least,
    most,
    of: 1,
    says,
    ...(gaps.size > 0 ? { gap: [...gaps].join(', ') } : {}),
  };
}

export function absentToday(facts: Facts): Reading {
  return count(facts, sessionsOf(facts), wasAway, 'absent');
}

export function unexplainedToday(facts: Facts): Reading {
  return unexplained(facts, sessionsOf(facts));
}

export function unexplainedThisMorning(facts: Facts): Reading {
  return unexplained(
    facts,
    sessionsOf(facts).filter(({ session }) => session === 'AM'),
  );
}

function unexplained(facts: Facts, sessions: readonly HeldSession[]): Reading {
  const answered = daysLogged(facts, EVENTS.reasonGiven, EVENTS.parentContact).has(facts.question.asOf);
  const belongs = ({ code }: HeldSession) =>
    code === 'O' && !facts.log ? null : code === 'N' || code === 'O';
  return count(facts, answered ? [] : sessions, belongs, 'absent with no reason known');
}
