import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import { type Minute, type SchoolTime, toMinute } from '../../rules/calendar/clock.ts';
import { checkShownMark } from '../../rules/marks/check.ts';
import type { Finding } from '../../rules/marks/finding.ts';
import { checkLessonMark } from '../../rules/marks/lesson.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { timesOn } from '../../rules/policy/times.ts';
import type { Change } from './changes.ts';
import type { Entry } from './entries.ts';
import type { OverlayRow } from './port.ts';
import { isSessionAssumed, type Occasion, type Sitting } from './sitting.ts';

const ORDER = { warn: 0, check: 1, note: 2 };

/** What the bar's clock says once for a whole register is not said again in every row of it. */
function saidByTheBar({ rule, level }: Finding, code: string): boolean {
  if (rule === 'close-unknown') return true;
  if (level !== 'note') return false;
  return rule === 'future-session' || (rule === 'boundary-minute' && (code === '/' || code === '\\'));
}

/** The mark speaks against the session: where that is only assumed, it may as well be the session that is wrong. */
const againstSession = ({ rule }: Finding): boolean =>
  rule === 'wrong-session' || rule === 'not-a-school-session';

/** What checks need to know besides the row. */
export interface CheckWorld {
  readonly policy: Policy;
  readonly calendar: SchoolCalendar | null;
  readonly now: SchoolTime;
  /** When a pupil was logged to have come; undefined where nobody has said. */
  readonly arrivalOf: (pupil: string) => Minute | undefined;
}

/** Everything worth saying about one row, the gravest first. Of a lesson's mark, only what there is to say of its code. */
export function checkRow(
  row: OverlayRow,
  entry: Entry,
  occasion: Occasion,
  world: CheckWorld,
  change: Change | null = null,
): readonly Finding[] {
  const { code } = row;
  if (code === null) return [];
  const found =
    occasion.session === null
      ? checkLessonMark(code, occasion.date, world.policy)
      : checkSessionMark({ ...row, code }, entry, occasion, world, change);
  return found
    .filter(
      (finding) => !saidByTheBar(finding, code) && !(againstSession(finding) && isSessionAssumed(occasion)),
    )
    .sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}

function checkSessionMark(
  { pupilKey, code, minutesLate, note }: OverlayRow & { readonly code: string },
  { entered }: Entry,
  { date, session }: Sitting,
  { policy, calendar, now, arrivalOf }: CheckWorld,
  change: Change | null,
): readonly Finding[] {
  const { taken } = timesOn(policy, session, date);
  // Registers keep minutes after the start, never a clock time, which is what was logged.
  const arrived = arrivalOf(pupilKey) ?? (minutesLate && taken ? toMinute(taken) + minutesLate : undefined);
  return checkShownMark(
    {
      date,
      session,
      code,
      entered: entered ?? now,
      standing: entered === null,
      arrived,
      note: note ?? undefined,
      previousCode: change?.from,
      amendment: change?.record ?? undefined,
      calendar: calendar ?? undefined,
    },
    policy,
  );
}
