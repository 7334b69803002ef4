import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { parseClockTime, parseSchoolTime, toMinute } from '../../../../rules/calendar/clock.ts';
import type { IsoDate, Session } from '../../../../rules/calendar/dates.ts';
import { checkMark, type MarkEntry } from '../../../../rules/marks/check.ts';
import type { Finding } from '../../../../rules/marks/finding.ts';
import type { Policy } from '../../../../rules/policy/policy.ts';
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
export function ask(by: string | Policy, code: string, asked: Asked = {}): readonly Finding[] {
  const { at = '23:59', arrived, date = FRIDAY, session = 'AM', ...rest } = asked;
  const policy = typeof by === 'string' ? builtInPolicy(by) : by;
  const entered = parseSchoolTime(at.length === 5 ? `${date}T${at}:00Z` : at);
  if (!policy || !entered) throw new Error(`no policy ${by} or moment ${at}`);
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

/** The names of the rules that spoke, in order; what has no name is seen as `undefined`. */
export function rulesOf(findings: readonly Finding[]): string {
  return findings.map(({ rule }) => `${rule}`).join(' ');
}

/** Codes for a pupil who came after close, in the order docs/rules.md gives them. */
export const AFTER_CLOSE = ['U', 'M', 'I', 'C', 'Y1', 'Y2'];

/** Codes for a pupil who came after the session's end, in the order docs/rules.md gives them. */
export const MISSED = ['N', 'O', 'M', 'I', 'C', 'Y1', 'Y2'];

/** What a school's policy is quoted as saying, beside the law. */
export const QUOTES = {
  waltonClose:
    'Walton Oak Primary School, School Day Timings: “All registers will be considered ‘closed’ at 9.20am.”',
  waltonAfternoon:
    'Walton Oak Primary School, Appendix A, 1.3: “The Attendance Register must be marked at the beginning of each a.m. session by 8.50 am and at the earliest time possible in the afternoon session by 1.00 pm.”',
  kennedyClose:
    'John F Kennedy Primary School, Attendance expectations: “The morning register will close at 9:20am. Pupils will receive a mark of absence if they do not attend school before this time.”',
  kennedyLate:
    'John F Kennedy Primary School, Attendance expectations: “The morning register will be marked by 9:10am. Pupils will receive a late mark if they are not in their classroom by this time.”',
  futuresClose:
    'Leading Futures, Attendance Register: “The registers for each session will be kept open for 30 mins from the start time of the session.”',
} as const;

function minuteOf(text: string | undefined): number | undefined {
  const time = text === undefined ? null : parseClockTime(text);
  return time === null ? undefined : toMinute(time);
}
