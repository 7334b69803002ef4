import { locked } from './lock.ts';
import { PlainError } from './plain-error.ts';
import { openShards, readable, shardsOf, shardWrite } from './pupils.ts';
import type { Database } from './schema.ts';
import type { KeptPupil } from './sealed/pupil-record.ts';
import { putBack } from './standing.ts';
import { forgetSummaries } from './summaries.ts';
import { type BeforeYear, readUndo, undone } from './undo.ts';
import { writeAll } from './writes.ts';

const NOT_LAST = 'Only the last import of a site can be undone.';

/**
 * Takes the last import of a site back: what it took the place of is put back, except where a page was seen to hold a mark
 * since. Answers with the pupils and sessions that changed. Throws {@link PlainError} when it is not the last.
 */
export function undoImport(database: Database, id: number): Promise<{ pupils: number; marks: number }> {
  return locked(async () => {
    const row = await database.imports.get(id);
    const undo = row ? await readUndo(database, row.origin, id) : null;
    if (!row || !undo) throw new PlainError(NOT_LAST);
    const { origin } = row;
    const shards = await shardsOf(
      database,
      origin,
      undo.years.map(({ pupil }) => pupil),
    );
    const opened = await openShards(database, origin, shards.values());
    const touched = new Set<string>();
    let marks = 0;
    for (const year of undo.years) {
      const back = putBackYear(readable(opened.get(shards.get(year.pupil) as number)), year);
      marks += back;
      if (back > 0) touched.add(year.pupil);
    }
    const writes = [...opened].map(([shard, pupils]) =>
      shardWrite(database, origin, shard, readable(pupils)),
    );
    await writeAll(database, [...(await Promise.all(writes)), undone(origin, id)], {
      tables: ['imports', 'counts'],
      run: () => Promise.all([database.imports.delete(id), forgetSummaries(database, origin)]),
    });
    return { pupils: touched.size, marks };
  });
}

/** Puts back one year among the pupils of its row; answers with how many sessions that changed. */
function putBackYear(pupils: Map<string, KeptPupil>, { pupil, year, before }: BeforeYear): number {
  const kept = pupils.get(pupil);
  const keptYear = kept?.years.get(year);
  if (!kept || !keptYear) return 0;
  const back = putBack(keptYear, before);
  const years = new Map(kept.years);
  if (back.year) years.set(year, back.year);
  else years.delete(year);
  if (years.size === 0) pupils.delete(pupil);
  else pupils.set(pupil, { ...kept, years });
  return back.marks;
}
