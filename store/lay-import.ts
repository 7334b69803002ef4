import { codeOf } from '../rules/strips/code-bytes.ts';
import { type AcademicYear, countMarks, merge, type Strip, sessionAt } from '../rules/strips/strips.ts';
import type { Disagreed } from './log.ts';
import type { PupilName } from './records.ts';
import type { KeptPupil } from './sealed/pupil-record.ts';
import { importedOver } from './standing.ts';
import type { BeforeYear } from './undo.ts';

/** The years an import brings, by pupil. */
export type Incoming = ReadonlyMap<string, ReadonlyMap<AcademicYear, Strip>>;

/** What laying an import over what is kept did. */
export interface Laid {
  readonly sum: { pupils: number; marks: number; changed: number; stood: number };
  /** What it took the place of. */
  readonly before: readonly BeforeYear[];
  readonly entries: readonly Disagreed[];
}

/** Each pupil's years; of a year that comes twice the later part stands where both have a mark. */
export function byPupil(strips: readonly (readonly [string, AcademicYear, Strip])[]): Incoming {
  const pupils = new Map<string, Map<AcademicYear, Strip>>();
  for (const [pupil, year, bytes] of strips) {
    const years = pupils.get(pupil) ?? new Map<AcademicYear, Strip>();
    const earlier = years.get(year);
    pupils.set(pupil, years.set(year, earlier ? merge(earlier, bytes) : bytes));
  }
  return pupils;
}

/**
 * Lays what an import brings over the kept pupils that `pupilsOf` finds, which it changes. `savedAt` is when the import's marks
 * were observed, in milliseconds since 1970.
 */
export function layImport(
  incoming: Incoming,
  {
    pupilsOf,
    names,
    savedAt,
  }: {
    readonly pupilsOf: (pupil: string) => Map<string, KeptPupil>;
    readonly names: readonly PupilName[];
    readonly savedAt: number;
  },
): Laid {
  const nameOf = new Map(names.map(({ pupil, name }) => [pupil, name]));
  const sum = { pupils: incoming.size, marks: 0, changed: 0, stood: 0 };
  const before: BeforeYear[] = [];
  const entries: Disagreed[] = [];
  for (const [pupil, years] of incoming) {
    const pupils = pupilsOf(pupil);
    const kept = pupils.get(pupil) ?? { name: null, years: new Map() };
    const after = new Map(kept.years);
    for (const [year, bytes] of years) {
      const over = importedOver(kept.years.get(year), bytes, savedAt);
      after.set(year, over.year);
      sum.marks += countMarks(bytes);
      sum.changed += over.changed;
      if (over.before?.length !== 0) before.push({ pupil, year, before: over.before });
      for (const { index, page, imported, stands } of over.disagreements) {
        if (stands === 'page') sum.stood++;
        const codes = { page: codeOf(page) ?? '', imported: codeOf(imported) ?? '' };
        entries.push({ kind: 'disagreed', pupil, ...sessionAt(year, index), ...codes, stands });
      }
    }
    pupils.set(pupil, { name: nameOf.get(pupil) ?? kept.name, years: after });
  }
  return { sum, before, entries };
}
