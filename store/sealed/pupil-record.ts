import { toDay } from '../../rules/calendar/dates.ts';
import { CODE_BYTES_VERSION } from '../../rules/strips/code-bytes.ts';
import { type AcademicYear, type Strip, sessionAt } from '../../rules/strips/strips.ts';

/** One pupil's marks of one academic year, and when a page was seen to hold them. */
export interface KeptYear {
  readonly bytes: Strip;
  /** By index in the strip: when a page was last seen to hold the mark, in milliseconds since 1970. None for an imported mark. */
  readonly sights: ReadonlyMap<number, number>;
}

/** One pupil as kept. Without a name unless the school has asked for names. */
export interface KeptPupil {
  readonly name: string | null;
  readonly years: ReadonlyMap<AcademicYear, KeptYear>;
}

/** The pupils of one row, by the id that the MIS gives them. */
export type Shard = ReadonlyMap<string, KeptPupil>;

const VERSION = 1;
const DAY_MS = 86_400_000;

type WrittenYear = [year: AcademicYear, bytes: Strip, sights: number[]];
type WrittenPupil = [id: string, name: string | null, years: WrittenYear[]];

/** A row as it is sealed, with the version of its form and the dated version of its codes. */
export function writeShard(shard: Shard): unknown {
  const pupils = [...shard].map(([id, { name, years }]): WrittenPupil => {
    return [
      id,
      name,
      [...years].map(([year, { bytes, sights }]) => [year, bytes, writeSights(year, sights)]),
    ];
  });
  return { version: VERSION, codes: CODE_BYTES_VERSION, pupils };
}

/** The pupils of a row; null for one in a form or with codes that this version does not know. */
export function readShard(value: unknown): Map<string, KeptPupil> | null {
  const { version, codes, pupils } = value as ReturnType<typeof writeShard> & {
    version: unknown;
    codes: { version?: unknown } | undefined;
    pupils: WrittenPupil[];
  };
  // Codes are only ever added, so older bytes mean what they meant.
  if (version !== VERSION || !(Number(codes?.version) <= CODE_BYTES_VERSION.version)) return null;
  return new Map(
    pupils.map(([id, name, years]) => {
      const read = years.map(([year, bytes, sights]): [AcademicYear, KeptYear] => {
        return [year, { bytes, sights: readSights(year, sights) }];
      });
      return [id, { name, years: new Map(read) }];
    }),
  );
}

/**
 * Two small numbers a sight: places since the one before, and milliseconds since the session's own day began, which take six
 * bytes for a register seen on its day.
 */
function writeSights(year: AcademicYear, sights: KeptYear['sights']): number[] {
  let last = 0;
  return [...sights]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, at]) => {
      const gap = index - last;
      last = index;
      return [gap, at - dayStart(year, index)];
    });
}

function readSights(year: AcademicYear, written: readonly number[]): Map<number, number> {
  const sights = new Map<number, number>();
  let index = 0;
  for (let at = 0; at + 1 < written.length; at += 2) {
    index += written[at] as number;
    sights.set(index, (written[at + 1] as number) + dayStart(year, index));
  }
  return sights;
}

function dayStart(year: AcademicYear, index: number): number {
  return toDay(sessionAt(year, index).date) * DAY_MS;
}
