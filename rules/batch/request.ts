import * as v from 'valibot';
import { parseSchoolTime, toMinute } from '../calendar/clock.ts';
import { isSession, type Session } from '../calendar/dates.ts';
import { faultOf } from '../policy/issue.ts';
import { clockTime, isoDate } from '../policy/parts.ts';

/** What went wrong with one line, where, and in plain English. */
export interface BatchError {
  readonly code: 'bad-json' | 'unknown-kind' | 'unknown-policy' | 'missing-field' | 'bad-value';
  /** Where in the request, such as `marks[3].code`; empty for the whole line. */
  readonly path: string;
  readonly message: string;
}

/** A field may be left out, or null, which is the same. */
const maybe = <TInput, TOutput>(schema: v.GenericSchema<TInput, TOutput>) =>
  v.optional(
    v.pipe(
      v.nullable(schema),
      v.transform((value) => value ?? undefined),
    ),
  );

const session = v.custom<Session>(isSession, 'A session is AM or PM.');

/** Longest calendar taken, so that a wrong year cannot ask for a million days. */
const CALENDAR_YEARS = { first: '1990-01-01', last: '2100-12-31' };
const calendarDate = v.pipe(
  isoDate,
  v.check(
    (date) => date >= CALENDAR_YEARS.first && date <= CALENDAR_YEARS.last,
    'A calendar date lies between 1990 and 2100.',
  ),
);
const period = { from: calendarDate, to: calendarDate };
const ENDS_FIRST = 'This ends before it begins.';

const YEAR_GROUP = 'A year group is a whole number, Reception 0.';
const yearGroup = v.pipe(v.number(YEAR_GROUP), v.integer(YEAR_GROUP));

const calendar = v.object({
  terms: v.array(
    v.pipe(
      v.object(period),
      v.check(({ from, to }) => from <= to, ENDS_FIRST),
    ),
    'Terms are a list.',
  ),
  closures: v.nullish(
    v.array(
      v.pipe(
        v.object({
          ...period,
          sessions: v.nullish(v.picklist(['both', 'AM', 'PM'], 'Sessions are both, AM or PM.'), 'both'),
          yearGroups: maybe(v.array(yearGroup, 'Year groups are a list.')),
        }),
        v.check(({ from, to }) => from <= to, ENDS_FIRST),
      ),
      'Closures are a list.',
    ),
    [],
  ),
});

const pupil = v.object({
  dateOfBirth: maybe(isoDate),
  startDate: maybe(isoDate),
  leavingDate: maybe(isoDate),
  yearGroup: maybe(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
});

const mark = v.object({
  date: isoDate,
  session,
  code: v.string('A code is text, for example "L".'),
});

const policy = maybe(v.union([v.string(), v.looseObject({})], 'A policy is an id or a policy document.'));

export const historyRequest = v.object({
  policy,
  asOf: isoDate,
  calendar,
  pupil: maybe(pupil),
  marks: v.array(mark, 'Marks are a list.'),
});

export const markRequest = v.object({
  policy,
  date: isoDate,
  session,
  code: v.string('A code is text, for example "L".'),
  enteredAt: v.pipe(
    v.string('A moment is text, for example 2026-11-20T09:24:00Z.'),
    v.transform(parseSchoolTime),
    v.nonNullable(
      v.any(),
      'This is not a moment written with a time and an offset, like 2026-11-20T09:24:00Z.',
    ),
    v.transform((moment) => moment as NonNullable<ReturnType<typeof parseSchoolTime>>),
  ),
  arrivedAt: maybe(v.pipe(clockTime, v.transform(toMinute))),
  previousCode: maybe(v.string()),
  amendment: maybe(v.object({ reason: maybe(v.string()), by: maybe(v.string()), role: maybe(v.string()) })),
  note: maybe(v.string()),
  pupil: maybe(pupil),
  calendar: maybe(calendar),
});

export const policyCheckRequest = v.object({ policy, asOf: maybe(isoDate) });

export const tallyRequest = v.object({
  asOf: isoDate,
  counts: v.record(
    v.string(),
    v.pipe(
      v.number('A count is a number.'),
      v.integer('A count is a whole number.'),
      v.minValue(0, 'A count is not below 0.'),
    ),
  ),
});

/** The first thing wrong with a request, as the contract words errors. */
export function firstError(issue: v.BaseIssue<unknown>): BatchError {
  const { path, missing, message } = faultOf(issue);
  return { code: missing ? 'missing-field' : 'bad-value', path, message };
}
