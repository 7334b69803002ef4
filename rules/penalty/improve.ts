import { fromDay, type IsoDate, toDay } from '../calendar/dates.ts';

/** Weeks that a Notice to Improve gives: between 3 and 6 (national framework for penalty notices). */
export const IMPROVEMENT_WEEKS = [3, 4, 5, 6] as const;
export type ImprovementWeeks = (typeof IMPROVEMENT_WEEKS)[number];

/** The dates of an improvement period somebody has decided on. It is not scheduled or promised by software. */
export interface ImprovementPeriod {
  readonly from: IsoDate;
  /** Its last day. */
  readonly to: IsoDate;
  /** A look back at the end of each week, the last of them when the period has ended. */
  readonly reviews: readonly IsoDate[];
}

/**
 * The dates of a Notice to Improve of so many weeks from a day on, which is its first. The framework sets the length;
 * that it is looked at weekly is a convenience and no rule.
 */
export function improvementPeriod(from: IsoDate, weeks: ImprovementWeeks): ImprovementPeriod {
  const first = toDay(from);
  const reviews = Array.from({ length: weeks }, (_, i) => fromDay(first + 7 * (i + 1)));
  return { from, to: fromDay(first + 7 * weeks - 1), reviews };
}
