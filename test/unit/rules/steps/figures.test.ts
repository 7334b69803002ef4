import { expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { mark, twoYears } from '../history/counting.ts';
import { autumn, days, logged, words } from './asking.ts';

type Case = [name: string, asked: Parameters<typeof words>, says: string, missing?: string];

const summer = days('2026-06-01', '2026-07-21');
const eighth = days('2026-09-08', '2026-09-08', 'O');
const tenth = autumn('2026-09-09', eighth);
const unauthorised = [
  ...summer,
  ...autumn('2026-11-06', days('2026-11-02', '2026-11-03', 'O'), days('2026-11-04', '2026-11-04', 'N')),
];
const late = [...summer, ...autumn('2026-11-06'), mark('2026-11-03 AM L')];
const toHalfTerm = schoolCalendar({ ...twoYears, terms: twoYears.terms.slice(0, -1) });
const fromNovember = schoolCalendar({ ...twoYears, terms: twoYears.terms.slice(-1) });

const COUNTS: readonly Case[] = [
  ['days', ['days-absent', '2026-09-08', tenth], '1 school day absent this school year'],
  [
    'days among missing marks',
    ['days-absent', '2026-09-03', days('2026-09-03', '2026-09-03', 'I')],
    '1 to 2 school days absent this school year',
    'marks are missing',
  ],
  [
    'days of a year that is known in part',
    ['days-absent', '2026-11-03', days('2026-11-02', '2026-11-03', 'I'), { calendar: fromNovember }],
    'at least 2 school days absent this school year',
    'marks are missing',
  ],
  [
    'illness among missing marks',
    ['illness-days', '2026-09-04', days('2026-09-03', '2026-09-03', 'I')],
    '2 to 4 sessions coded I this school year, two to a school day',
    'marks are missing',
  ],
  [
    'attendance',
    ['attendance-percent', '2026-09-08', tenth],
    '8 of 10 sessions attended this school year, 80%',
  ],
  ['absence', ['absence-percent', '2026-09-08', tenth], '2 of 10 sessions missed this school year, 20%'],
  [
    'attendance with a mark missing',
    ['attendance-percent', '2026-09-10', [...tenth, mark('2026-09-09 AM /')]],
    '9 of 11 sessions attended this school year, 81.8%',
    '1 more session has no mark',
  ],
  [
    'attendance with no marks',
    ['attendance-percent', '2026-09-03', []],
    '0 of 0 sessions attended this school year',
    '2 more sessions have no mark',
  ],
  [
    'attendance on the first day',
    ['attendance-percent', '2026-09-02', []],
    'no session was possible this school year',
  ],
  [
    'no unauthorised session',
    ['unauthorised-in-window', '2026-11-05', [...summer, ...autumn('2026-11-06')]],
    '0 unauthorised sessions in the last 10 school weeks',
  ],
  [
    'unauthorised sessions with N',
    ['unauthorised-in-window', '2026-11-05', unauthorised],
    '6 unauthorised sessions in the last 10 school weeks',
    '2 of them coded N may still change',
  ],
  [
    'unauthorised sessions with N and marks missing',
    ['unauthorised-in-window', '2026-11-09', unauthorised],
    'at least 6 unauthorised sessions in the last 10 school weeks',
    '2 of them coded N may still change, and marks are missing',
  ],
  ['L', ['late-marks', '2026-11-05', late], '1 session coded L in the window of the count'],
  [
    'L among missing marks',
    ['late-marks', '2026-11-09', late],
    '1 to 3 sessions coded L in the window of the count',
    'marks are missing',
  ],
  ['no N', ['oldest-n-days', '2026-11-05', autumn('2026-11-06')], '0 school days since any N: there is none'],
  [
    'an N',
    ['oldest-n-days', '2026-11-16', autumn('2026-11-16', [mark('2026-11-09 AM N')])],
    '4 school days since the oldest N, of Monday 9 November',
  ],
  [
    'an N before the end of the term dates',
    ['oldest-n-days', '2026-11-17', [mark('2026-10-22 AM N')], { calendar: toHalfTerm }],
    'at least 1 school day since the oldest N, of Thursday 22 October',
    'the term dates end before this day',
  ],
];

const away = (code: string) => [...autumn('2026-11-09'), ...days('2026-11-09', '2026-11-11', code)];
const NO_REASONS = 'O may stand for a reason that was given, and no log of reasons is kept here';

const RUNS: readonly Case[] = [
  [
    'absent',
    ['consecutive-days-absent', '2026-11-11', away('I')],
    '3 school days in a row absent, from Monday 9 November',
  ],
  [
    'not absent',
    ['consecutive-days-absent', '2026-11-11', autumn('2026-11-12')],
    '0 school days in a row absent',
  ],
  [
    'absent after missing marks',
    ['consecutive-days-absent', '2026-11-11', days('2026-11-11', '2026-11-11', 'I')],
    'at least 1 school day in a row absent, from Wednesday 11 November',
    'marks before that are missing',
  ],
  [
    'absent since the first day of the term dates',
    ['consecutive-days-absent', '2025-09-04', days('2025-09-03', '2025-09-04', 'I')],
    'at least 2 school days in a row absent, from Wednesday 3 September',
    'marks before that are missing',
  ],
  [
    'without leave',
    ['consecutive-days-without-leave', '2026-11-11', away('G')],
    '3 school days in a row coded G, N or O, from Monday 9 November',
  ],
  [
    'ill',
    ['consecutive-days-ill', '2026-11-11', away('I')],
    '3 school days in a row coded I, from Monday 9 November',
  ],
  [
    'unexplained, with no log',
    ['consecutive-days-unexplained', '2026-11-11', away('N')],
    '3 school days in a row unexplained (coded N), from Monday 9 November',
  ],
  [
    'unexplained or not, with no log',
    ['consecutive-days-unexplained', '2026-11-11', [...away('O'), mark('2026-11-11 AM N')]],
    '0 to 3 school days in a row unexplained (coded N or O)',
    NO_REASONS,
  ],
  [
    'with no contact',
    ['consecutive-days-without-contact', '2026-11-11', away('O'), { events: [] }],
    '3 school days in a row with no contact (coded N or O), from Monday 9 November',
  ],
  [
    'after an authorised absence',
    ['days-after-authorised-absence', '2026-11-11', [...away('O'), ...days('2026-11-06', '2026-11-06', 'C')]],
    '3 school days in a row coded G, N or O straight after an authorised absence, from Monday 9 November',
  ],
  [
    'since it was last done',
    [
      'days-absent-since-last',
      '2026-11-11',
      away('I'),
      { step: { id: 'call' }, events: logged('call 2026-11-09') },
    ],
    '2 school days in a row absent since this was last done on Monday 9 November, from Tuesday 10 November',
  ],
  [
    'since the absence began, when it was last done before that',
    [
      'days-absent-since-last',
      '2026-11-11',
      away('I'),
      { step: { id: 'call' }, events: logged('call 2026-10-05') },
    ],
    '3 school days in a row absent, from Monday 9 November',
  ],
];

const since = { step: { since: ['letter'] } };

const PERIODS: readonly Case[] = [
  [
    'weeks',
    ['weeks-since', '2026-11-15', [], { ...since, events: logged('letter 2026-11-02') }],
    '1 week since letter on Monday 2 November, holidays left out',
  ],
  [
    'weeks past the term dates',
    ['weeks-since', '2027-01-04', [], { ...since, events: logged('letter 2026-12-14') }],
    '0 to 3 weeks since letter on Monday 14 December, holidays left out',
    'the term dates do not reach',
  ],
  [
    'minutes',
    ['minutes-since', '2026-11-16', [], { ...since, at: '10:00', events: logged('letter 2026-11-16 09:31') }],
    '29 minutes since letter',
  ],
  [
    'minutes since no time',
    ['minutes-since', '2026-11-16', [], { ...since, at: '10:00', events: logged('letter 2026-11-16') }],
    '0 to 600 minutes since letter',
    'the time of letter is not logged',
  ],
  [
    'minutes with no clock',
    ['minutes-since', '2026-11-16', [], { ...since, events: logged('letter 2026-11-16 09:31') }],
    '0 to 869 minutes since letter',
    'the time of day is not known',
  ],
  [
    'a change',
    [
      'attendance-change-since',
      '2026-09-15',
      autumn('2026-09-16', eighth),
      { ...since, events: logged('letter 2026-09-08') },
    ],
    'attendance was 80% at letter on Tuesday 8 September and is 90% now',
  ],
  [
    'a change among missing marks',
    ['attendance-change-since', '2026-09-10', tenth, { ...since, events: logged('letter 2026-09-08') }],
    'attendance was 80% at letter on Tuesday 8 September and is 80% now',
    'marks are missing',
  ],
  [
    'a change from nothing',
    [
      'attendance-change-since',
      '2026-09-08',
      days('2026-09-07', '2026-09-08'),
      { ...since, events: logged('letter 2026-09-04') },
    ],
    'no session was possible by Friday 4 September this school year',
  ],
  ['no log', ['weeks-since', '2026-11-16', [], since], 'no log of what has been done is kept here'],
  [
    'nothing logged',
    ['weeks-since', '2026-11-16', [], { step: { since: ['letter', 'call'] }, events: [] }],
    'no letter or call is logged',
  ],
  [
    'a period with no start',
    ['weeks-since', '2026-11-16', [], { events: logged('letter 2026-11-02') }],
    'no start is logged',
  ],
];

const school = { policy: 'john-f-kennedy' };
const morning = (code: string) => autumn('2026-11-10', [mark(`2026-11-10 AM ${code}`)]);

const TODAY: readonly Case[] = [
  [
    'absent',
    ['absent-sessions-today', '2026-11-10', morning('I'), { ...school, at: '09:30' }],
    '1 session absent today by 9:30',
  ],
  [
    'absent, the afternoon missing',
    ['absent-sessions-today', '2026-11-10', morning('I'), { ...school, at: '15:00' }],
    '1 to 2 sessions absent today by 15:00',
    'the PM mark is missing',
  ],
  [
    'absent, with no clock',
    ['absent-sessions-today', '2026-11-10', morning('I'), school],
    '0 to 1 session absent today',
    'the time of day is not known',
  ],
  [
    'with a reason that may be known',
    ['unexplained-sessions-today', '2026-11-10', morning('O'), { ...school, at: '15:00' }],
    '0 to 2 sessions absent with no reason known today by 15:00',
    `${NO_REASONS}, the PM mark is missing`,
  ],
];

test.each<Case>([...COUNTS, ...RUNS, ...PERIODS, ...TODAY])('%s', (_, asked, says, missing) => {
  expect(words(...asked)).toEqual(missing === undefined ? [says] : [says, missing]);
});
