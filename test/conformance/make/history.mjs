// Writes what the contract says of a history beside its total: node test/conformance/make/history.mjs.
import { calendar, run, write } from './lines.mjs';

const lines = [];
const history = (id, source, asOf, marks, expected, { expectedNotes, ...more } = {}) =>
  lines.push({
    request: { id, kind: 'history', asOf, calendar, marks, ...more },
    expected: { kind: 'history', ...expected },
    ...(expectedNotes ? { expectedNotes } : {}),
    source,
    independent: false,
  });

const WEEK = 'Contract: the week in progress counts as a whole week as soon as its Monday is reached.';
history('on the Monday', WEEK, '2026-11-16', [], { window: { from: '2026-09-07', to: '2026-11-16' } });
history('on the Sunday before', WEEK, '2026-11-15', [], { window: { from: '2026-08-31', to: '2026-11-15' } });
history(
  'in a holiday',
  'Contract: when asOf falls in a week with no session, the window is the last ten school weeks before it.',
  '2026-10-28',
  [],
  {
    window: {
      from: '2026-07-13',
      to: '2026-10-28',
      weeks: [
        '2026-07-13',
        '2026-07-20',
        '2026-08-31',
        '2026-09-07',
        '2026-09-14',
        '2026-09-21',
        '2026-09-28',
        '2026-10-05',
        '2026-10-12',
        '2026-10-19',
      ],
    },
  },
);

const AFTER = 'Contract: marks dated after asOf are not counted.';
history('marks after the day', AFTER, '2026-11-10', run('2026-11-09', 10, 'O'), {
  unauthorised: { total: 4 },
});

const LATER = 'Contract: a later entry for the same session replaces an earlier one.';
const at = (code) => ({ date: '2026-11-09', session: 'AM', code });
history('O, then I', LATER, '2026-11-10', [at('O'), at('I')], {
  unauthorised: { total: 0 },
  coverage: { known: 1 },
});
history('I, then O', LATER, '2026-11-10', [at('I'), at('O')], {
  unauthorised: { total: 1 },
  coverage: { known: 1 },
});

const ROLL =
  'Contract: marks before startDate or after leavingDate are ignored and noted; coverage expects sessions between them.';
const week = run('2026-11-02', 10, 'G');
history(
  'joined on Wednesday',
  ROLL,
  '2026-11-06',
  week,
  { unauthorised: { total: 6 }, coverage: { known: 6, expected: 6 } },
  { pupil: { startDate: '2026-11-04' } },
);
history(
  'left on Tuesday',
  ROLL,
  '2026-11-06',
  week,
  { unauthorised: { total: 4 } },
  { pupil: { leavingDate: '2026-11-03' } },
);

history(
  'gaps',
  'Contract: when known < expected the count is a lower bound and a note partial-history says so.',
  '2026-11-06',
  week,
  { unauthorised: { total: 10 }, coverage: { known: 10 } },
  { expectedNotes: ['partial-history'] },
);

const LEAVE =
  'Contract: walking forward through later school weeks with no new marks, each Monday at which counted sessions drop out, with how many.';
history('what leaves', LEAVE, '2026-10-09', [...run('2026-09-04', 1, 'O'), ...run('2026-09-07', 3, 'U')], {
  unauthorised: { total: 4 },
  // The tenth school week after 31 August and after 7 September, half-term skipped.
  leaving: [
    { on: '2026-11-16', sessions: 1 },
    { on: '2026-11-23', sessions: 3 },
  ],
});

const STATUS = 'Contract, status: near is 8 by default, on the total; met needs settled >= threshold.';
for (const [o, unsettled, status] of [
  [7, 0, 'below'],
  [8, 0, 'near'],
  [5, 4, 'near'],
  [9, 0, 'near'],
  [10, 0, 'met'],
  [9, 1, 'met-if-unsettled-stand'],
  [0, 12, 'met-if-unsettled-stand'],
  [10, 1, 'met'],
])
  history(
    `${o} O and ${unsettled} N`,
    STATUS,
    '2026-11-10',
    [...run('2026-09-14', o, 'O'), ...run('2026-10-05', unsettled, 'N')],
    {
      unauthorised: { total: o + unsettled, settled: o },
      status,
    },
  );
history(
  'a provision’s register',
  'Contract, not-applicable: the policy says the register is not the school’s own. Leading Futures, Attendance Register: the mark “translates on their home school register”.',
  '2026-11-10',
  run('2026-09-14', 10, 'O'),
  { unauthorised: { total: 10 }, status: 'not-applicable' },
  { policy: 'leading-futures' },
);

const YEAR =
  'Contract: attendance runs from the first session of the academic year, 1 September; an unmarked session is not possible.';
history(
  'a first week of the year',
  YEAR,
  '2026-09-04',
  [
    ...run('2026-07-20', 2, 'O'),
    { date: '2026-09-02', session: 'AM', code: '/' },
    { date: '2026-09-02', session: 'PM', code: '\\' },
    { date: '2026-09-03', session: 'AM', code: 'I' },
    { date: '2026-09-03', session: 'PM', code: 'X' },
    { date: '2026-09-04', session: 'AM', code: 'B' },
  ],
  {
    attendance: {
      from: '2026-09-02',
      attended: 3,
      authorised: 1,
      unauthorised: 0,
      possible: 4,
      notPossible: 1,
      unmarked: 1,
      rate: 0.75,
      persistent: true,
      severe: false,
    },
  },
);
history(
  'nothing possible',
  'Contract: rate is null when possible is 0.',
  '2026-09-02',
  [{ date: '2026-09-02', session: 'AM', code: 'D' }],
  {
    attendance: { possible: 0, rate: null, persistent: false, severe: false, band: null },
  },
);

write('history', lines);
