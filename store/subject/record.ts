import { schoolCalendar } from '../../rules/calendar/calendar.ts';
import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { CODE_NAMES } from '../../rules/codes/names.ts';
import { type History, history } from '../../rules/history/history.ts';
import { listMarks, placeOf } from '../../rules/strips/strips.ts';
import type { CountingRules } from '../day.ts';
import { type DatedEntry, logOf } from '../log.ts';
import { openShards, readable } from '../pupils.ts';
import type { Database } from '../schema.ts';
import type { KeptPupil } from '../sealed/pupil-record.ts';

/** One mark, with what its code means and where it came from. */
export interface RecordedMark {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
  /** What the code stands for, as the guidance names it. */
  readonly meaning: string;
  /** When the school's own page was last seen to hold it, in milliseconds since 1970; null for a mark from an import. */
  readonly seenAt: number | null;
}

/** The counts made from the marks, as on one day. Null until term dates are set. */
export type RecordedCounts = Pick<History, 'window' | 'unauthorised' | 'coverage' | 'attendance'> | null;

/** Everything that is kept about one pupil of one site, for that pupil, a parent, or the school's own answer to them. */
export interface PupilRecord {
  readonly registerwise: 'pupil-record';
  readonly version: 1;
  /** When this was put together, in milliseconds since 1970. */
  readonly made: number;
  readonly origin: string;
  readonly pupil: string;
  readonly name: string | null;
  readonly marks: readonly RecordedMark[];
  readonly policy: string;
  readonly asOf: IsoDate;
  readonly counts: RecordedCounts;
  readonly log: readonly DatedEntry[];
  /** Imports of the site, any of which may have brought marks of the pupil: which one did is not kept. */
  readonly imports: readonly { readonly at: number; readonly marks: number }[];
}

/** What is never kept about anybody, so that a record says what it leaves out. */
export const NOT_KEPT: readonly string[] = [
  'reasons for absence, notes, messages and documents',
  'date of birth, address, contacts, class, year group, and anything about health or special needs',
  'who entered a mark in the school’s own system, and when',
  'penalty notices, plans and arrangements with the family',
];

/** By what a record is counted. */
export interface RecordQuestion extends CountingRules {
  readonly asOf: IsoDate;
  /** Now, in milliseconds since 1970. */
  readonly at: number;
}

/** Everything kept about a pupil; null when nothing is. Throws {@link PlainError} where part of it cannot be read. */
export async function pupilRecord(
  database: Database,
  { origin, pupil }: { readonly origin: string; readonly pupil: string },
  { calendar, policy, asOf, at }: RecordQuestion,
): Promise<PupilRecord | null> {
  const shard = await database.vault.shardOf(origin, pupil);
  const kept = readable((await openShards(database, origin, [shard])).get(shard)).get(pupil);
  const log = await logOf(database, origin, pupil);
  if (!kept && log.length === 0) return null;
  const marks = marksIn(kept);
  const imports = await database.imports.where('origin').equals(origin).toArray();
  return {
    ...{ registerwise: 'pupil-record', version: 1, made: at, origin, pupil, name: kept?.name ?? null },
    ...{ marks, policy: policy.school, asOf, log },
    counts: calendar && countsOf({ policy, asOf, calendar: schoolCalendar(calendar), marks }),
    imports: imports.map((each) => ({ at: each.at, marks: each.marks })),
  };
}

function countsOf(question: Parameters<typeof history>[0]): RecordedCounts {
  const { window, unauthorised, coverage, attendance } = history(question);
  return { window, unauthorised, coverage, attendance };
}

function marksIn(kept: KeptPupil | undefined): readonly RecordedMark[] {
  const years = [...(kept?.years ?? [])];
  return listMarks(years.map(([year, { bytes }]) => ({ year, bytes }))).map(({ date, session, code }) => {
    const place = placeOf(date, session);
    const seenAt = place && kept?.years.get(place.year)?.sights.get(place.index);
    return {
      ...{ date, session, code: String(code) },
      meaning: CODE_NAMES[String(code)] ?? '',
      seenAt: seenAt ?? null,
    };
  });
}
