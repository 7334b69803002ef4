import type { LoggedArrival } from '../components/overlay/port.ts';
import { type IsoDate, SESSIONS, type Session, toDay } from '../rules/calendar/dates.ts';
import { codeOf } from '../rules/strips/code-bytes.ts';
import { byteAt, placeOf } from '../rules/strips/strips.ts';
import { locked } from './lock.ts';
import { type DatedEntry, type LogEntry, logOf, logSince, logWrite } from './log.ts';
import { type OpenedShard, openShards } from './pupils.ts';
import type { DayArrival } from './records.ts';
import type { Database } from './schema.ts';
import { writeAll } from './writes.ts';

/** One session of one pupil. */
export interface PupilSession {
  readonly pupil: string;
  readonly date: IsoDate;
  readonly session: Session;
}

type OfArrival = Extract<LogEntry, { kind: 'arrived' | 'arrival-removed' }>;

const DAY_MS = 86_400_000;
/** The school's clock may differ from this computer's by a week (`parse.ts`), and from Greenwich by an hour. */
const EARLIEST_MS = 8 * DAY_MS;

/**
 * Logs when a pupil came, in place of what was logged of the session before; both stay in the log. `at` is in milliseconds
 * since 1970. Throws {@link PlainError} where what is noted of the pupil cannot be read.
 */
export async function logArrival(
  database: Database,
  origin: string,
  { pupil, date, session, arrived, reason }: PupilSession & LoggedArrival,
  at: number,
): Promise<void> {
  await add(database, origin, { kind: 'arrived', pupil, date, session, arrived, reason: reason.trim() }, at);
}

/** Takes back what was logged of a session; logging it again undoes that. */
export async function removeArrival(
  database: Database,
  origin: string,
  { pupil, date, session }: PupilSession,
  at: number,
): Promise<void> {
  await add(database, origin, { kind: 'arrival-removed', pupil, date, session }, at);
}

/** What is logged of one session, in order of arrival. Throws {@link PlainError} where part of it cannot be read. */
export async function arrivalsOf(
  database: Database,
  origin: string,
  { date, session }: Omit<PupilSession, 'pupil'>,
): Promise<readonly LoggedArrival[]> {
  const entries = standing(await entriesSince(database, origin, date));
  return entries
    .filter((entry) => entry.date === date && entry.session === session)
    .map(({ pupil, arrived, reason }) => ({ pupil, arrived, reason }))
    .sort(byTime);
}

/** What is logged of one day at every site, with the name and the code that are kept of each pupil. */
export async function arrivalsOfDay(database: Database, date: IsoDate): Promise<readonly DayArrival[]> {
  const keys = await database.log.toCollection().primaryKeys();
  const origins = [...new Set(keys.map(([origin]) => origin))];
  const sites = origins.map(async (origin) => {
    const entries = standing(await entriesSince(database, origin, date)).filter((one) => one.date === date);
    return withKept(database, origin, entries);
  });
  return (await Promise.all(sites)).flat().sort(byTime);
}

/** An entry that comes after all that is logged of the pupil, even where this computer's clock was set back. */
function add(database: Database, origin: string, entry: OfArrival, at: number): Promise<void> {
  return locked(async () => {
    const shard = await database.vault.shardOf(origin, entry.pupil);
    const before = await logOf(database, origin, entry.pupil);
    const last = before.findLast(isOfArrival)?.at ?? 0;
    const write = await logWrite(database, origin, { shard, at: Math.max(at, last + 1), entries: [entry] });
    if (write) await writeAll(database, [write]);
  });
}

/** Entries on arrivals that can be about `date` or a later day, oldest first. */
async function entriesSince(
  database: Database,
  origin: string,
  date: IsoDate,
): Promise<readonly OfArrival[]> {
  const noted = await logSince(database, origin, toDay(date) * DAY_MS - EARLIEST_MS);
  return noted.filter(isOfArrival);
}

const isOfArrival = (entry: DatedEntry): entry is DatedEntry & OfArrival =>
  entry.kind === 'arrived' || entry.kind === 'arrival-removed';

/** The last word on each session of each pupil, unless that is that nothing is logged. */
function standing(entries: readonly OfArrival[]): readonly Extract<OfArrival, { kind: 'arrived' }>[] {
  const last = new Map(
    entries.map((entry) => [JSON.stringify([entry.pupil, entry.date, entry.session]), entry]),
  );
  return [...last.values()].filter((entry) => entry.kind === 'arrived');
}

async function withKept(
  database: Database,
  origin: string,
  entries: readonly Extract<OfArrival, { kind: 'arrived' }>[],
): Promise<readonly DayArrival[]> {
  const shards = await Promise.all(entries.map(({ pupil }) => database.vault.shardOf(origin, pupil)));
  const opened = await openShards(database, origin, shards);
  return entries.map(({ pupil, date, session, arrived, reason }, i) => {
    const kept = opened.get(shards[i] as number);
    return { origin, pupil, session, arrived, reason, ...keptOf(kept, { pupil, date, session }) };
  });
}

function keptOf(
  shard: OpenedShard | undefined,
  { pupil, date, session }: PupilSession,
): Pick<DayArrival, 'name' | 'code'> {
  // Where it cannot be read, the arrival is shown all the same, without what is kept beside it.
  const kept = shard === 'unreadable' ? undefined : shard?.get(pupil);
  const place = placeOf(date, session);
  const strip = place && kept?.years.get(place.year);
  const code = strip && place ? codeOf(byteAt(strip.bytes, place.index)) : undefined;
  return { name: kept?.name ?? null, code: code ?? null };
}

function byTime(
  a: Pick<DayArrival, 'arrived' | 'pupil'> & { readonly session?: Session },
  b: typeof a,
): number {
  const half = (one: typeof a) => (one.session ? SESSIONS.indexOf(one.session) : 0);
  return half(a) - half(b) || a.arrived - b.arrived || a.pupil.localeCompare(b.pupil);
}
