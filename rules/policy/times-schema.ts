import * as v from 'valibot';
import { clauseKey, clauseKeyOrNull, clockTime } from './parts.ts';
import type { SessionTimes } from './policy.ts';

const otherReading = v.union([
  v.object({ lateAfter: clockTime, clause: clauseKey }),
  v.object({ closes: clockTime, clause: clauseKey }),
]);

const given = {
  taken: v.nullable(clockTime),
  closes: v.nullable(clockTime),
  closeMinute: v.picklist(['late', 'absent']),
  ends: v.nullable(clockTime),
  clause: clauseKeyOrNull,
};

const exception = v.object({
  weekdays: v.exactOptional(v.array(v.picklist(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']))),
  yearGroups: v.exactOptional(v.array(v.pipe(v.number(), v.integer()))),
  taken: v.exactOptional(given.taken),
  closes: v.exactOptional(given.closes),
  closeMinute: v.exactOptional(given.closeMinute),
  ends: v.exactOptional(given.ends),
  clause: v.exactOptional(given.clause),
});

/** One session's times: see {@link SessionTimes}. */
export const sessionTimes = v.object({
  ...given,
  takenClause: v.exactOptional(clauseKey),
  takenIs: v.exactOptional(v.picklist(['session-start', 'in-class'])),
  otherReadings: v.array(otherReading),
  exceptions: v.exactOptional(v.array(exception)),
}) satisfies v.GenericSchema<unknown, SessionTimes>;
