import type { Counts } from '../components/overlay/port.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import { type CountingRules, countingDay } from './day.ts';
import { shardsOf, UNREADABLE } from './pupils.ts';
import { rememberedCounts } from './remembered.ts';
import type { Database } from './schema.ts';
import { summariesOf } from './summaries.ts';

export type { CountingRules } from './day.ts';

/** A register: the session being marked, which a count leaves out. */
export interface Register {
  readonly date: IsoDate;
  readonly session: Session;
}

/**
 * The ten-week count of each pupil of a register, with the session being marked left out. Pupils of whom no mark of the
 * window's years is kept are absent; without term dates nothing can be counted and the answer is empty.
 */
export async function countsFor(
  database: Database,
  origin: string,
  { pupils, date, session }: Register & { readonly pupils: readonly string[] },
  rules: CountingRules,
): Promise<Counts> {
  const day = await countingDay(date, rules);
  if (!day || day.schoolWeeks === 0) return {};
  const known = rememberedCounts(database, JSON.stringify([origin, day.basis, session]));
  const missing = pupils.filter((pupil) => !known.has(pupil));
  if (missing.length > 0) {
    const shards = await shardsOf(database, origin, missing);
    const summaries = await summariesOf(database, origin, shards.values(), day);
    for (const [pupil, shard] of shards) {
      const row = summaries.get(shard);
      const summary = row === 'unreadable' ? undefined : row?.get(pupil);
      if (row === 'unreadable') known.set(pupil, { why: UNREADABLE });
      else known.set(pupil, summary ? day.without(session, summary) : null);
    }
  }
  return Object.fromEntries(
    pupils.flatMap((pupil) => {
      const count = known.get(pupil) ?? null;
      return count ? [[pupil, count]] : [];
    }),
  );
}
