import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import type { SessionTally } from '../../rules/calendar/inferred.ts';
import { listMarks } from '../../rules/strips/strips.ts';
import { keptOrigins, openSite, readable } from '../pupils.ts';
import { PRACTICE_ORIGIN } from '../requests.ts';
import type { Database } from '../schema.ts';
import type { KeptPupil } from '../sealed/pupil-record.ts';

/** Planned closure, and not on roll: marks that do not say the session was held. */
const CLOSED = '#';
const NOT_ON_ROLL = 'Z';

/**
 * How many pupils have a mark of each session of which any is kept, the practice register apart. Throws {@link PlainError}
 * where part of what is kept cannot be read: what is missing then would look like days without school.
 */
export async function tallyMarks(database: Database): Promise<readonly SessionTally[]> {
  const origins = (await keptOrigins(database)).filter((origin) => origin !== PRACTICE_ORIGIN);
  const sites = await Promise.all(origins.map((origin) => openSite(database, origin)));
  return tally(sites.flatMap((site) => [...site.values()].flatMap((row) => [...readable(row).values()])));
}

function tally(pupils: readonly KeptPupil[]): readonly SessionTally[] {
  const sessions = new Map<string, { marked: number; closed: number }>();
  const firsts: string[] = [];
  const lasts: string[] = [];
  for (const { years } of pupils) {
    const strips = [...years].map(([year, { bytes }]) => ({ year, bytes }));
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
