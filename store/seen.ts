import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import { readCode } from '../rules/codes/codes.ts';
import { byteOf, codeOf, NO_MARK } from '../rules/strips/code-bytes.ts';
import { type Place, placeOf } from '../rules/strips/strips.ts';
import { locked } from './lock.ts';
import { type LogEntry, logWrite } from './log.ts';
import { PlainError } from './plain-error.ts';
import { openShards, shardsOf, shardWrite, UNREADABLE } from './pupils.ts';
import type { SeenMark } from './records.ts';
import type { Database } from './schema.ts';
import type { KeptPupil } from './sealed/pupil-record.ts';
import { seenOver } from './standing.ts';
import { type Write, writeAll } from './writes.ts';

/** Saved marks of one session, as seen on a page. */
export interface Sight {
  readonly date: IsoDate;
  readonly session: Session;
  readonly marks: readonly { readonly pupil: string; readonly code: string }[];
}

interface PlacedMark extends SeenMark, Place {
  readonly byte: number;
}

/**
 * Keeps saved marks of one session, seen at `at` (milliseconds since 1970). A mark that is no code is left out: the page's own
 * health already names it. Throws {@link PlainError} for a Saturday or Sunday, and, once the rest has been kept, where what is
 * kept of a pupil cannot be read: nothing is laid over that.
 */
export async function addSeen(database: Database, origin: string, sight: Sight, at: number): Promise<void> {
  const { date, session, marks } = sight;
  await addSeenMarks(
    database,
    origin,
    marks.map((mark) => ({ ...mark, date, session })),
    at,
  );
}

/** The same for marks of any sessions; of one session of one pupil, the last stands. */
export async function addSeenMarks(
  database: Database,
  origin: string,
  marks: readonly SeenMark[],
  at: number,
): Promise<void> {
  const placed = [...new Map(marks.flatMap(placedMark).map((mark) => [keyOf(mark), mark])).values()];
  if (placed.length === 0) return;
  await locked(async () => {
    const shards = await shardsOf(database, origin, new Set(placed.map(({ pupil }) => pupil)));
    const opened = await openShards(database, origin, shards.values());
    const writes = [...opened].map(([shard, pupils]) => {
      if (pupils === 'unreadable') return [];
      const mine = placed.filter(({ pupil }) => shards.get(pupil) === shard);
      const { changed, entries } = see(pupils, mine, at);
      return [
        shardWrite(database, origin, shard, pupils),
        logWrite(database, origin, { shard, at, entries }),
        changed ? ({ table: 'counts', key: [origin, shard], bytes: null } satisfies Write) : null,
      ];
    });
    await writeAll(
      database,
      (await Promise.all(writes.flat())).filter((write) => write !== null),
    );
    if ([...opened.values()].includes('unreadable')) throw new PlainError(UNREADABLE);
  });
}

/** A mark with its place and its byte; none for what is no code. Throws {@link PlainError} for a Saturday or Sunday. */
function placedMark(mark: SeenMark): readonly PlacedMark[] {
  const { date, session, code } = mark;
  const place = placeOf(date, session);
  if (!place) throw new PlainError(`${date} is a Saturday or Sunday, so its marks are not kept.`);
  const reading = readCode(code, date);
  const byte = reading.kind === 'code' ? byteOf(reading.entry.code) : undefined;
  return byte === undefined ? [] : [{ ...mark, ...place, byte }];
}

const keyOf = ({ pupil, date, session }: SeenMark): string => `${date} ${session} ${pupil}`;

/** Lays the marks over the pupils of one row. */
function see(
  pupils: Map<string, KeptPupil>,
  marks: readonly PlacedMark[],
  at: number,
): { readonly changed: boolean; readonly entries: readonly LogEntry[] } {
  const entries: LogEntry[] = [];
  let changed = false;
  for (const { pupil, date, session, year, index, byte } of marks) {
    const kept = pupils.get(pupil) ?? { name: null, years: new Map() };
    const { year: next, before } = seenOver(kept.years.get(year), index, byte, at);
    pupils.set(pupil, { ...kept, years: new Map(kept.years).set(year, next) });
    if (before.byte === byte) continue;
    changed = true;
    if (before.byte === NO_MARK) continue;
    const [from, to] = [codeOf(before.byte) ?? '', codeOf(byte) ?? ''];
    const of = { pupil, date, session };
    entries.push(
      before.sight === null
        ? { ...of, kind: 'disagreed', page: to, imported: from, stands: 'page' }
        : { ...of, kind: 'amended', from, to },
    );
  }
  return { changed, entries };
}
