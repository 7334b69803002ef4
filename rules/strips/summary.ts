import { countUpTo } from '../calendar/calendar.ts';
import { fromDay, type IsoDate, type Session, toDay } from '../calendar/dates.ts';
import { isUnauthorised } from '../codes/codes.ts';
import { CODES } from '../codes/table.ts';
import { figureOf, type Totals } from '../history/attendance.ts';
import type { Pupil } from '../pupil/pupil.ts';
import { byteOf, codeOf, NO_MARK } from './code-bytes.ts';
import { IN_WINDOW, IN_YEAR, type SummaryPlan } from './plan.ts';
import { type AcademicYear, byteAt, type Strip, sessionOf } from './strips.ts';

/** One pupil's count and year in figures: those of `history()`, from bytes. */
export interface Summary {
  /** Sessions of the window coded G, N, O or U. */
  readonly total: number;
  /** The total less N. */
  readonly settled: number;
  readonly byCode: Readonly<Record<'G' | 'N' | 'O' | 'U', number>>;
  /** Of the sessions expected of the pupil in the window, how many have a mark. */
  readonly known: number;
  readonly expected: number;
  /** The earliest session at which the total in the window of its own day reached the threshold. */
  readonly firstMet: { readonly date: IsoDate; readonly session: Session } | null;
  /** The academic year of the plan's day, up to that day. */
  readonly year: Totals & { readonly unmarked: number };
}

/** By byte, for the loop: 1 where the session counts towards the threshold. Any byte can be asked about. */
const UNAUTHORISED = Uint8Array.from({ length: 256 }, (_, byte) =>
  isUnauthorised(codeOf(byte) ?? '') ? 1 : 0,
);

/** Every byte a strip can hold, and the figure of the year it adds to. No code's class ever changed while it was in force. */
const FIGURES = CODES.flatMap(({ code, class: statisticalClass }) => {
  const byte = byteOf(code);
  return byte === undefined ? [] : [{ byte, figure: figureOf(statisticalClass) }];
});

const byteNamed = (code: string): number => byteOf(code) ?? NO_MARK;
const [G, N, O, U] = [byteNamed('G'), byteNamed('N'), byteNamed('O'), byteNamed('U')];

/** Which of the plan's sessions the pupil was on roll for: from `joined` up to, and without, `left`. */
interface OnRoll {
  readonly joined: number;
  readonly left: number;
}

/**
 * One pupil's summary. `strips` are the pupil's by academic year; a year that is not there has no marks. A whole pupil of
 * three years takes a few microseconds (docs/benchmarks.md), so after one mark it is simply made again: nothing is kept
 * up to date in steps, and nothing can drift.
 */
export function summarise(
  plan: SummaryPlan,
  strips: ReadonlyMap<AcademicYear, Strip>,
  { startDate, leavingDate }: Pick<Pupil, 'startDate' | 'leavingDate'> = {},
): Summary {
  const { days, indexes, windowFrom, yearFrom } = plan;
  const joined = startDate === undefined ? 0 : countUpTo(days, toDay(startDate) - 1);
  const left = leavingDate === undefined ? days.length : countUpTo(days, toDay(leavingDate));
  const { times, met } = read(plan, strips, { joined, left });
  const byCode = {
    G: times(G, IN_WINDOW),
    N: times(N, IN_WINDOW),
    O: times(O, IN_WINDOW),
    U: times(U, IN_WINDOW),
  };
  const settled = byCode.G + byCode.O + byCode.U;
  let known = 0;
  const year = { attended: 0, authorised: 0, unauthorised: 0, notPossible: 0 };
  for (const { byte, figure } of FIGURES) {
    known += times(byte, IN_WINDOW);
    year[figure] += times(byte, IN_YEAR);
  }
  const possible = year.attended + year.authorised + year.unauthorised;
  const heldFrom = (session: number) => Math.max(0, left - Math.max(session, joined));
  return {
    total: settled + byCode.N,
    settled,
    byCode,
    known,
    expected: heldFrom(windowFrom) - (isToCome(plan, strips, { joined, left }) ? 1 : 0),
    firstMet:
      met === null
        ? null
        : { date: fromDay(days[met] as number), session: sessionOf(indexes[met] as number) },
    year: {
      ...year,
      possible,
      rate: possible === 0 ? null : year.attended / possible,
      unmarked: heldFrom(yearFrom) - possible - year.notPossible,
    },
  };
}

/** How often each byte stands in the sessions that count in the year or the window, and where the threshold was met. */
function read(
  { stretches, indexes, weeks, threshold }: SummaryPlan,
  strips: ReadonlyMap<AcademicYear, Strip>,
  { joined, left }: OnRoll,
): { readonly times: (byte: number, bit: number) => number; readonly met: number | null } {
  // A row of 256 for each kind of stretch: the loop adds one and asks one question, and all figures come from the rows.
  // Places where no school was held, a quarter of a strip, are never read.
  const tally = new Uint16Array(4 * 256);
  const recentWeeks = new Int32Array(threshold.sessions);
  let counted = 0;
  let met: number | null = null;
  for (const { year, counts, from, until } of stretches) {
    const strip = strips.get(year);
    if (!strip) continue;
    const row = counts * 256;
    let end = Math.min(until, left);
    // A read past the end of a strip made the loop 15 times slower, so its end is found first.
    while (end > from && (indexes[end - 1] as number) >= strip.length) end--;
    for (let at = Math.max(from, joined); at < end; at++) {
      const byte = strip[indexes[at] as number] as number;
      (tally[row + byte] as number)++;
      if (UNAUTHORISED[byte] === 0 || met !== null) continue;
      // A ring of the latest sessions' weeks: the oldest of them tells whether all are in the window of this one's day.
      const week = weeks[at] as number;
      recentWeeks[counted++ % threshold.sessions] = week;
      const oldest = recentWeeks[counted % threshold.sessions] as number;
      if (counted >= threshold.sessions && week - oldest < threshold.schoolWeeks) met = at;
    }
  }
  const both = (IN_YEAR | IN_WINDOW) * 256;
  return { times: (byte, bit) => (tally[bit * 256 + byte] as number) + (tally[both + byte] as number), met };
}

/** Whether the pupil's mark of the plan's last session is still to come, and not missing. */
function isToCome(
  { toCome, stretches, indexes }: SummaryPlan,
  strips: ReadonlyMap<AcademicYear, Strip>,
  { joined, left }: OnRoll,
): boolean {
  if (toCome === null || toCome < joined || toCome >= left) return false;
  const strip = strips.get(stretches.at(-1)?.year ?? Number.NaN);
  return !strip || byteAt(strip, indexes[toCome] as number) === NO_MARK;
}
