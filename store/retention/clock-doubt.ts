import { earlier, type IsoDate, toDay } from '../../rules/calendar/dates.ts';

/** The computer's date lies more than a year after the latest mark, or before what is kept. */
export type ClockDoubt = 'ahead' | 'back';

/** What tells of the date besides the clock. */
export interface Evidence {
  /** Date of the latest mark kept, which comes from the school's own system and not from this computer; null for none. */
  readonly lastMark: IsoDate | null;
  /** Day on which something was last noted, by this computer's clock; null for none. */
  readonly lastNoted: IsoDate | null;
}

/** Further than this many days from what is kept, the clock is not believed. */
export const MOST_DAYS_AWAY = 366;

/** Why the clock is not believed; null where nothing speaks against it. */
export function clockDoubt(today: IsoDate, { lastMark, lastNoted }: Evidence): ClockDoubt | null {
  if (lastMark !== null && away(lastMark, today) > MOST_DAYS_AWAY) return 'ahead';
  const latest = [lastMark, lastNoted].filter((date) => date !== null);
  return latest.some((date) => away(today, date) > MOST_DAYS_AWAY) ? 'back' : null;
}

/**
 * The day by which marks are judged too old: never later than the latest mark, so that a clock that is ahead, by however
 * little, erases nothing that the school still needs.
 */
export function asOfDay(today: IsoDate, { lastMark }: Pick<Evidence, 'lastMark'>): IsoDate {
  return earlier(today, lastMark);
}

function away(from: IsoDate, to: IsoDate): number {
  return toDay(to) - toDay(from);
}
