import * as v from 'valibot';

/** One thing a policy asks to be done when a pupil's history says so. It reminds; it never says that anything must be issued. */
export interface Step {
  readonly id: string;
  /** What to do, as a reminder in plain English. */
  readonly action: string;
  /** Key into the policy's clauses. */
  readonly clause: string;
}

export const stepSchema = v.object({
  id: v.string(),
  action: v.string(),
  clause: v.string(),
}) satisfies v.GenericSchema<unknown, Step>;
