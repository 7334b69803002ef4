import { countMarks, listMarks } from '../rules/strips/strips.ts';
import { keptOrigins, openShards, openSite, readable } from './pupils.ts';
import type { KeptSite, StoredMark } from './records.ts';
import { spanOf } from './retention/evidence.ts';
import type { Database } from './schema.ts';

/** Every mark kept of one pupil, in date order. Throws {@link PlainError} where what is kept cannot be read. */
export async function marksOf(database: Database, origin: string, pupil: string): Promise<StoredMark[]> {
  const shard = await database.vault.shardOf(origin, pupil);
  const kept = readable((await openShards(database, origin, [shard])).get(shard)).get(pupil);
  return listMarks([...(kept?.years ?? [])].map(([year, { bytes }]) => ({ year, bytes })));
}

/** How much is kept, by origin, and whether part of it cannot be read and so is not among the figures. */
export async function countKept(database: Database): Promise<readonly KeptSite[]> {
  const imports = await database.imports.toArray();
  const sites = (await keptOrigins(database)).map(async (origin): Promise<KeptSite> => {
    const shards = [...(await openSite(database, origin)).values()];
    const pupils = shards.filter((shard) => shard !== 'unreadable').flatMap((shard) => [...shard.values()]);
    const marks = pupils
      .flatMap(({ years }) => [...years.values()])
      .reduce((sum, { bytes }) => sum + countMarks(bytes), 0);
    const imported = imports.filter((each) => each.origin === origin).map(({ at }) => at);
    return {
      ...{ origin, pupils: pupils.length, marks, span: spanOf(pupils) },
      named: pupils.filter(({ name }) => name !== null).length,
      lastImport: imported.length === 0 ? null : Math.max(...imported),
      unreadable: shards.includes('unreadable'),
    };
  });
  return Promise.all(sites);
}
