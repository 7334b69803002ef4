import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import { type SchoolTime, toMinute } from '../../rules/calendar/clock.ts';
import { checkMark } from '../../rules/marks/check.ts';
import type { Finding, RuleName } from '../../rules/marks/finding.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import type { Entry } from './entries.ts';
import type { OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';

/** What would be claimed from the moment of entry, which for a mark that was already there nobody knows. */
const FROM_ENTRY: readonly RuleName[] = [
  'entry-after-close',
  'late-before-close',
  'boundary-minute',
  'future-session',
];
const FROM_ENTRY_ONLY: readonly RuleName[] = ['entry-after-close', 'future-session'];
const ORDER = { warn: 0, check: 1, note: 2 };
const DAY_START = { AM: 9 * 60, PM: 13 * 60 };

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
  const start = taken ? toMinute(taken) : DAY_START[session];
  const arrived = row.minutesLate && taken ? start + row.minutesLate : null;
  // An older register is judged as at today, so that an N left standing is noticed; today's as at its own start.
  const untouched = date < world.now.date ? world.now : { date, minute: start };
  const found = checkMark(
    {
      date,
      session,
      code: row.code,
      entered: entry.entered ?? untouched,
      ...(arrived === null ? {} : { arrived }),
      ...(row.note === null ? {} : { note: row.note }),
      ...(world.calendar ? { calendar: world.calendar } : {}),
    },
    world.policy,
  );
  const silent: readonly RuleName[] = entry.entered ? [] : arrived === null ? FROM_ENTRY : FROM_ENTRY_ONLY;
  return found
    .filter(({ rule }) => rule !== 'close-unknown' && !silent.includes(rule))
    .sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}
