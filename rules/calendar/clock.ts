import { fromDay, type IsoDate, parseIsoDate } from './dates.ts';

/** A time of day on the school's clock, `HH:MM`, 24 hours. Made only by {@link parseClockTime}. */
export type ClockTime = string & { readonly __clockTime: unique symbol };

/** Whole minutes since midnight on a clock in London: 9:20 is 560. Seconds are dropped, so 9:20:59 is 560 too. */
export type Minute = number;

/** A moment as a clock in an English school shows it. */
export interface SchoolTime {
  readonly date: IsoDate;
  readonly minute: Minute;
}

const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const HOUR_MS = 3_600_000;
const DAY_MINUTES = 24 * 60;
const MARCH = 2;
const OCTOBER = 9;

/** The time in `text`, or null when it is not `HH:MM`. */
export function parseClockTime(text: string): ClockTime | null {
  return CLOCK_TIME.test(text) ? (text as ClockTime) : null;
}

/** Minutes since midnight. */
export function toMinute(time: ClockTime): Minute {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** A time as people write it: `9:20`, `13:05`. */
export function showMinute(minute: Minute): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/**
 * What a school's clock shows at an instant (milliseconds since 1970), on either side of both clock changes. Right from
 * 1996 on, ten years before the oldest code set. Worked out, not asked of the platform, which takes eight times as long.
 */
export function schoolTime(epochMs: number): SchoolTime {
  const minutes = Math.floor((epochMs + (isSummer(epochMs) ? HOUR_MS : 0)) / 60_000);
  const day = Math.floor(minutes / DAY_MINUTES);
  return { date: fromDay(day), minute: minutes - day * DAY_MINUTES };
}

/** From one o'clock, Greenwich, on the last Sunday of March to the same on that of October (Summer Time Act 1972 s1, SI 2002/262). */
function isSummer(epochMs: number): boolean {
  const year = new Date(epochMs).getUTCFullYear();
  return epochMs >= lastSunday(year, MARCH) && epochMs < lastSunday(year, OCTOBER);
}

/** One o'clock, Greenwich, on the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * 24 * HOUR_MS;
}

/** The instant written as ISO 8601 with an offset, as a school's clock showed it; null when it is not so written. */
export function parseSchoolTime(text: string): SchoolTime | null {
  if (!INSTANT.test(text) || !parseIsoDate(text.slice(0, 10))) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : schoolTime(ms);
}
