import { type AcademicYear, dayAt } from '../../rules/strips/strips.ts';

/** By index in a strip: when a page was last seen to hold the mark, in milliseconds since 1970, to the minute. */
export type Sights = ReadonlyMap<number, number>;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** The minute that a moment (milliseconds since 1970) is in, counted from 1970. */
function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS);
}

/**
 * Sights as they are sealed: for each run of sessions in a row how many places it stands after the last and how many it is, then
 * each minute as a small number. 0 is the very minute of the sight before: a page of earlier marks is seen at one moment.
 * Any other tells how far the time of day is from that of the same half of the day before: registers are taken at about the
 * same time, so that is one byte.
 */
export function writeSights(year: AcademicYear, sights: Sights): number[] {
  const written: number[] = [];
  const told = teller(year);
  let next = 0;
  let length = -1;
  for (const [index, at] of [...sights].sort(([a], [b]) => a - b)) {
    if (index !== next || length === -1) length = written.push(index - next, 0) - 1;
    written[length] = (written[length] as number) + 1;
    written.push(told.write(index, minuteOf(at)));
    next = index + 1;
  }
  return written;
}

/** The sights that {@link writeSights} was given, each at the beginning of its minute. */
export function readSights(year: AcademicYear, written: readonly number[]): Map<number, number> {
  const sights = new Map<number, number>();
  const told = teller(year);
  let index = 0;
  for (let at = 0; at + 1 < written.length; ) {
    index += written[at++] as number;
    for (let left = written[at++] as number; left > 0; left--, index++)
      sights.set(index, told.read(index, written[at++] as number) * MINUTE_MS);
  }
  return sights;
}

/** The small numbers for minutes of one year, in order: each is told from those before it. */
function teller(year: AcademicYear) {
  const usual: [AM: number, PM: number] = [0, 0];
  let last = Number.NaN;
  const half = (index: number) => (index % 2) as 0 | 1;
  const dayOf = (index: number) => dayAt(year, index) * DAY_MINUTES;
  const note = (index: number, minute: number) => {
    usual[half(index)] = minute - dayOf(index);
    last = minute;
    return minute;
  };
  return {
    write(index: number, minute: number): number {
      const small = minute === last ? 0 : 1 + folded(minute - dayOf(index) - usual[half(index)]);
      note(index, minute);
      return small;
    },
    read(index: number, small: number): number {
      return note(index, small === 0 ? last : dayOf(index) + usual[half(index)] + unfolded(small - 1));
    },
  };
}

/** Whole numbers of either sign as 0, -1, 1, -2, 2 … in that order. */
function folded(n: number): number {
  return n < 0 ? -2 * n - 1 : 2 * n;
}

function unfolded(n: number): number {
  return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
}
