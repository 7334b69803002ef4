import { type Minute, showMinute, toMinute } from '../calendar/clock.ts';
import { clauses, finding, type Marked, sessionName } from './context.ts';
import type { Finding } from './finding.ts';
import { LAW } from './law.ts';
import { AFTER_CLOSE } from './place.ts';

/** The arrival or the entry is in the close minute itself: how this policy reads it, and whether the mark agrees. */
export function boundaryMinute(marked: Marked, minute: Minute): Finding {
  const { policy, times, code, entry } = marked;
  const late = times.closeMinute === 'late';
  // A present mark of a pupil nobody saw arrive is only entered in that minute: nothing says the pupil was late.
  const onlyEntered = entry.arrived === undefined && code !== 'U';
  const agrees = late ? code === 'L' || onlyEntered : code === 'U';
  const reading = late
    ? 'as still late: L'
    : 'as already absent: U, or another absence code if the reason fits';
  return finding(
    'boundary-minute',
    agrees ? 'note' : 'check',
    `${showMinute(minute)} is the minute the register closes. ${policy.school} reads it ${reading}.`,
    agrees ? [] : late ? ['L'] : AFTER_CLOSE,
    clauses(policy, times.clause, late ? LAW.late : LAW.afterClose),
  );
}

/** The policy gives no close, so nobody can say whether L or U is right. */
export function closeUnknown({ policy, times, entry }: Marked): Finding {
  return finding(
    'close-unknown',
    'note',
    `No time is given at which the ${sessionName(entry.session)} register closes, so lateness is not checked.`,
    [],
    clauses(policy, times.clause, LAW.open),
  );
}

/** `Register closed at 9:20.` */
export function closedAt({ times }: Marked): string {
  return times.closes === null
    ? 'The register had closed.'
    : `Register closed at ${showMinute(toMinute(times.closes))}.`;
}
