import type { Keeping, KeptFinding } from '../components/overlay/port.ts';
import type { Register } from './counts.ts';
import { addToLog, entriesOf, openRows, rowsSince } from './log.ts';
import { shardsOf } from './pupils.ts';
import type { Database } from './schema.ts';

/** No mark of a session is looked at earlier than this before its day, in milliseconds: by as much may a clock be wrong. */
const CLOCK_MAY_BE_WRONG_MS = 7 * 86_400_000;

/** Notes, at `at` (milliseconds since 1970), that findings about one mark are kept as they are, or no longer are. */
export async function noteKeeping(
  database: Database,
  origin: string,
  { pupil, date, session, code, rules, kept, reason }: Keeping,
  at: number,
): Promise<void> {
  const [first, ...others] = rules.map((rule) => {
    const of = { pupil, date, session, code, rule };
    return kept
      ? ({ ...of, kind: 'finding-kept', reason } as const)
      : ({ ...of, kind: 'finding-returned' } as const);
  });
  if (first) await addToLog(database, origin, [first, ...others], at);
}

/**
 * The findings that are kept as they are, of pupils of one register. What is noted in a row that cannot be read is taken for
 * not kept: a finding is then shown once more.
 */
export async function keptFindings(
  database: Database,
  origin: string,
  { date, session, pupils }: Register & { readonly pupils: readonly string[] },
): Promise<readonly KeptFinding[]> {
  const asked = new Set(pupils);
  const shards = new Set((await shardsOf(database, origin, pupils)).values());
  const since = Date.parse(date) - CLOCK_MAY_BE_WRONG_MS;
  const rows = [...shards].map((shard) => rowsSince(database, origin, shard, since));
  const last = new Map<string, KeptFinding | null>();
  for (const entry of entriesOf(await openRows(database, rows))) {
    if (entry.kind !== 'finding-kept' && entry.kind !== 'finding-returned') continue;
    const { pupil, code, rule } = entry;
    if (entry.date !== date || entry.session !== session || !asked.has(pupil)) continue;
    last.set(
      JSON.stringify([pupil, code, rule]),
      entry.kind === 'finding-kept' ? { pupil, code, rule } : null,
    );
  }
  return [...last.values()].filter((kept) => kept !== null);
}
