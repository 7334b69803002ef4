import { fromDay, type IsoDate, toDay } from '../calendar/dates.ts';

/** First day of the national framework (SI 2024/210): it is for absences from this day on. */
export const FRAMEWORK_FROM = '2024-08-19' as IsoDate;

/** What a notice asks for, in pounds, per parent and per pupil. */
export interface Amounts {
  /** The whole sum, and within how many days of receipt. */
  readonly full: { readonly pounds: number; readonly days: number };
  /** The lower sum for paying sooner; null where there is none. */
  readonly reduced: { readonly pounds: number; readonly days: number } | null;
}

/** £120, or £60 within 21 days (SI 2007/1867 as it stood until 18 August 2024). */
export const BEFORE_2024: Amounts = { full: { pounds: 120, days: 28 }, reduced: { pounds: 60, days: 21 } };

/** £160, or £80 within 21 days (SI 2007/1867 as amended by SI 2024/210, regulation 4). */
export const FIRST: Amounts = { full: { pounds: 160, days: 28 }, reduced: { pounds: 80, days: 21 } };

/** £160 with no lower sum: a second notice to the same parent for the same pupil within three years. */
export const SECOND: Amounts = { full: { pounds: 160, days: 28 }, reduced: null };

/** The last days on which each sum can be paid. The periods begin with the day of receipt, which is their first day. */
export function payBy(
  { full, reduced }: Amounts,
  received: IsoDate,
): { readonly full: IsoDate; readonly reduced: IsoDate | null } {
  const last = (days: number) => fromDay(toDay(received) + days - 1);
  return { full: last(full.days), reduced: reduced && last(reduced.days) };
}

/** £160 within 28 days, £80 if paid within 21 days. */
export function showAmounts({ full, reduced }: Amounts): string {
  const sooner = reduced ? `, £${reduced.pounds} if paid within ${reduced.days} days` : ', with no lower sum';
  return `£${full.pounds} within ${full.days} days${sooner}`;
}
