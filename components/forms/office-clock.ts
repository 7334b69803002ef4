import { schoolTime } from '../../rules/calendar/clock.ts';

const DAY = 86_400;
const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?$/;

/** The most an office clock may differ, in milliseconds: further off, a mistyped hour is likelier. */
export const MOST_OFFSET_MS = 3_600_000;

/** Seconds since midnight of a typed time, `9:20` or `09:20:35`; null when it is neither. */
export function readOfficeClock(text: string): number | null {
  const found = CLOCK.exec(text.trim());
  return found && Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3] ?? 0);
}

/** Seconds since midnight in London at an instant in milliseconds since 1970. */
export function secondsInLondon(epochMs: number): number {
  return schoolTime(epochMs).minute * 60 + (Math.floor(epochMs / 1000) % 60);
}

/** Milliseconds to add to this computer's clock so that it shows `officeSeconds` at `nowMs`; the nearer way round midnight. */
export function offsetFor(officeSeconds: number, nowMs: number): number {
  const ahead = (((officeSeconds - secondsInLondon(nowMs)) % DAY) + DAY) % DAY;
  return (ahead > DAY / 2 ? ahead - DAY : ahead) * 1000;
}

/** A time of day as `9:20:05`. */
export function showSeconds(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** An offset in words: “40 seconds ahead of this computer”. */
export function describeOffset(offsetMs: number): string {
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  if (seconds === 0) return 'the same as this computer';
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const words = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}${n === 1 ? '' : 's'}`);
  return `${words.join(' ')} ${offsetMs > 0 ? 'ahead of' : 'behind'} this computer`;
}
