import { CODE_BYTES_VERSION } from '../../rules/strips/code-bytes.ts';
import { type AcademicYear, dayAt, type Strip } from '../../rules/strips/strips.ts';
import { readSights, type Sights, writeSights } from './sights.ts';
import { squeeze, unsqueeze } from './squeeze.ts';

/** One pupil's marks of one academic year, and when a page was seen to hold them. */
export interface KeptYear {
  readonly bytes: Strip;
  /** None for an imported mark. */
  readonly sights: Sights;
}

/** One pupil as kept. Without a name unless the school has asked for names. */
export interface KeptPupil {
  readonly name: string | null;
  readonly years: ReadonlyMap<AcademicYear, KeptYear>;
}

/** The pupils of one row, by the id that the MIS gives them. */
export type Shard = ReadonlyMap<string, KeptPupil>;

/** The form rows are written in. Those of the first, of versions before 4, are read, and written anew when they next change. */
const FORM = 2;
const DAY_MS = 86_400_000;

type WrittenYear = [year: AcademicYear, bytes: Strip, sights: number[]];
type WrittenPupil = [id: string, name: string | null, years: WrittenYear[]];

/** A row as it is sealed, with the version of its form and the dated version of its codes. */
export function writeShard(shard: Shard): unknown {
  const pupils = [...shard].map(([id, { name, years }]): WrittenPupil => {
    return [
      id,
      name,
      [...years].map(([year, { bytes, sights }]) => [year, squeeze(bytes), writeSights(year, sights)]),
    ];
  });
  return { version: FORM, codes: CODE_BYTES_VERSION, pupils };
}

/** The pupils of a row; null for one in a form or with codes that this version does not know. */
export function readShard(value: unknown): Map<string, KeptPupil> | null {
  const { version, codes, pupils } = value as ReturnType<typeof writeShard> & {
    version: unknown;
    codes: { version?: unknown } | undefined;
    pupils: WrittenPupil[];
  };
  // Codes are only ever added, so older bytes mean what they meant.
  if ((version !== 1 && version !== FORM) || !(Number(codes?.version) <= CODE_BYTES_VERSION.version))
    return null;
  const readYear = version === FORM ? readKeptYear : readFirstYear;
  return new Map(
    pupils.map(([id, name, years]) => [
      id,
      { name, years: new Map(years.map((year) => [year[0], readYear(year)])) },
    ]),
  );
}

function readKeptYear([year, bytes, sights]: WrittenYear): KeptYear {
  return { bytes: unsqueeze(bytes), sights: readSights(year, sights) };
}

function readFirstYear([year, bytes, sights]: WrittenYear): KeptYear {
  return { bytes, sights: readFirstSights(year, sights) };
}

/** Of a row in the first form: places since the sight before, and milliseconds since the session's own day began, in turn. */
function readFirstSights(year: AcademicYear, written: readonly number[]): Map<number, number> {
  const sights = new Map<number, number>();
  let index = 0;
  for (let at = 0; at + 1 < written.length; at += 2) {
    index += written[at] as number;
    sights.set(index, (written[at + 1] as number) + dayAt(year, index) * DAY_MS);
  }
  // To the minute, as every row is once it is written anew.
  return readSights(year, writeSights(year, sights));
}
