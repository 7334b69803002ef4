import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import type { SessionTally } from '../../rules/calendar/inferred.ts';
import { listMarks } from '../../rules/strips/strips.ts';
import type { Database, StripRow } from '../database.ts';
import { PRACTICE_ORIGIN } from '../requests.ts';

/** Planned closure, and not on roll: marks that do not say the session was held. */
const CLOSED = '#';
const NOT_ON_ROLL = 'Z';

/** How many pupils have a mark of each session of which any is kept, the practice register apart. */
export async function tallyMarks(database: Database): Promise<readonly SessionTally[]> {
  const pupils = new Map<string, StripRow[]>();
  await database.strips.each((row) => {
    if (row.origin === PRACTICE_ORIGIN) return;
    const key = JSON.stringify([row.origin, row.pupil]);
    pupils.set(key, [...(pupils.get(key) ?? []), row]);
  });
  return tally(pupils.values());
}

function tally(pupils: Iterable<readonly StripRow[]>): readonly SessionTally[] {
  const sessions = new Map<string, { marked: number; closed: number }>();
  const firsts: string[] = [];
  const lasts: string[] = [];
  for (const strips of pupils) {
    const marks = listMarks(strips).filter(({ code }) => code !== NOT_ON_ROLL);
    const [first, last] = [marks[0], marks.at(-1)];
    if (!first || !last) continue;
    firsts.push(`${first.date} ${first.session}`);
    lasts.push(`${last.date} ${last.session}`);
    for (const { date, session, code } of marks) {
      const key = `${date} ${session}`;
      const sum = sessions.get(key) ?? { marked: 0, closed: 0 };
      sum[code === CLOSED ? 'closed' : 'marked']++;
      sessions.set(key, sum);
    }
  }
  return [...sessions].map(([key, sum]) => ({
    ...{ date: key.slice(0, 10) as IsoDate, session: key.slice(11) as Session },
    ...sum,
    of: firsts.filter((first) => first <= key).length - lasts.filter((last) => last < key).length,
  }));
}
