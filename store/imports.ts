import { byPupil, layImport } from './lay-import.ts';
import { locked } from './lock.ts';
import { logWrite } from './log.ts';
import { openShards, readable, shardsOf, shardWrite } from './pupils.ts';
import type { ImportReceipt, PastImport } from './records.ts';
import { PRACTICE_ORIGIN } from './requests.ts';
import type { Database } from './schema.ts';
import { readSettings } from './settings.ts';
import {
  cancelWrites,
  headWrite,
  type ImportHead,
  type ImportPart,
  partWrite,
  readStaged,
} from './staging.ts';
import { forgetSummaries } from './summaries.ts';
import { undoable, undoWrites } from './undo.ts';
import { type Write, writeAll } from './writes.ts';

const UNREADABLE_NAME = 'The name of this file cannot be read';

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
    const { sum, before, entries } = layImport(incoming, {
      pupilsOf: (pupil) => readable(opened.get(shards.get(pupil) as number)),
      names: keepNames ? names : [],
      // No file is saved after it was imported, whatever the clock of the computer that saved it said.
      savedAt: Math.min(savedAt ?? at, at),
    });
    const writes = [...opened].flatMap(([shard, pupils]): Promise<Write | null>[] => [
      shardWrite(database, origin, shard, readable(pupils)),
      logWrite(database, origin, {
        ...{ shard, at },
        entries: entries.filter(({ pupil }) => shards.get(pupil) === shard),
      }),
    ]);
    const { pupils, marks } = sum;
    const row = { id, origin, at, pupils, marks, file: await sealedFile(database, id, file) };
    const all = (await Promise.all(writes)).filter((write) => write !== null);
    // The practice register brings its made-up marks each time it is opened, which nobody wants listed or undone.
    const listed = origin !== PRACTICE_ORIGIN;
    const undo = listed ? await undoWrites(database, origin, { id, years: before }) : [];
    await writeAll(database, [...all, ...undo, ...erasing], {
      tables: ['imports', 'counts'],
      run: () => Promise.all([listed && database.imports.put(row), forgetSummaries(database, origin)]),
    });
    return { id, ...sum };
  });
}

/** The imports of every site, the latest begun first: a clock that was set back does not change their order. */
export async function listImports(database: Database): Promise<readonly PastImport[]> {
  const rows = (await database.imports.toArray()).sort((a, b) => b.id - a.id);
  const canUndo = await undoable(database);
  const listed = rows.map(async ({ file, ...row }) => {
    const name = file && (await database.vault.open({ table: 'imports', key: [row.id] }, file));
    return {
      ...{ id: row.id, origin: row.origin, at: row.at, pupils: row.pupils, marks: row.marks },
      file: file && (name ? String(name.value) : UNREADABLE_NAME),
      canUndo: canUndo.has(row.id),
    };
  });
  return Promise.all(listed);
}

async function sealedFile({ vault }: Database, id: number, file: string | null) {
  return file === null ? null : vault.seal({ table: 'imports', key: [id] }, file);
}

async function lastImport(database: Database): Promise<number> {
  return (await database.imports.toCollection().last())?.id ?? 0;
}
