import type { Strip } from '../rules/strips/strips.ts';
import type { Database, StripRow } from './database.ts';
import { addImport } from './marks.ts';
import { PlainError } from './plain-error.ts';
import type { ImportReceipt, OwnRequests, PackedStrip, PastImport } from './requests.ts';
import { readStrip } from './strip-text.ts';

type Begin = OwnRequests['import-begin']['ask'];
type Part = OwnRequests['import-part']['ask'];
interface Staged extends Begin {
  readonly parts: Map<number, readonly PackedStrip[]>;
}

const NOT_BEGUN = 'This import is no longer open. Begin it again.';
const UNREADABLE = 'A part of the import could not be read, so nothing was kept.';
const PART_MISSING = 'A part of the import did not arrive, so nothing was kept. Begin it again.';
const NOT_LAST = 'Only the last import of a site can be undone.';

const staging = new Map<number, Staged>();
const undoData = new Map<number, { keys: [string, string, number][]; before: (StripRow | undefined)[] }>();
let last = 0;

export async function beginImport(_: Database, begin: Begin): Promise<{ id: number }> {
  const id = Math.max(Date.now(), last + 1);
  last = id;
  staging.set(id, { ...begin, parts: new Map() });
  return { id };
}

export async function stagePart(_: Database, { id, part, strips }: Part): Promise<void> {
  const staged = staging.get(id);
  if (!staged) throw new PlainError(NOT_BEGUN);
  if (strips.some(({ year, bytes }) => !readStrip(year, bytes).ok)) throw new PlainError(UNREADABLE);
  staged.parts.set(part, strips);
}

export async function commitImport(database: Database, id: number, at: number): Promise<ImportReceipt> {
  const staged = staging.get(id);
  if (!staged) throw new PlainError(NOT_BEGUN);
  const { origin, file, parts } = staged;
  if (parts.size === 0 || Math.max(...parts.keys()) !== parts.size - 1) throw new PlainError(PART_MISSING);
  const strips = [...parts].sort(([a], [b]) => a - b).flatMap(([, each]) => each);
  const keys = strips.map(({ pupil, year }) => [origin, pupil, year] as [string, string, number]);
  const before = await database.strips.bulkGet(keys);
  const changed = strips.reduce((sum, { year, bytes }, i) => {
    const strip = readStrip(year, bytes);
    return sum + (strip.ok ? differences(before[i]?.bytes ?? new Uint8Array(0), strip.value) : 0);
  }, 0);
  const { pupils, marks } = await addImport(database, { id, origin, file, strips }, at);
  staging.delete(id);
  undoData.set(id, { keys, before });
  return { id, pupils, marks, changed, stood: 0 };
}

export async function cancelImport(_: Database, id: number): Promise<void> {
  staging.delete(id);
}

export async function listImports(database: Database): Promise<readonly PastImport[]> {
  const rows = (await database.imports.toArray()).sort((a, b) => b.at - a.at);
  const seen = new Set<string>();
  return rows.map(({ id = 0, ...row }) => {
    const canUndo = !seen.has(row.origin) && undoData.has(id);
    seen.add(row.origin);
    return { ...row, id, canUndo };
  });
}

export async function undoImport(database: Database, id: number): Promise<{ pupils: number; marks: number }> {
  const past = (await listImports(database)).find((each) => each.id === id);
  const undo = undoData.get(id);
  if (!past?.canUndo || !undo) throw new PlainError(NOT_LAST);
  const { strips, summaries, imports } = database;
  await database.transaction('rw', strips, summaries, imports, async () => {
    await strips.bulkDelete(undo.keys);
    await strips.bulkPut(undo.before.filter((row) => row !== undefined));
    await summaries.bulkDelete(undo.keys.map(([origin, pupil]) => [origin, pupil] as [string, string]));
    await imports.delete(id);
  });
  undoData.delete(id);
  return { pupils: past.pupils, marks: past.marks };
}

function differences(kept: Strip, incoming: Strip): number {
  return incoming.reduce((sum, byte, i) => sum + (byte !== 0 && kept[i] && kept[i] !== byte ? 1 : 0), 0);
}
