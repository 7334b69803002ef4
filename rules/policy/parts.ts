import * as v from 'valibot';
import type { ClockTime } from '../calendar/clock.ts';
import { type IsoDate, parseIsoDate } from '../calendar/dates.ts';

/** A date that exists, written `YYYY-MM-DD`. */
export const isoDate = v.pipe(
  v.string('A date is written as text, for example 2026-11-20.'),
  v.isoDate('This is not a date written like 2026-11-20.'),
  v.check((text) => parseIsoDate(text) !== null, 'This is not a date written like 2026-11-20.'),
  v.transform((text) => text as IsoDate),
);

/** A time of day, `HH:MM`. */
export const clockTime = v.pipe(
  v.string('A time is written as text, for example 09:20.'),
  v.regex(/^([01]\d|2[0-3]):([0-5]\d)$/, 'This is not a time written like 09:20.'),
  v.transform((text) => text as ClockTime),
);

/** What a policy profile is known by. */
export const policyId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,60}$/, 'A policy id is lower-case letters, digits and hyphens.'),
);

/** The key of a sentence among the policy's clauses. That it exists is checked of the document as a whole. */
export const clauseKey = v.pipe(
  v.string('A clause is named by its key among the clauses.'),
  v.minLength(1, 'A clause is named by its key among the clauses.'),
);

/** The same, or null where the policy has no sentence on the point. */
export const clauseKeyOrNull = v.nullable(clauseKey);

/** 0 to 100. */
export const percent = v.pipe(
  v.number('A percentage is a number.'),
  v.minValue(0, 'A percentage is not below 0.'),
  v.maxValue(100, 'A percentage is not above 100.'),
);

/** A whole number from 1. */
export const count = v.pipe(
  v.number('This should be a whole number.'),
  v.integer('This should be a whole number.'),
  v.minValue(1, 'This should be 1 or more.'),
);
