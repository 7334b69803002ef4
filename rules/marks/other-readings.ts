import { type Minute, showMinute, toMinute } from '../calendar/clock.ts';
import type { OtherReading, SessionTimes } from '../policy/policy.ts';
import { type Check, clauses, finding } from './context.ts';
import { isTimed } from './entry.ts';
import { LAW } from './law.ts';

type Verdict = 'present' | 'late' | 'absent';

const IN_WORDS: Readonly<Record<Verdict, string>> = {
  present: 'in time',
  late: 'late (L)',
  absent: 'after close (U, or another absence code)',
};

/** Where two clauses of one policy give this entry different codes, both are said and neither is chosen silently. */
export const checkOtherReadings: Check = (marked) => {
  const { entry, policy, times, code } = marked;
  const present = code === '/' || code === '\\';
  if (!present && code !== 'L' && code !== 'U') return [];
  if (entry.arrived === undefined && !isTimed(marked)) return [];
  const minute = entry.arrived ?? entry.entered.minute;
  const safest = verdict(minute, times);
  return times.otherReadings.flatMap((other) => {
    const otherwise = verdict(minute, readAs(times, other));
    if (otherwise === safest) return [];
    const matters =
      safest === 'absent' ||
      otherwise === 'absent' ||
      code === 'L' ||
      (present && entry.arrived !== undefined);
    if (!matters) return [];
    const message = `The policy’s clauses differ: by one, ${showMinute(minute)} is ${IN_WORDS[safest]}; by another, ${IN_WORDS[otherwise]}. The first is applied.`;
    return [finding('policy-note', 'note', message, [], clauses(policy, other.clause, LAW.open))];
  });
};

/** Both of our schools with a second clause word it “more than” or “after”, so its own minute is still inside. */
function readAs(times: SessionTimes, other: OtherReading): SessionTimes {
  return {
    ...times,
    taken: other.lateAfter ?? times.taken,
    closes: other.closes ?? times.closes,
    closeMinute: other.closes === undefined ? times.closeMinute : 'late',
  };
}

function verdict(minute: Minute, { taken, closes, closeMinute }: SessionTimes): Verdict {
  if (closes !== null) {
    const close = toMinute(closes);
    if (minute > close || (minute === close && closeMinute === 'absent')) return 'absent';
  }
  return taken !== null && minute > toMinute(taken) ? 'late' : 'present';
}
