import type { AcademicYear } from '../rules/strips/strips.ts';
import { ofOrigin } from './pupils.ts';
import type { Database } from './schema.ts';
import type { Before } from './standing.ts';
import { sealed, type Write } from './writes.ts';

/** What an import took the place of in one year of one pupil; null where nothing was kept of the year. */
export interface BeforeYear {
  readonly pupil: string;
  readonly year: AcademicYear;
  readonly before: readonly Before[] | null;
}

/** What taking an import back needs. */
export interface Undo {
  readonly id: number;
  readonly years: readonly BeforeYear[];
}

type WrittenYear = [pupil: string, year: AcademicYear, before: (number | null)[] | null];

/** The rows that let an import be undone, and only it: what would undo an earlier one of the site is erased. */
export async function undoWrites(database: Database, origin: string, { id, years }: Undo): Promise<Write[]> {
  const written = years.map(({ pupil, year, before }): WrittenYear => {
    return [pupil, year, before?.flatMap(({ index, byte, sight }) => [index, byte, sight]) ?? null];
  });
  const earlier = await database.undo
    .where(':id')
    .between(...ofOrigin(origin))
    .primaryKeys();
  return [
    ...earlier.map((key) => ({ table: 'undo', key, bytes: null }) as const),
    await sealed(database, 'undo', [origin, id], written),
  ];
}

/** The row that forgets how to undo an import. */
export function undone(origin: string, id: number): Write {
  return { table: 'undo', key: [origin, id], bytes: null };
}

/** Which imports can be undone. */
export async function undoable(database: Database): Promise<ReadonlySet<number>> {
  return new Set((await database.undo.toCollection().primaryKeys()).map(([, id]) => id));
}

/** What is kept to undo an import; null when there is nothing, or it cannot be read. */
export async function readUndo(database: Database, origin: string, id: number): Promise<Undo | null> {
  const spot = { table: 'undo', key: [origin, id] };
  const row = await database.vault.open(spot, await database.undo.get([origin, id]));
  if (!row) return null;
  const years = row.value as WrittenYear[];
  return { id, years: years.map(([pupil, year, flat]) => ({ pupil, year, before: flat && inThrees(flat) })) };
}

/** What is kept to undo the last import of a site; null when there is nothing, or it cannot be read. */
export async function lastUndo(database: Database, origin: string): Promise<Undo | null> {
  const keys = await database.undo
    .where(':id')
    .between(...ofOrigin(origin))
    .primaryKeys();
  const [, id] = keys.at(-1) ?? [];
  return id === undefined ? null : readUndo(database, origin, id);
}

function inThrees(flat: readonly (number | null)[]): Before[] {
  return Array.from({ length: flat.length / 3 }, (_, i) => {
    const [index, byte, sight] = flat.slice(i * 3, i * 3 + 3);
    return { index: index ?? 0, byte: byte ?? 0, sight: sight ?? null };
  });
}
