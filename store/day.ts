import { type CalendarInput, schoolCalendar } from '../rules/calendar/calendar.ts';
import { type IsoDate, SESSIONS, type Session, toDay } from '../rules/calendar/dates.ts';
import { isUnauthorised } from '../rules/codes/codes.ts';
import type { CountWithout } from '../rules/history/count.ts';
import type { Policy } from '../rules/policy/policy.ts';
import { codeOf, NO_MARK } from '../rules/strips/code-bytes.ts';
import { planSummary, type SummaryPlan, yearsOfWindow } from '../rules/strips/plan.ts';
import { type AcademicYear, byteAt, placeOf } from '../rules/strips/strips.ts';
import { type Summary, summarise } from '../rules/strips/summary.ts';
import type { KeptPupil } from './sealed/pupil-record.ts';

/** What a count is made by, besides the marks. */
export interface CountingRules {
  /** Null until term dates are set. */
  readonly calendar: CalendarInput | null;
  readonly policy: Policy;
}

/** A pupil's window up to the end of one day, and that day's own marks: both registers of the day are answered from it. */
export interface DaySummary extends Pick<Summary, 'byCode' | 'known' | 'expected'> {
  /** Bytes of the day's marks, {@link NO_MARK} for none. */
  readonly marks: Readonly<Record<Session, number>>;
}

/** One day under one set of rules, ready to count any number of pupils. */
export interface CountingDay {
  readonly date: IsoDate;
  /** All that a summary depends on besides the marks: the day, then a digest of the rules. */
  readonly basis: string;
  readonly schoolWeeks: number;
  /** The summary of one pupil; null when no mark of the window's years is kept. */
  summaryOf(pupil: KeptPupil): DaySummary | null;
  /** The count with one session of the day left out. */
  without(session: Session, summary: DaySummary): CountWithout;
}

/** Goes up when the same marks under the same rules would be counted differently, so that no older summary is used. */
const COUNTING_VERSION = 2;
const MOST_DAYS = 8;
const PROVISION = "This is a provision's register: absences are counted by the home school";

const days = new Map<string, Promise<CountingDay>>();

/** A day to count by; null without term dates. The latest few are kept, because a register asks again and again. */
export async function countingDay(
  date: IsoDate,
  { calendar, policy }: CountingRules,
): Promise<CountingDay | null> {
  if (!calendar) return null;
  const { threshold, register, id, version } = policy;
  const rules = JSON.stringify([COUNTING_VERSION, calendar, id, version, threshold, register]);
  const name = date + rules;
  const known = days.get(name) ?? makeDay(date, rules, { calendar, policy });
  if (days.size >= MOST_DAYS) days.clear();
  days.set(name, known);
  return known;
}

async function makeDay(
  date: IsoDate,
  rules: string,
  { calendar: input, policy }: { readonly calendar: CalendarInput; readonly policy: Policy },
): Promise<CountingDay> {
  const calendar = schoolCalendar(input);
  const plan = planSummary({ calendar, threshold: policy.threshold, asOf: date });
  const years = new Set(yearsOfWindow(plan));
  const { schoolWeeks } = plan;
  const notApplicable = policy.register === 'provision' ? PROVISION : null;
  const meets = (session: Session) => calendar.meets(toDay(date), session);
  return {
    date,
    basis: `${date} ${await digest(rules)}`,
    schoolWeeks,
    summaryOf: (pupil) => summaryOf(plan, years, date, pupil),
    without: (session, summary) => ({ ...leaveOut(session, summary, meets), schoolWeeks, notApplicable }),
  };
}

function summaryOf(
  plan: SummaryPlan,
  wanted: ReadonlySet<AcademicYear>,
  date: IsoDate,
  { years }: KeptPupil,
): DaySummary | null {
  const strips = new Map(
    [...years].flatMap(([year, { bytes }]) => (wanted.has(year) ? [[year, bytes] as const] : [])),
  );
  if (strips.size === 0) return null;
  const { byCode, known, expected } = summarise(plan, strips);
  const [AM = NO_MARK, PM = NO_MARK] = SESSIONS.map((session) => {
    const place = placeOf(date, session);
    const strip = place && strips.get(place.year);
    return strip ? byteAt(strip, place.index) : NO_MARK;
  });
  return { byCode, known, expected, marks: { AM, PM } };
}

/** While it is the morning, an afternoon without a mark is still to come, and not missing. */
function leaveOut(
  session: Session,
  { byCode: { G, N, O, U }, known, expected, marks }: DaySummary,
  meets: (session: Session) => boolean,
): Pick<CountWithout, 'total' | 'settled' | 'known' | 'expected'> {
  const code = meets(session) ? codeOf(marks[session]) : undefined;
  const counted = code !== undefined && isUnauthorised(code) ? 1 : 0;
  const toCome = session === 'AM' && meets('PM') && marks.PM === NO_MARK ? 1 : 0;
  return {
    total: G + N + O + U - counted,
    settled: G + O + U - (code === 'N' ? 0 : counted),
    known: known - (code === undefined ? 0 : 1),
    expected: expected - (meets(session) ? 1 : 0) - toCome,
  };
}

/** The term dates go in as a digest: they are long. */
async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes.subarray(0, 16)));
}
