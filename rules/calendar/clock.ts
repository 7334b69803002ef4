import { type IsoDate, parseIsoDate } from './dates.ts';

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

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

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

/** What a school's clock shows at an instant (milliseconds since 1970), on either side of both clock changes. */
export function schoolTime(epochMs: number): SchoolTime {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of london.formatToParts(epochMs)) part[type] = value;
  return {
    date: `${part.year?.padStart(4, '0')}-${part.month}-${part.day}` as IsoDate,
    minute: Number(part.hour) * 60 + Number(part.minute),
  };
}

/** The instant written as ISO 8601 with an offset, as a school's clock showed it; null when it is not so written. */
export function parseSchoolTime(text: string): SchoolTime | null {
  if (!INSTANT.test(text) || !parseIsoDate(text.slice(0, 10))) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : schoolTime(ms);
}
