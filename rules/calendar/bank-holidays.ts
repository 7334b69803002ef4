import list from './bank-holidays.json' with { type: 'json' };
import { type IsoDate, parseIsoDate } from './dates.ts';

/** A bank holiday of England on a weekday, substitute days included. */
export interface BankHoliday {
  readonly date: IsoDate;
  readonly name: string;
}

/** Every one we know of, oldest first. Made by `npm run bank-holidays` from the package `date-holidays`. */
export const BANK_HOLIDAYS: readonly BankHoliday[] = list.flatMap(([text = '', name = '']) => {
  const date = parseIsoDate(text);
  return date ? [{ date, name }] : [];
});

/** The bank holidays from `from` to `to`, both included. */
export function bankHolidaysIn(from: IsoDate, to: IsoDate): readonly BankHoliday[] {
  return BANK_HOLIDAYS.filter(({ date }) => from <= date && date <= to);
}
