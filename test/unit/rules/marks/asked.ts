import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { parseClockTime, parseSchoolTime, toMinute } from '../../../../rules/calendar/clock.ts';
import type { IsoDate, Session } from '../../../../rules/calendar/dates.ts';
import { checkMark, type MarkEntry } from '../../../../rules/marks/check.ts';
import type { Finding } from '../../../../rules/marks/finding.ts';
import { builtInPolicy } from '../../../../rules/policy/profiles.ts';

/** A winter Friday: London is on UTC, so clock times are what they look like. */
export const FRIDAY = '2026-11-20';

/** Autumn 2026 with half-term and one INSET day, Friday 13 November. */
export const autumn = schoolCalendar({
  terms: [
    { from: '2026-09-02' as IsoDate, to: '2026-10-23' as IsoDate },
    { from: '2026-11-02' as IsoDate, to: '2026-12-18' as IsoDate },
  ],
  closures: [{ from: '2026-11-13' as IsoDate, to: '2026-11-13' as IsoDate, sessions: 'both' }],
});

interface Asked extends Partial<Omit<MarkEntry, 'arrived' | 'entered' | 'date'>> {
  readonly date?: string;
  /** `HH:MM` on the day of the session, or a whole moment. */
  readonly at?: string;
  readonly arrived?: string;
}

/** What the engine says of one entry, asked the way a test reads. */
export function ask(policyId: string, code: string, asked: Asked = {}): readonly Finding[] {
  const { at = '23:59', arrived, date = FRIDAY, session = 'AM', ...rest } = asked;
  const policy = builtInPolicy(policyId);
  const entered = parseSchoolTime(at.length === 5 ? `${date}T${at}:00Z` : at);
  if (!policy || !entered) throw new Error(`no policy ${policyId} or moment ${at}`);
  return checkMark(
    {
      ...rest,
      code,
      date: date as IsoDate,
      session: session as Session,
      entered,
      arrived: minuteOf(arrived),
    },
    policy,
  );
}

/** The names of the rules that spoke, in order. */
export function rulesOf(findings: readonly Finding[]): string {
  return findings.map(({ rule }) => rule).join(' ');
}

function minuteOf(text: string | undefined): number | undefined {
  const time = text === undefined ? null : parseClockTime(text);
  return time === null ? undefined : toMinute(time);
}
