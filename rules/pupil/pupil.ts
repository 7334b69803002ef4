import type { IsoDate } from '../calendar/dates.ts';

/** What is known of a pupil; every part may be missing. */
export interface Pupil {
  readonly dateOfBirth?: IsoDate | undefined;
  /** First day on roll: marks before it are not counted. */
  readonly startDate?: IsoDate | undefined;
  /** Last day on roll: marks after it are not counted. */
  readonly leavingDate?: IsoDate | undefined;
  /** National curriculum year as written by the MIS: `R`, `Year 6`, `11`. */
  readonly yearGroup?: string | undefined;
}
