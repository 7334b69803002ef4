import Dexie from 'dexie';
import type { AcademicYear, Strip } from '../rules/strips/strips.ts';
import type { OwnRequests } from './own-requests.ts';
import { PlainError } from './plain-error.ts';
import type { PupilName } from './records.ts';
import type { Database } from './schema.ts';
import { readStrip } from './strip-text.ts';
import { sealed, type Write } from './writes.ts';

/** What is known of an import as it begins. */
export type ImportHead = OwnRequests['import-begin']['ask'];
export type ImportPart = OwnRequests['import-part']['ask'];

/** A part as it is staged, its strips unpacked. */
interface StagedPart {
  readonly strips: readonly (readonly [pupil: string, year: AcademicYear, bytes: Strip])[];
  readonly names: readonly PupilName[];
}

/** An import whose parts have all come. */
export interface StagedImport extends ImportHead {
  /** In the order of the parts. */
  readonly strips: StagedPart['strips'];
  readonly names: readonly PupilName[];
  /** What erases it. */
  readonly erasing: readonly Write[];
}

const HEAD = -1;
const NOT_BEGUN = 'This import is no longer open, and nothing of it was kept. Begin it again.';
const UNREADABLE = 'A part of the import could not be read, so nothing was kept.';
const PART_MISSING = 'A part of the import did not arrive, so nothing was kept. Begin it again.';

/** The row that begins an import. */
export function headWrite(database: Database, id: number, head: ImportHead): Promise<Write> {
  return sealed(database, 'staging', [id, HEAD], head);
}

/** The row that stages a part, in place of an earlier one of its number. Throws {@link PlainError} when it cannot be read. */
export async function partWrite(
  database: Database,
  { id, part, strips: packed, names = [] }: ImportPart,
  keepNames: boolean,
): Promise<Write> {
  if ((await database.staging.where(':id').equals([id, HEAD]).count()) === 0) throw new PlainError(NOT_BEGUN);
  const strips = packed.map(({ pupil, year, bytes }) => {
    const strip = readStrip(year, bytes);
    if (!strip.ok) throw new PlainError(UNREADABLE);
    return [pupil, year, strip.value] as const;
  });
  const staged: StagedPart = { strips, names: keepNames ? names : [] };
  return sealed(database, 'staging', [id, part], staged);
}

/** All that is staged of an import. Throws {@link PlainError} when it is not open or not whole. */
export async function readStaged(database: Database, id: number): Promise<StagedImport> {
  const [keys, rows] = await database.transaction('r', database.staging, () => {
    const all = database.staging.where(':id').between([id, HEAD], [id, Dexie.maxKey]);
    return Promise.all([all.primaryKeys(), all.toArray()]);
  });
  const [head, ...parts] = await Promise.all(
    keys.map(async (key, i) => {
      const row = await database.vault.open({ table: 'staging', key }, rows[i]);
      if (!row) throw new PlainError(UNREADABLE);
      return row.value;
    }),
  );
  if (!head) throw new PlainError(NOT_BEGUN);
  // Keys come in order, so the last tells of a gap.
  if (parts.length === 0 || keys.at(-1)?.[1] !== parts.length - 1) throw new PlainError(PART_MISSING);
  const staged = parts as StagedPart[];
  return {
    ...(head as ImportHead),
    strips: staged.flatMap(({ strips }) => strips),
    names: staged.flatMap(({ names }) => names),
    erasing: erasing(keys),
  };
}

/** What erases an import that is not wanted; nothing when there is none of that number. */
export async function cancelWrites(database: Database, id: number): Promise<readonly Write[]> {
  const all = database.staging.where(':id').between([id, HEAD], [id, Dexie.maxKey]);
  return erasing(await all.primaryKeys());
}

function erasing(keys: readonly Write['key'][]): readonly Write[] {
  return keys.map((key) => ({ table: 'staging', key, bytes: null }));
}
