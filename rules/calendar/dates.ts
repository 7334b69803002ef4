/** A calendar date, `YYYY-MM-DD`, known to exist. Made only by {@link parseIsoDate} and {@link fromDay}. */
export type IsoDate = string & { readonly __isoDate: unique symbol };

/** Half of a school day. Every school day has one morning and one afternoon session (SI 2024/208 reg 10(1)). */
export type Session = 'AM' | 'PM';

/** The two sessions of a day in the order they happen. */
export const SESSIONS: readonly Session[] = ['AM', 'PM'];

/** Whole days since 1970-01-01, the unit all calendar arithmetic is done in: no clock, no time zone. */
export type Day = number;

const DAY_MS = 86_400_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The date in `text`, or null when it is not written `YYYY-MM-DD` or no such day exists. */
export function parseIsoDate(text: string): IsoDate | null {
  if (!ISO_DATE.test(text)) return null;
  // A 31st of April is read as 1 May by some engines and as no date by others: either way it is not the 31st.
  return new Date(text).getUTCDate() === Number(text.slice(8)) ? (text as IsoDate) : null;
}

/** Days since 1970-01-01 of a date. A date alone is read as midnight UTC (ECMA-262, Date Time String Format). */
export function toDay(date: IsoDate): Day {
  return Date.parse(date) / DAY_MS;
}

/** The date that is `day` days after 1970-01-01. Part by part, which takes a quarter of the time of `toISOString`. */
export function fromDay(day: Day): IsoDate {
  const date = new Date(day * DAY_MS);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}` as IsoDate;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** Day of the week, Monday 0 to Sunday 6. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of the Monday-to-Sunday week that `day` is in. */
export function mondayOf(day: Day): Day {
  return day - weekday(day);
}

/** 1 September of the academic year that `date` is in. */
export function academicYearStart(date: IsoDate): IsoDate {
  const year = Number(date.slice(0, 4));
  const start = Number(date.slice(5, 7)) >= 9 ? year : year - 1;
  return `${String(start).padStart(4, '0')}-09-01` as IsoDate;
}

/** The later of two dates; the first when there is no second. */
export function later(a: IsoDate, b: IsoDate | null): IsoDate {
  return b !== null && b > a ? b : a;
}

/** The earlier of two dates; the first when there is no second. */
export function earlier(a: IsoDate, b: IsoDate | null): IsoDate {
  return b !== null && b < a ? b : a;
}

/** Whether `value` is exactly `AM` or `PM`. */
export function isSession(value: unknown): value is Session {
  return value === 'AM' || value === 'PM';
}
