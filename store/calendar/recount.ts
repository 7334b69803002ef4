import { type CountingRules, countsFor, type Register } from '../counts.ts';
import type { Database } from '../database.ts';
import type { RecountState } from '../requests.ts';

const PUPILS_AT_ONCE = 100;

/**
 * Counts every pupil anew for one register, so that the first register opened after a change of term dates is answered
 * from summaries. `onProgress` hears how many pupils are done. Stops, without an error, when `signal` aborts: a count that
 * was not made is made when it is asked for.
 */
export async function recountAll(
  database: Database,
  rules: CountingRules,
  register: Register,
  onProgress: (state: RecountState) => void,
  signal: AbortSignal,
): Promise<void> {
  const keys = (await database.strips.toCollection().primaryKeys()).map(([origin, pupil]) => ({
    origin,
    pupil,
  }));
  const pupilsOf = new Map<string, Set<string>>();
  for (const { origin, pupil } of keys) pupilsOf.set(origin, (pupilsOf.get(origin) ?? new Set()).add(pupil));
  const of = [...pupilsOf.values()].reduce((sum, pupils) => sum + pupils.size, 0);
  let done = 0;
  onProgress({ done, of });
  for (const [origin, set] of pupilsOf) {
    const pupils = [...set];
    for (let at = 0; at < pupils.length; at += PUPILS_AT_ONCE) {
      if (signal.aborted) return;
      const some = pupils.slice(at, at + PUPILS_AT_ONCE);
      await countsFor(database, origin, { ...register, pupils: some }, rules);
      done += some.length;
      onProgress({ done, of });
    }
  }
}
