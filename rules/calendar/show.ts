import type { IsoDate } from './dates.ts';

const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `Friday`. */
export function dayName(date: IsoDate): string {
  return DAYS[new Date(date).getUTCDay()] as string;
}

/** `19 August 2024`. */
export function longDate(date: IsoDate): string {
  return `${dayAndMonth(date)} ${date.slice(0, 4)}`;
}

/** `Friday 20 November`. */
export function longDay(date: IsoDate): string {
  return `${dayName(date)} ${dayAndMonth(date)}`;
}

/** `8 Sep`. */
export function shortDate(date: IsoDate): string {
  return dayAndMonth(date, 3);
}

/** `Fri 20 Nov`. */
export function shortDay(date: IsoDate): string {
  return `${dayName(date).slice(0, 3)} ${shortDate(date)}`;
}

function dayAndMonth(date: IsoDate, letters?: number): string {
  return `${Number(date.slice(8))} ${(MONTHS[Number(date.slice(5, 7)) - 1] as string).slice(0, letters)}`;
}
