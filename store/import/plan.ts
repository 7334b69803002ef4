import { earlier, type IsoDate, later } from '../../rules/calendar/dates.ts';
import { NO_MARK } from '../../rules/strips/code-bytes.ts';
import {
  type AcademicYear,
  MAX_BYTES,
  type Place,
  type Strip,
  sessionAt,
  trim,
} from '../../rules/strips/strips.ts';
import { PlainError } from '../plain-error.ts';
import type { PackedStrip, PupilName } from '../records.ts';
import { toBase64 } from '../strip-text.ts';
import { MOST, OVER } from './bounds.ts';
import type { BadReason } from './cells.ts';

/** A row, or one cell of it, that was left out. */
export interface BadRow {
  /** Number of the row in the table's unit: in a text the headings are usually line 1. */
  readonly line: number;
  /** Heading of the cell that could not be read; null where it is the row. */
  readonly column: string | null;
  /** The cell, shortened; the row where it is not about one cell. */
  readonly value: string;
  readonly reason: BadReason;
}

/** What an import would bring in, in figures. */
export interface Totals {
  readonly pupils: number;
  /** Sessions with a mark; one session twice is one mark. */
  readonly marks: number;
  /** Rows and cells left out, and the number of different rows they are in. */
  readonly bad: number;
  readonly badRows: number;
  /** Marks for a session that already had one from an earlier row: the later row stands. */
  readonly duplicates: number;
  /** Those of them whose mark differs. */
  readonly corrections: number;
  /** Sessions whose mark is blank or a dash: nobody has entered one, and nothing that is kept is changed. */
  readonly unmarked: number;
  /** Null when there is no mark. */
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
}

/** Part of an import, as it is sent. */
export interface ImportPart {
  readonly strips: readonly PackedStrip[];
  readonly names: readonly PupilName[];
}

/** What an import would bring in. Nothing is stored until it is committed, and with bad rows only when the user says so. */
export interface ImportPlan {
  readonly totals: Totals;
  /** Every row left out, in the order of the file. */
  readonly bad: readonly BadRow[];
  /** In parts of at most `PUPILS_OF_PART` pupils. */
  readonly parts: number;
  part(number: number): ImportPart;
}

/** Takes marks in the order of the file and makes a plan of them. */
export interface PlanBuilder {
  mark(pupil: string, place: Place, byte: number): void;
  refuse(line: number, column: string | null, value: string, reason: BadReason): void;
  name(pupil: string, name: string): void;
  finish(): ImportPlan;
}

/** A part is staged in one transaction that must reach the disk, and each of those takes its time. */
export const PUPILS_OF_PART = 500;
const LONGEST_SHOWN = 80;
/** Academic years of one file; a pupil's whole time at school is fourteen. */
const MOST_YEARS = 15;
const TOO_MANY_YEARS = `The dates of this file reach over more than ${MOST_YEARS} school years. Check that the right column is taken for the date.`;

type Years = Map<AcademicYear, Strip>;

/** Starts a plan. Its builder throws {@link PlainError} when the marks pass the bounds of an import. */
export function importPlan(): PlanBuilder {
  const strips = new Map<string, Years>();
  const names = new Map<string, string>();
  const years = new Set<AcademicYear>();
  const bad: BadRow[] = [];
  const counts = { marks: 0, duplicates: 0, corrections: 0, unmarked: 0, badRows: 0 };
  /** Files mostly give a pupil's marks together. */
  let last = '';
  let ofLast: Years | undefined;

  function mark(pupil: string, { year, index }: Place, byte: number): void {
    if (byte === NO_MARK) {
      counts.unmarked++;
      return;
    }
    if (pupil !== last || !ofLast) {
      ofLast = strips.get(pupil) ?? newPupil(pupil);
      last = pupil;
    }
    const strip = ofLast.get(year) ?? newYear(ofLast, year);
    const before = strip[index];
    if (before === NO_MARK) counts.marks++;
    else {
      counts.duplicates++;
      if (before !== byte) counts.corrections++;
    }
    strip[index] = byte;
  }

  function newPupil(pupil: string): Years {
    if (strips.size >= MOST.pupils) throw new PlainError(OVER.pupils);
    const of: Years = new Map();
    strips.set(pupil, of);
    return of;
  }

  function newYear(of: Years, year: AcademicYear): Strip {
    if (years.add(year).size > MOST_YEARS) throw new PlainError(TOO_MANY_YEARS);
    const strip = new Uint8Array(MAX_BYTES);
    of.set(year, strip);
    return strip;
  }

  function refuse(line: number, column: string | null, value: string, reason: BadReason): void {
    if (bad.at(-1)?.line !== line) counts.badRows++;
    bad.push({ line, column, value: value.trim().slice(0, LONGEST_SHOWN), reason });
  }

  function finish(): ImportPlan {
    const pupils = [...strips];
    const totals = { pupils: pupils.length, bad: bad.length, ...counts, ...span(strips.values()) };
    const part = (number: number): ImportPart => {
      const of = pupils.slice(number * PUPILS_OF_PART, (number + 1) * PUPILS_OF_PART);
      return { strips: of.flatMap(pack), names: of.flatMap(([pupil]) => nameOf(pupil)) };
    };
    const nameOf = (pupil: string): PupilName[] => {
      const name = names.get(pupil);
      return name === undefined ? [] : [{ pupil, name }];
    };
    return { totals, bad, parts: Math.ceil(pupils.length / PUPILS_OF_PART), part };
  }

  return { mark, refuse, finish, name: (pupil, name) => names.set(pupil, name) };
}

function pack([pupil, years]: [string, Years]): PackedStrip[] {
  return [...years].map(([year, strip]) => ({ pupil, year, bytes: toBase64(trim(strip)) }));
}

/** The first and the last day with a mark. */
function span(pupils: Iterable<Years>): Pick<Totals, 'earliest' | 'latest'> {
  let earliest: IsoDate | null = null;
  let latest: IsoDate | null = null;
  for (const years of pupils)
    for (const [year, strip] of years) {
      const marked = (byte: number) => byte !== NO_MARK;
      earliest = earlier(sessionAt(year, strip.findIndex(marked)).date, earliest);
      latest = later(sessionAt(year, strip.findLastIndex(marked)).date, latest);
    }
  return { earliest, latest };
}
