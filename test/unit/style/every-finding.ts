import { schoolCalendar } from '../../../rules/calendar/calendar.ts';
import type { SchoolTime } from '../../../rules/calendar/clock.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { KNOWN_CODES } from '../../../rules/codes/codes.ts';
import { checkMark } from '../../../rules/marks/check.ts';
import type { Finding } from '../../../rules/marks/finding.ts';
import { builtInPolicies } from '../../../rules/policy/profiles.ts';

const today = '2026-11-20' as IsoDate;
const days = [
  today,
  '2026-11-16',
  '2026-11-12',
  '2026-11-02',
  '2026-10-28',
  '2026-11-21',
  '2026-11-24',
  '2024-05-07',
];
const calendar = schoolCalendar({
  terms: [
    { from: '2024-04-15' as IsoDate, to: '2024-07-19' as IsoDate },
    { from: '2026-09-02' as IsoDate, to: '2026-12-18' as IsoDate },
  ],
  closures: [{ from: '2026-10-26', to: '2026-10-30' } as never],
});
const clocks = [510, 535, 540, 550, 555, 560, 561, 600, 720, 785, 800, 825, 840, 930, 960];
const codes = [...KNOWN_CODES, '', '-', 'Z9', 'l', 'O7', '0', 'Y'];
const pupils = [
  {},
  { dateOfBirth: '2012-03-01', yearGroup: '9' },
  { dateOfBirth: '2023-03-01', yearGroup: 'N' },
];

/** Everything the checks can say of a mark, each sentence once: all codes, policies and kinds of days, at times around each close. */
export function everyFinding(): ReadonlyMap<string, Finding> {
  const said = new Map<string, Finding>();
  for (const policy of builtInPolicies)
    for (const code of codes)
      for (const day of days)
        for (const session of ['AM', 'PM'] as const)
          for (const minute of clocks)
            for (const kind of kinds(minute)) {
              const entered = { date: today, minute } as SchoolTime;
              const entry = { date: day as IsoDate, session, code, entered, ...kind };
              for (const finding of checkMark(entry as never, policy)) said.set(finding.message, finding);
            }
  return said;
}

/** What else may be known of an entry. */
const kinds = (minute: number) => [
  { calendar },
  { arrived: minute },
  { calendar, arrived: minute, note: 'remote learning at home' },
  { calendar, standing: true, previousCode: 'N', amendment: { reason: 'a call' } },
  ...pupils.map((pupil) => ({ calendar, pupil, previousCode: '/', amendment: {} })),
];
