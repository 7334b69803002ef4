import { schoolTime } from '../../rules/calendar/clock.ts';
import { type IsoDate, later } from '../../rules/calendar/dates.ts';
import { type AcademicYear, type Strip, sessionAt } from '../../rules/strips/strips.ts';
import { keptOrigins, openSite } from '../pupils.ts';
import { PRACTICE_ORIGIN } from '../requests.ts';
import type { Database } from '../schema.ts';
import type { KeptPupil } from '../sealed/pupil-record.ts';
import type { Evidence } from './clock-doubt.ts';

/** The first and last day of which a mark is kept. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * What the marks and the log say of the date. The practice register’s marks are made up, so they
 * say nothing.
 */
export async function evidenceOf(database: Database): Promise<Evidence> {
  let lastMark: IsoDate | null = null;
  for (const origin of await keptOrigins(database)) {
    if (origin === PRACTICE_ORIGIN) continue;
    for (const shard of (await openSite(database, origin)).values()) {
      if (shard === 'unreadable') continue;
      const to = spanOf(shard.values())?.to ?? null;
      if (to) lastMark = later(to, lastMark);
    }
  }
  const noted = (await database.log.toCollection().primaryKeys())
    .filter(([origin]) => origin !== PRACTICE_ORIGIN)
    .map(([, , at]) => at);
  const imported = (await database.imports.toArray()).map(({ at }) => at);
  const latest = [...noted, ...imported].reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return { lastMark, lastNoted: Number.isFinite(latest) ? schoolTime(latest).date : null };
}

/** From when to when marks of some pupils are kept; null where none is. */
export function spanOf(pupils: Iterable<KeptPupil>): Span | null {
  const ends = new Map<AcademicYear, [first: number, last: number]>();
  for (const { years } of pupils)
    for (const [year, { bytes }] of years) {
      const [first, last] = marked(bytes);
      if (last === -1) continue;
      const [from, to] = ends.get(year) ?? [first, last];
      ends.set(year, [Math.min(first, from), Math.max(last, to)]);
    }
  const years = [...ends].sort(([a], [b]) => a - b);
  const [start, end] = [years[0], years.at(-1)];
  if (!start || !end) return null;
  return { from: sessionAt(start[0], start[1][0]).date, to: sessionAt(end[0], end[1][1]).date };
}

function marked(bytes: Strip): [first: number, last: number] {
  const has = (byte: number) => byte !== 0;
  return [bytes.findIndex(has), bytes.findLastIndex(has)];
}
