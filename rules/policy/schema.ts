import * as v from 'valibot';
import { type ClockTime, parseClockTime } from '../calendar/clock.ts';
import { type IsoDate, parseIsoDate } from '../calendar/dates.ts';
import { statedSchema } from '../conflicts/stated.ts';
import { stepSchema } from '../steps/step.ts';
import { faultOf } from './issue.ts';
import type { Policy } from './policy.ts';

/** A date that exists, written `YYYY-MM-DD`. */
export const isoDate = v.pipe(
  v.string('A date is written as text, for example 2026-11-20.'),
  v.check((text) => parseIsoDate(text) !== null, 'This is not a date written like 2026-11-20.'),
  v.transform((text) => text as IsoDate),
);

/** A time of day, `HH:MM`. */
export const clockTime = v.pipe(
  v.string('A time is written as text, for example 09:20.'),
  v.check((text) => parseClockTime(text) !== null, 'This is not a time written like 09:20.'),
  v.transform((text) => text as ClockTime),
);

const clauseKey = v.nullable(v.string());
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const otherReading = v.union([
  v.object({ lateAfter: clockTime, clause: v.string() }),
  v.object({ closes: clockTime, clause: v.string() }),
]);

const sessionTimes = v.object({
  taken: v.nullable(clockTime),
  closes: v.nullable(clockTime),
  closeMinute: v.picklist(['late', 'absent']),
  ends: v.nullable(clockTime),
  clause: clauseKey,
  otherReadings: v.array(otherReading),
});

const policySchema = v.object({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]{1,60}$/, 'A policy id is lower-case letters, digits and hyphens.'),
  ),
  version: count,
  school: v.pipe(v.string(), v.minLength(1)),
  register: v.picklist(['own', 'provision']),
  effectiveFrom: v.nullable(isoDate),
  reviewBy: v.nullable(isoDate),
  times: v.object({ AM: sessionTimes, PM: sessionTimes }),
  threshold: v.object({ sessions: count, schoolWeeks: count, near: count, clause: clauseKey }),
  unsettled: v.object({ schoolDays: count, clause: clauseKey }),
  bands: v.array(
    v.object({
      id: v.string(),
      label: v.string(),
      test: v.object({
        kind: v.picklist(['attended-at-least', 'attended-below', 'missed-at-least']),
        percent,
      }),
      clause: clauseKey,
    }),
  ),
  alsoLists: v.array(v.object({ code: v.string(), clause: v.string() })),
  remoteAsAttended: clauseKey,
  steps: v.array(stepSchema),
  stated: statedSchema,
  noted: v.array(
    v.object({
      id: v.string(),
      field: v.string(),
      severity: v.picklist(['high', 'medium', 'low']),
      statement: v.string(),
      law: v.string(),
      reading: v.string(),
      clause: clauseKey,
    }),
  ),
  numbering: v.record(v.string(), v.string()),
  clauses: v.record(v.string(), v.object({ section: v.string(), sentence: v.string(), source: v.string() })),
}) satisfies v.GenericSchema<unknown, Policy>;

/** A policy document read, or the first thing wrong with it. */
export type PolicyReading =
  | { readonly ok: true; readonly policy: Policy }
  | {
      readonly ok: false;
      /** Where in the document, such as `times.AM.closes`. */
      readonly path: string;
      readonly message: string;
    };

/** Reads a policy document. Unknown fields are left out; a wrong one is named with its path. */
export function readPolicy(document: unknown): PolicyReading {
  const result = v.safeParse(policySchema, document, { abortEarly: true });
  if (result.success) return { ok: true, policy: result.output };
  const { path, message } = faultOf(result.issues[0]);
  return { ok: false, path, message };
}
