import { codeOf } from '../rules/strips/code-bytes.ts';
import { countMarks, merge, type Strip, sessionAt } from '../rules/strips/strips.ts';
import { locked } from './lock.ts';
import { type LogEntry, logWrite } from './log.ts';
import { PlainError } from './plain-error.ts';
import { openShards, readable, shardsOf, shardWrite } from './pupils.ts';
import type { ImportReceipt, PastImport } from './requests.ts';
import type { Database } from './schema.ts';
import type { KeptPupil } from './sealed/pupil-record.ts';
import { readSettings } from './settings.ts';
import {
  cancelWrites,
  headWrite,
  type ImportHead,
  type ImportPart,
  partWrite,
  readStaged,
} from './staging.ts';
import { importedOver, putBack } from './standing.ts';
import { type BeforeYear, readUndo, undone, undoWrite } from './undo.ts';
import { type Write, writeAll } from './writes.ts';

const NOT_LAST = 'Only the last import of a site can be undone.';

/** Begins an import. What is begun counts for nothing until it is committed. */
export function beginImport(database: Database, head: ImportHead): Promise<{ id: number }> {
  return locked(async () => {
    const last = (await database.meta.get('last-import'))?.value ?? (await lastImport(database));
    const id = Number(last) + 1;
    await writeAll(database, [await headWrite(database, id, head)], {
      tables: ['meta'],
      run: () => database.meta.put({ key: 'last-import', value: id }),
    });
    return { id };
  });
}

/** Stages a part of an import, sealed. Throws {@link PlainError} when it cannot be read or the import is not open. */
export function stagePart(database: Database, part: ImportPart): Promise<void> {
  return locked(async () => {
    const { keepNames } = await readSettings(database);
    await writeAll(database, [await partWrite(database, part, keepNames)]);
  });
}

/** Erases what is staged of an import. */
export function cancelImport(database: Database, id: number): Promise<void> {
  return locked(async () => writeAll(database, await cancelWrites(database, id)));
}

/**
 * Lays an import over what is kept, the whole or nothing, and erases what was staged of it, in one transaction. `at` is now, in
 * milliseconds since 1970. Throws {@link PlainError} when a part is missing or what is kept cannot be read.
 */
export function commitImport(database: Database, id: number, at: number): Promise<ImportReceipt> {
  return locked(async () => {
    const { origin, file, savedAt, strips, names, erasing } = await readStaged(database, id);
    const incoming = byPupil(strips);
    const { keepNames } = await readSettings(database);
    const shards = await shardsOf(database, origin, incoming.keys());
    const opened = await openShards(database, origin, shards.values());
    // No file is saved after it was imported, whatever the clock of the computer that saved it said.
    const observed = Math.min(savedAt ?? at, at);
    const before: BeforeYear[] = [];
    const entries = new Map<number, LogEntry[]>();
    const sum = { pupils: incoming.size, marks: 0, changed: 0, stood: 0 };
    const nameOf = new Map(keepNames ? names.map(({ pupil, name }) => [pupil, name]) : []);
    for (const [pupil, years] of incoming) {
      const shard = shards.get(pupil) as number;
      const pupils = readable(opened.get(shard));
      const kept: KeptPupil = pupils.get(pupil) ?? { name: null, years: new Map() };
      const after = new Map(kept.years);
      for (const [year, bytes] of years) {
        const over = importedOver(kept.years.get(year), bytes, observed);
        after.set(year, over.year);
        sum.marks += countMarks(bytes);
        sum.changed += over.changed;
        if (over.before?.length !== 0) before.push({ pupil, year, before: over.before });
        for (const { index, page, imported, stands } of over.disagreements) {
          if (stands === 'page') sum.stood++;
          const codes = { page: codeOf(page) ?? '', imported: codeOf(imported) ?? '' };
          const entry = { kind: 'disagreed', pupil, ...sessionAt(year, index), ...codes, stands } as const;
          entries.set(shard, [...(entries.get(shard) ?? []), entry]);
        }
      }
      pupils.set(pupil, { name: nameOf.get(pupil) ?? kept.name, years: after });
    }
    const writes = [...opened].flatMap(([shard, pupils]): (Promise<Write | null> | Write)[] => [
      shardWrite(database, origin, shard, readable(pupils)),
      logWrite(database, origin, { shard, at, entries: entries.get(shard) ?? [] }),
      { table: 'counts', key: [origin, shard], bytes: null },
    ]);
    const row = {
      id,
      origin,
      at,
      pupils: sum.pupils,
      marks: sum.marks,
      file: await sealedFile(database, id, file),
    };
    const all = await Promise.all([...writes, undoWrite(database, origin, { id, years: before })]);
    await writeAll(database, [...all.filter((write) => write !== null), ...erasing], {
      tables: ['imports'],
      run: () => database.imports.put(row),
    });
    return { id, ...sum };
  });
}

/** The imports of every site, the latest first. */
export async function listImports(database: Database): Promise<readonly PastImport[]> {
  const rows = (await database.imports.toArray()).sort((a, b) => b.id - a.id);
  const undoable = new Set((await database.undo.toCollection().primaryKeys()).map(([origin]) => origin));
  const listed = rows.map(async ({ id, origin, at, pupils, marks, file }) => {
    const isLast = rows.find((row) => row.origin === origin)?.id === id;
    const name = file && (await database.vault.open({ table: 'imports', key: [id] }, file));
    return {
      ...{ id, origin, at, pupils, marks },
      file: name ? String(name.value) : null,
      canUndo: isLast && undoable.has(origin),
    };
  });
  return Promise.all(listed);
}

/**
 * Takes the last import of a site back: what it took the place of is put back, except where a page was seen to hold a mark
 * since. Answers with the pupils and sessions that changed. Throws {@link PlainError} when it is not the last.
 */
export function undoImport(database: Database, id: number): Promise<{ pupils: number; marks: number }> {
  return locked(async () => {
    const row = await database.imports.get(id);
    const undo = row ? await readUndo(database, row.origin) : null;
    if (!row || undo?.id !== id) throw new PlainError(NOT_LAST);
    const { origin } = row;
    const shards = await shardsOf(
      database,
      origin,
      undo.years.map(({ pupil }) => pupil),
    );
    const opened = await openShards(database, origin, shards.values());
    const touched = new Set<string>();
    let marks = 0;
    for (const { pupil, year, before } of undo.years) {
      const pupils = readable(opened.get(shards.get(pupil) as number));
      const kept = pupils.get(pupil);
      const keptYear = kept?.years.get(year);
      if (!kept || !keptYear) continue;
      const back = putBack(keptYear, before);
      marks += back.marks;
      if (back.marks > 0) touched.add(pupil);
      const years = new Map(kept.years);
      if (back.year) years.set(year, back.year);
      else years.delete(year);
      if (years.size === 0) pupils.delete(pupil);
      else pupils.set(pupil, { ...kept, years });
    }
    const writes = [...opened].flatMap(([shard, pupils]): (Promise<Write> | Write)[] => [
      shardWrite(database, origin, shard, readable(pupils)),
      { table: 'counts', key: [origin, shard], bytes: null },
    ]);
    await writeAll(database, [...(await Promise.all(writes)), undone(origin)], {
      tables: ['imports'],
      run: () => database.imports.delete(id),
    });
    return { pupils: touched.size, marks };
  });
}

/** Each pupil's years; of a year that comes twice the later part stands where both have a mark. */
function byPupil(strips: readonly (readonly [string, number, Strip])[]): Map<string, Map<number, Strip>> {
  const pupils = new Map<string, Map<number, Strip>>();
  for (const [pupil, year, bytes] of strips) {
    const years = pupils.get(pupil) ?? new Map<number, Strip>();
    const earlier = years.get(year);
    pupils.set(pupil, years.set(year, earlier ? merge(earlier, bytes) : bytes));
  }
  return pupils;
}

async function sealedFile({ vault }: Database, id: number, file: string | null) {
  return file === null ? null : vault.seal({ table: 'imports', key: [id] }, file);
}

async function lastImport(database: Database): Promise<number> {
  return (await database.imports.toCollection().last())?.id ?? 0;
}
