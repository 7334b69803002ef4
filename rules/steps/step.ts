import * as v from 'valibot';
import type { ClockTime } from '../calendar/clock.ts';
import { clockTime } from '../policy/parts.ts';

/** What a condition can ask about. What each one counts, and its unit, stands in `metrics.ts`. */
export const METRIC_NAMES = [
  'consecutive-days-absent',
  'consecutive-days-unexplained',
  'consecutive-days-without-contact',
  'consecutive-days-unauthorised',
  'consecutive-days-without-leave',
  'consecutive-days-ill',
  'days-after-authorised-absence',
  'days-absent',
  'days-absent-since-last',
  'illness-days',
  'attendance-percent',
  'absence-percent',
  'unauthorised-in-window',
  'oldest-n-days',
  'late-marks',
  'absent-sessions-today',
  'unexplained-sessions-today',
  'unexplained-this-morning',
  'weeks-since',
  'minutes-since',
  'attendance-change-since',
] as const;
export type MetricName = (typeof METRIC_NAMES)[number];

/** One comparison: `below` and `more-than` leave the value itself out, `at-most` and `at-least` take it in. */
export interface Comparison {
  readonly metric: MetricName;
  readonly is: 'at-least' | 'more-than' | 'below' | 'at-most';
  /** In the metric's own unit. */
  readonly value: number;
}

/** When a step is asked for: a comparison, or several of which all or any must hold. */
export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

const WHO = [
  'school',
  'office',
  'class-teacher',
  'attendance-lead',
  'senior-leaders',
  'headteacher',
  'dsl',
  'local-authority',
  'home-school',
] as const;
/** Who acts, by role; `school` where the policy does not say who. Never a person's name. */
export type Who = (typeof WHO)[number];

const TIERS = ['red', 'amber', 'green'] as const;
/** The tier a provision has put a pupil in, which sets how often it makes contact. Why is never part of it. */
export type ContactTier = (typeof TIERS)[number];

const AGAIN = ['each-session', 'each-day', 'each-absence', 'each-window', 'each-year'] as const;
/**
 * How long a logged doing of a step holds: for one session missed, the day, the present run of absence, while it lies in
 * the window of the count, or the academic year. A step that runs `since` something holds until that happens again.
 */
export type Again = (typeof AGAIN)[number];

/** One thing a policy asks to be done when a pupil's history says so. It reminds; it never says that anything must be issued. */
export interface Step {
  /** Also the name under which the doing of it is logged. */
  readonly id: string;
  readonly who: Who;
  /** What to do, as a reminder in plain English. */
  readonly action: string;
  /** Null where the clause leaves it to a person's judgement: such a step is listed, never evaluated. */
  readonly when: Condition | null;
  /** Steps or events of which the latest starts the period that the `…-since` metrics measure. */
  readonly since?: readonly string[];
  readonly again: Again;
  /** The time of day by which it is to be done, where the policy gives one. */
  readonly by?: ClockTime;
  /** Leaves out pupils known not to be of compulsory school age, or registers that are not the school's own. */
  readonly only?: readonly ('compulsory-age' | 'own-register')[];
  /** Asked for these contact tiers alone. */
  readonly tiers?: readonly ContactTier[];
  /** Asked only of a school that has switched it on. */
  readonly optional?: true;
  /** The national step that this is the school's own way of doing: shown in its place while this one is due or done. */
  readonly meets?: string;
  /** Not applied: its clause is shown beside this other step, which stands. */
  readonly noteOn?: string;
  /** Clauses of the same policy that read differently: shown beside it, never applied. */
  readonly others?: readonly string[];
  /** Key into the policy's clauses; null for a national step, which rests on `law`. */
  readonly clause: string | null;
  readonly law?: string;
}

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,60}$/, 'A step’s id is lower-case letters, digits and hyphens.'),
);

const comparison = v.object({
  metric: v.picklist(METRIC_NAMES),
  is: v.picklist(['at-least', 'more-than', 'below', 'at-most']),
  value: v.number(),
});
const several = v.pipe(
  v.array(v.lazy((): v.GenericSchema<unknown, Condition> => conditionSchema)),
  v.minLength(1, 'A list of conditions holds at least one.'),
);
const conditionSchema: v.GenericSchema<unknown, Condition> = v.union([
  comparison,
  v.object({ all: several }),
  v.object({ any: several }),
]);

export const stepSchema = v.object({
  id,
  who: v.picklist(WHO),
  action: v.pipe(
    text,
    v.check((words) => !/\bmust\b/i.test(words), 'A step reminds: it does not say “must”.'),
  ),
  when: v.nullable(conditionSchema),
  since: v.exactOptional(v.array(id)),
  again: v.picklist(AGAIN),
  by: v.exactOptional(clockTime),
  only: v.exactOptional(v.array(v.picklist(['compulsory-age', 'own-register']))),
  tiers: v.exactOptional(v.array(v.picklist(TIERS))),
  optional: v.exactOptional(v.literal(true)),
  meets: v.exactOptional(id),
  noteOn: v.exactOptional(id),
  others: v.exactOptional(v.array(v.string())),
  clause: v.nullable(v.string()),
  law: v.exactOptional(text),
}) satisfies v.GenericSchema<unknown, Step>;
