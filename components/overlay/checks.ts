import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import { type SchoolTime, toMinute } from '../../rules/calendar/clock.ts';
import { checkMark } from '../../rules/marks/check.ts';
import type { Finding } from '../../rules/marks/finding.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { timesOn } from '../../rules/policy/times.ts';
import type { Entry } from './entries.ts';
import type { OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';

const ORDER = { warn: 0, check: 1, note: 2 };

/** What the bar's clock says once for a whole register is not said again in every row of it. */
function saidByTheBar({ rule, level }: Finding, code: string): boolean {
  if (rule === 'close-unknown') return true;
  if (level !== 'note') return false;
  return rule === 'future-session' || (rule === 'boundary-minute' && (code === '/' || code === '\\'));
}

/** Everything worth saying about one row, the gravest first. */
export function checkRow(
  row: OverlayRow,
  entry: Entry,
  sitting: Sitting,
  world: { readonly policy: Policy; readonly calendar: SchoolCalendar | null; readonly now: SchoolTime },
): readonly Finding[] {
  const { code } = row;
  if (code === null) return [];
  const { date, session } = sitting;
  const { taken } = timesOn(world.policy, session, date);
  // Registers keep minutes after the start, never a clock time.
  const arrived = row.minutesLate && taken ? toMinute(taken) + row.minutesLate : undefined;
  const found = checkMark(
    {
      date,
      session,
      code,
      entered: entry.entered ?? world.now,
      standing: entry.entered === null,
      arrived,
      note: row.note ?? undefined,
      calendar: world.calendar ?? undefined,
    },
    world.policy,
  );
  return found
    .filter((finding) => !saidByTheBar(finding, code))
    .sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}
