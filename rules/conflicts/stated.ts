import * as v from 'valibot';

/** What the policy's own words state. Grows with the checks that read it. */
export interface Stated {
  /** Years that register entries are said to be kept; null where nothing is said. */
  readonly retentionYears: number | null;
}

export const statedSchema = v.object({
  retentionYears: v.nullable(v.pipe(v.number(), v.minValue(0))),
}) satisfies v.GenericSchema<unknown, Stated>;
