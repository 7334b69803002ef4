import type { Counts } from '../components/overlay/port.ts';
import { type CalendarInput, schoolCalendar } from '../rules/calendar/calendar.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import type { CountWithout } from '../rules/history/count.ts';
import type { Policy } from '../rules/policy/policy.ts';
import { planSummary, type SummaryPlan, yearsOfWindow } from '../rules/strips/plan.ts';
import type { AcademicYear, Strip } from '../rules/strips/strips.ts';
import { summarise } from '../rules/strips/summary.ts';
import type { Database, SummaryRow } from './database.ts';

/** A register: the session being marked, which a count leaves out. */
export interface Register {
  readonly date: IsoDate;
  readonly session: Session;
}

/** What a count is made by, besides the marks. */
export interface CountingRules {
  /** Null until term dates are set. */
  readonly calendar: CalendarInput | null;
  readonly policy: Policy;
}

/** Goes up when the same marks under the same rules would be counted differently, so that no older summary is used. */
const COUNTING_VERSION = 1;

const PROVISION = "This is a provision's register: absences are counted by the home school";

/**
 * The ten-week count of each pupil of a register, with the session being marked left out. Pupils of whom no mark of the
 * window's years is kept are absent; without term dates nothing can be counted and the answer is empty.
 */
export async function countsFor(
  database: Database,
  origin: string,
  { pupils, ...register }: Register & { readonly pupils: readonly string[] },
  { calendar, policy }: CountingRules,
): Promise<Counts> {
  if (!calendar) return {};
  const plan = planSummary({
    calendar: schoolCalendar(calendar),
    threshold: policy.threshold,
    asOf: register.date,
    beingMarked: register.session,
  });
  if (plan.schoolWeeks === 0) return {};
  const basis = await basisOf(calendar, policy, register);
  const keys = pupils.map((pupil) => [origin, pupil] as [string, string]);
  const cached = await database.summaries.bulkGet(keys);
  const counts = new Map<string, CountWithout>();
  const stale: string[] = [];
  pupils.forEach((pupil, i) => {
    const row = cached[i];
    if (row?.basis === basis) counts.set(pupil, countOf(row));
    else stale.push(pupil);
  });
  if (stale.length > 0) {
    const notApplicable = policy.register === 'provision' ? PROVISION : null;
    for (const row of await recount(database, { origin, basis, plan, notApplicable }, stale))
      counts.set(row.pupil, countOf(row));
  }
  return Object.fromEntries(counts);
}

interface Recount {
  readonly origin: string;
  readonly basis: string;
  readonly plan: SummaryPlan;
  readonly notApplicable: string | null;
}

/** Counts from the strips and keeps the summaries, in one transaction: no mark can be added in between. */
async function recount(
  database: Database,
  { origin, basis, plan, notApplicable }: Recount,
  pupils: readonly string[],
): Promise<readonly SummaryRow[]> {
  const keys = pupils.flatMap((pupil) =>
    yearsOfWindow(plan).map((year) => [origin, pupil, year] as [string, string, number]),
  );
  return database.transaction('rw', database.strips, database.summaries, async () => {
    const stripsOf = new Map<string, Map<AcademicYear, Strip>>();
    for (const row of await database.strips.bulkGet(keys)) {
      if (!row) continue;
      const strips = stripsOf.get(row.pupil) ?? new Map<AcademicYear, Strip>();
      stripsOf.set(row.pupil, strips.set(row.year, row.bytes));
    }
    const { schoolWeeks } = plan;
    const rows = [...stripsOf].map(([pupil, strips]) => {
      const { total, settled, known, expected } = summarise(plan, strips);
      return { total, settled, known, expected, schoolWeeks, notApplicable, origin, pupil, basis };
    });
    await database.summaries.bulkPut(rows);
    return rows;
  });
}

function countOf({ origin: _, pupil: __, basis: ___, ...count }: SummaryRow): CountWithout {
  return count;
}

/** All that a count depends on besides the marks, as one string. The term dates go in as a digest: they are long. */
async function basisOf(
  calendar: CalendarInput,
  policy: Policy,
  { date, session }: Register,
): Promise<string> {
  const { threshold, register, id, version } = policy;
  const rules = JSON.stringify([COUNTING_VERSION, calendar, id, version, threshold, register]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(rules));
  return `${date} ${session} ${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
