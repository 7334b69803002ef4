import type { Table } from 'dexie';
import type { Strip } from '../rules/strips/strips.ts';
import { logWrite } from './log.ts';
import { openShards, readable, shardsOf, shardWrite } from './pupils.ts';
import type { Database, ImportRow } from './schema.ts';
import { type Write, writeAll } from './writes.ts';

/** Rows that versions 1 and 2 kept in plain. */
export interface OldTables {
  readonly strips: Table<OldStrip, [origin: string, pupil: string, year: number]>;
  readonly summaries: Table<unknown, [origin: string, pupil: string]>;
  readonly kept: Table<OldKept, number>;
}

interface OldStrip {
  readonly origin: string;
  readonly pupil: string;
  readonly year: number;
  readonly bytes: Strip;
}

interface OldKept {
  readonly id: number;
  readonly origin: string;
  readonly at: number;
  readonly finding: string;
  readonly reason: string;
}

const BATCH = 500;

/**
 * Seals what older versions kept in plain, a batch in one transaction with the erasing of the plain rows: it can be stopped at
 * any moment and goes on where it was. Marks come over as imported ones, for when a page was seen to hold them was not
 * kept. Counts are made anew when they are asked for.
 */
export async function sealOldRows(database: Database): Promise<void> {
  await database.summaries.clear();
  await sealImports(database);
  await sealKept(database);
  for (;;) {
    const rows = await database.strips.limit(BATCH).toArray();
    const [first] = rows;
    if (!first) return;
    await sealStrips(
      database,
      first.origin,
      rows.filter(({ origin }) => origin === first.origin),
    );
  }
}

async function sealStrips(database: Database, origin: string, rows: readonly OldStrip[]): Promise<void> {
  const shards = await shardsOf(
    database,
    origin,
    rows.map(({ pupil }) => pupil),
  );
  const opened = await openShards(database, origin, shards.values());
  for (const { pupil, year, bytes } of rows) {
    const pupils = readable(opened.get(shards.get(pupil) as number));
    const { name, years } = pupils.get(pupil) ?? { name: null, years: new Map() };
    pupils.set(pupil, { name, years: new Map(years).set(year, { bytes, sights: new Map() }) });
  }
  const writes = [...opened].map(([shard, pupils]) => shardWrite(database, origin, shard, readable(pupils)));
  await writeAll(database, await Promise.all(writes), {
    tables: ['strips'],
    run: () => database.strips.bulkDelete(rows.map((row) => [row.origin, row.pupil, row.year])),
  });
}

async function sealKept(database: Database): Promise<void> {
  for (const { id, origin, at, finding, reason } of await database.kept.toArray()) {
    const entries = [{ kind: 'kept', pupil: null, finding, reason }] as const;
    const write = (await logWrite(database, origin, { shard: 0, at, entries })) as Write;
    await writeAll(database, [write], { tables: ['kept'], run: () => database.kept.delete(id) });
  }
}

/** Names of files were kept as they are. */
async function sealImports(database: Database): Promise<void> {
  const { imports, vault } = database;
  const rows = (await imports.toArray()) as (Omit<ImportRow, 'file'> & { file: unknown })[];
  const plain = rows.filter(({ file }) => typeof file === 'string');
  const sealed = plain.map(async (row) => ({
    ...row,
    file: await vault.seal({ table: 'imports', key: [row.id] }, row.file),
  }));
  await imports.bulkPut(await Promise.all(sealed));
}
