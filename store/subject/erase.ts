import { locked } from '../lock.ts';
import { logRewrites, logWrite, openLog } from '../log.ts';
import { openShards, readable, shardWrite } from '../pupils.ts';
import type { Database } from '../schema.ts';
import { lastUndo, undoWrites } from '../undo.ts';
import { type Write, writeAll } from '../writes.ts';

/** What erasing a pupil took away. */
export interface Erased {
  /** Whether anything at all was kept. */
  readonly found: boolean;
}

/**
 * Erases everything about one pupil of a site in one transaction: marks, name, counts, what was noted, and what would put
 * marks back. That a pupil was erased is noted, of whom is not. Throws {@link PlainError} where part of it cannot be
 * read, and then nothing is erased. `at` is now, in milliseconds since 1970.
 */
export function erasePupil(
  database: Database,
  { origin, pupil }: { readonly origin: string; readonly pupil: string },
  at: number,
): Promise<Erased> {
  return locked(async () => {
    const shard = await database.vault.shardOf(origin, pupil);
    const pupils = readable((await openShards(database, origin, [shard])).get(shard));
    const rows = await openLog(database, origin, { from: shard, to: shard });
    const undo = await lastUndo(database, origin);
    const noted = await logRewrites(database, rows, (entry) => entry.pupil !== pupil);
    const years = undo?.years.filter((year) => year.pupil !== pupil) ?? [];
    const undoes = undo !== null && years.length < undo.years.length;
    const had = pupils.delete(pupil);
    if (!had && noted.length === 0 && !undoes) return { found: false };
    const entries = [{ kind: 'pupil-erased', pupil: null } as const];
    const writes: (Promise<Write | null> | Write)[] = [
      shardWrite(database, origin, shard, pupils),
      { table: 'counts', key: [origin, shard], bytes: null },
      // Not in the pupil's own row, which would tell whom it was about.
      logWrite(database, origin, { shard: 0, at, entries }),
    ];
    const undoing = undo && undoes ? await undoWrites(database, origin, { id: undo.id, years }) : [];
    const all = [...noted, ...undoing, ...(await Promise.all(writes))];
    await writeAll(
      database,
      all.filter((write) => write !== null),
    );
    return { found: true };
  });
}
