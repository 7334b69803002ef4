import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import { type SchoolTime, toMinute } from '../../rules/calendar/clock.ts';
import { checkMark } from '../../rules/marks/check.ts';
import type { Finding } from '../../rules/marks/finding.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import type { Entry } from './entries.ts';
import type { OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';

const ORDER = { warn: 0, check: 1, note: 2 };

/** Everything worth saying about one row, the gravest first. A missing close is the bar's to say, once. */
export function checkRow(
  row: OverlayRow,
  entry: Entry,
  sitting: Sitting,
  world: { readonly policy: Policy; readonly calendar: SchoolCalendar | null; readonly now: SchoolTime },
): readonly Finding[] {
  if (row.code === null) return [];
  const { date, session } = sitting;
  const { taken } = world.policy.times[session];
  // Registers keep minutes after the start, never a clock time.
  const arrived = row.minutesLate && taken ? toMinute(taken) + row.minutesLate : undefined;
  const found = checkMark(
    {
      date,
      session,
      code: row.code,
      entered: entry.entered ?? world.now,
      standing: entry.entered === null,
      arrived,
      note: row.note ?? undefined,
      calendar: world.calendar ?? undefined,
    },
    world.policy,
  );
  return found.filter(({ rule }) => rule !== 'close-unknown').sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}
