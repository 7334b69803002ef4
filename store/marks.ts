import Dexie from 'dexie';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import { readCode } from '../rules/codes/codes.ts';
import { byteOf, NO_MARK } from '../rules/strips/code-bytes.ts';
import { byteAt, countMarks, listMarks, merge, placeOf, type Strip, trim } from '../rules/strips/strips.ts';
import type { Database, StripRow } from './database.ts';
import { PlainError } from './plain-error.ts';
import type { PackedStrip, StoredMark } from './requests.ts';
import { readStrip } from './strip-text.ts';

/** Marks of one pupil's academic year, to be laid over what is kept. */
interface Addition {
  readonly pupil: string;
  readonly year: number;
  readonly bytes: Strip;
}

/** Saved marks of one session, as seen on a page. */
export interface Sight {
  readonly date: IsoDate;
  readonly session: Session;
  readonly marks: readonly { readonly pupil: string; readonly code: string }[];
}

/**
 * Adds saved marks of one session to the pupils' strips. A mark that is no code is left out: the page's own health
 * already names it. Throws {@link PlainError} for a Saturday or Sunday.
 */
export async function addSeen(database: Database, origin: string, sight: Sight): Promise<void> {
  const place = placeOf(sight.date, sight.session);
  if (!place) throw new PlainError(`${sight.date} is a Saturday or Sunday, so its marks are not kept.`);
  const additions: Addition[] = [];
  for (const { pupil, code } of sight.marks) {
    const reading = readCode(code, sight.date);
    const byte = reading.kind === 'code' ? byteOf(reading.entry.code) : undefined;
    if (byte === undefined) continue;
    const bytes = new Uint8Array(place.index + 1);
    bytes[place.index] = byte;
    additions.push({ pupil, year: place.year, bytes });
  }
  await database.transaction('rw', database.strips, database.summaries, () =>
    layOver(database, origin, additions),
  );
}

/** Commits an import, the whole or nothing. Throws {@link PlainError} when any strip of it cannot be read. */
export async function addImport(
  database: Database,
  {
    id,
    origin,
    file,
    strips,
  }: { id?: number; origin: string; file?: string | null; strips: readonly PackedStrip[] },
  at: number,
): Promise<{ pupils: number; marks: number }> {
  const additions = strips.map(({ pupil, year, bytes }) => {
    const strip = readStrip(year, bytes);
    if (!strip.ok) throw new PlainError('A part of the import could not be read, so nothing was kept.');
    return { pupil, year, bytes: strip.value };
  });
  const receipt = {
    pupils: new Set(additions.map(({ pupil }) => pupil)).size,
    marks: additions.reduce((sum, { bytes }) => sum + countMarks(bytes), 0),
  };
  const { strips: stripTable, summaries, imports } = database;
  await database.transaction('rw', stripTable, summaries, imports, async () => {
    await layOver(database, origin, additions);
    await imports.add({ ...(id === undefined ? {} : { id }), origin, at, file: file ?? null, ...receipt });
  });
  return receipt;
}

/** Merges additions into the kept strips and forgets the counts made from them. Runs inside the caller's transaction. */
async function layOver(database: Database, origin: string, additions: readonly Addition[]): Promise<void> {
  const kept = await database.strips.bulkGet(
    additions.map(({ pupil, year }) => [origin, pupil, year] as [string, string, number]),
  );
  const changed = new Map<string, StripRow>();
  additions.forEach(({ pupil, year, bytes }, i) => {
    const name = JSON.stringify([pupil, year]);
    const before = (changed.get(name) ?? kept[i])?.bytes ?? new Uint8Array(0);
    if (adds(before, bytes)) changed.set(name, { origin, pupil, year, bytes: trim(merge(before, bytes)) });
  });
  const rows = [...changed.values()];
  await database.strips.bulkPut(rows);
  await database.summaries.bulkDelete(rows.map(({ pupil }) => [origin, pupil] as [string, string]));
}

/** Whether `incoming` holds a mark that `kept` does not already hold. */
function adds(kept: Strip, incoming: Strip): boolean {
  return incoming.some((byte, index) => byte !== NO_MARK && byte !== byteAt(kept, index));
}

/** Every mark kept of one pupil, in date order. */
export async function marksOf(database: Database, origin: string, pupil: string): Promise<StoredMark[]> {
  const rows = await database.strips
    .where('[origin+pupil+year]')
    .between([origin, pupil, Dexie.minKey], [origin, pupil, Dexie.maxKey])
    .toArray();
  return listMarks(rows);
}

/** How many pupils and marks are kept, by origin. */
export async function countKept(database: Database) {
  const kept = new Map<string, { pupils: Set<string>; marks: number }>();
  await database.strips.each(({ origin, pupil, bytes }) => {
    const sum = kept.get(origin) ?? { pupils: new Set(), marks: 0 };
    sum.pupils.add(pupil);
    sum.marks += countMarks(bytes);
    kept.set(origin, sum);
  });
  return [...kept].map(([origin, { pupils, marks }]) => ({ origin, pupils: pupils.size, marks }));
}
