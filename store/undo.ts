import type { AcademicYear } from '../rules/strips/strips.ts';
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

/** The row that lets an import be undone. One a site: it takes the place of the import before's. */
export function undoWrite(database: Database, origin: string, { id, years }: Undo): Promise<Write> {
  const written = years.map(({ pupil, year, before }): WrittenYear => {
    return [pupil, year, before?.flatMap(({ index, byte, sight }) => [index, byte, sight]) ?? null];
  });
  return sealed(database, 'undo', [origin], { id, years: written });
}

/** The row that forgets how to undo the last import of a site. */
export function undone(origin: string): Write {
  return { table: 'undo', key: [origin], bytes: null };
}

/** What is kept to undo the last import of a site; null when there is nothing, or it cannot be read. */
export async function readUndo(database: Database, origin: string): Promise<Undo | null> {
  const row = await database.vault.open({ table: 'undo', key: [origin] }, await database.undo.get([origin]));
  if (!row) return null;
  const { id, years } = row.value as { id: number; years: WrittenYear[] };
  return { id, years: years.map(([pupil, year, flat]) => ({ pupil, year, before: flat && inThrees(flat) })) };
}

function inThrees(flat: readonly (number | null)[]): Before[] {
  return Array.from({ length: flat.length / 3 }, (_, i) => {
    const [index, byte, sight] = flat.slice(i * 3, i * 3 + 3);
    return { index: index ?? 0, byte: byte ?? 0, sight: sight ?? null };
  });
}
