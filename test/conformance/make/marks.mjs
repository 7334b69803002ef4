// Writes the checks that need no clock: node test/conformance/make/marks.mjs. Typed from the contract’s own words.
import { calendar, write } from './lines.mjs';

const lines = [];
const mark = (id, expectedRules, source, request, first) =>
  lines.push({
    request: {
      id,
      kind: 'mark',
      date: '2026-11-19',
      session: 'AM',
      enteredAt: '2026-11-20T12:00:00Z',
      ...request,
    },
    expected: { kind: 'mark', ...(first ? { findings: [first] } : {}) },
    expectedRules,
    source,
    independent: false,
  });

const N9 =
  'Contract: an N may stand for five school days after the session’s own day. N of Monday 9 November 2026, with INSET on Friday 13: the five are 10, 11, 12, 16 and 17; overdue from the 18th.';
const ageing = 'Decision table 7.2: warn from day 3, strong at day 5, overdue after day 5.';
const n = (date, on, rules, source, first) =>
  mark(
    `N of ${date}, asked on ${on}`,
    rules,
    source,
    { date, code: 'N', enteredAt: `${on}T10:00:00Z`, calendar },
    first,
  );
n('2026-11-09', '2026-11-09', [], `${N9} ${ageing}`);
n('2026-11-09', '2026-11-10', [], `${N9} ${ageing}`);
n('2026-11-09', '2026-11-11', [], `${N9} ${ageing}`);
n('2026-11-09', '2026-11-12', ['n-unsettled'], `${N9} ${ageing}`, { level: 'note' });
n('2026-11-09', '2026-11-13', ['n-unsettled'], `${N9} ${ageing}`);
n('2026-11-09', '2026-11-15', ['n-unsettled'], `${N9} ${ageing}`);
n('2026-11-09', '2026-11-16', ['n-unsettled'], `${N9} ${ageing}`);
n('2026-11-09', '2026-11-17', ['n-unsettled'], `${N9} ${ageing}`, { level: 'check' });
n('2026-11-09', '2026-11-18', ['n-overdue'], N9, { suggest: ['O'] });
n('2026-11-09', '2026-12-18', ['n-overdue'], N9, { suggest: ['O'] });
const HALF =
  'School days skip half-term: N of Friday 23 October has 2, 3, 4, 5 and 6 November (SI 2024/208 reg 10(7) to (9)).';
n('2026-10-23', '2026-10-30', [], `${HALF} ${ageing}`);
n('2026-10-23', '2026-11-03', [], `${HALF} ${ageing}`);
n('2026-10-23', '2026-11-04', ['n-unsettled'], `${HALF} ${ageing}`);
n('2026-10-23', '2026-11-06', ['n-unsettled'], HALF);
n('2026-10-23', '2026-11-07', ['n-overdue'], HALF);
mark(
  'N, and the pupil came after close',
  ['n-unsettled'],
  'Decision table 7.1: after close, before session end, N must change to U or a better code.',
  { policy: 'walton-oak', code: 'N', arrivedAt: '10:05' },
);

const SESSIONS = 'Contract, not-a-school-session: the calendar has no session then.';
for (const [day, date, rules] of [
  ['an INSET day', '2026-11-13', ['not-a-school-session']],
  ['a Saturday', '2026-11-14', ['not-a-school-session']],
  ['half-term', '2026-10-28', ['not-a-school-session']],
  ['a school day', '2026-11-12', []],
])
  mark(`I on ${day}`, rules, SESSIONS, { date, code: 'I', calendar });

const FUTURE = 'Contract, future-session: / \\ L U entered for a session that has not begun.';
for (const code of ['/', 'L', 'U'])
  mark(`${code} for tomorrow`, ['future-session'], FUTURE, { date: '2026-11-23', code });
mark('I for tomorrow', [], FUTURE, { date: '2026-11-23', code: 'I' });

const SIDES = 'Contract, wrong-session: / in the afternoon or \\ in the morning.';
mark('/ in the afternoon', ['wrong-session'], SIDES, { session: 'PM', code: '/' }, { suggest: ['\\'] });
mark('\\ in the morning', ['wrong-session'], SIDES, { code: '\\' }, { suggest: ['/'] });

const REMOTE =
  'Contract, remote-not-attended; DfE as quoted by Ealing: remote education is never B or any attended code.';
for (const [code, note, rules] of [
  ['B', 'Online tuition', ['remote-not-attended']],
  ['B', 'Work at home, packs sent', ['remote-not-attended']],
  ['K', 'remote lessons', ['remote-not-attended']],
  ['V', 'Virtual visit to a museum', ['remote-not-attended']],
  ['B', 'Taster day at a college', []],
  ['I', 'remote work set', []],
])
  mark(`${code} with the note “${note}”`, rules, REMOTE, { code, note });
mark(
  'B with a remote note, where the policy has it attended',
  ['policy-note', 'remote-not-attended'],
  `${REMOTE} John F Kennedy, Attendance register: “receiving remote education … will be marked as educated off site”.`,
  { policy: 'john-f-kennedy', code: 'B', note: 'remote lessons' },
);

const AMEND =
  'Contract, amendment-incomplete: previousCode is given and any of reason, name, role is missing.';
const whole = { reason: 'The doctor rang', by: 'A Person', role: 'Office' };
for (const [what, amendment, rules] of [
  ['in full', whole, []],
  ['with nothing said', undefined, ['amendment-incomplete']],
  ['without the reason', { ...whole, reason: '' }, ['amendment-incomplete']],
  ['without the name', { ...whole, by: undefined }, ['amendment-incomplete']],
  ['without the role', { ...whole, role: ' ' }, ['amendment-incomplete']],
])
  mark(`O of last week changed to M, ${what}`, rules, AMEND, {
    date: '2026-11-12',
    code: 'M',
    previousCode: 'O',
    ...(amendment ? { amendment } : {}),
  });

const STUDY = 'Contract, age-check: S below Year 10.';
mark('S in Year 9', ['age-check'], STUDY, { code: 'S', pupil: { yearGroup: 'Year 9' } });
mark('S in Year 10', [], STUDY, { code: 'S', pupil: { yearGroup: 'Year 10' } });
mark('S, year not known', [], `${STUDY} Unknown is not guessed.`, { code: 'S' });
mark('X, age not known', [], 'Contract, age-check. Unknown is not guessed.', { code: 'X' });

const LISTS =
  'Contract, policy-note: the policy’s own words differ from the statutory reading on this very entry.';
mark(
  'H at Walton Oak',
  ['policy-note', 'withdrawn-code'],
  `${LISTS} Walton Oak, Appendix B: “H = Authorised holiday”.`,
  { policy: 'walton-oak', code: 'H' },
);
mark('J at Seagrave', ['policy-note', 'withdrawn-code'], `${LISTS} Seagrave, Appendix A lists J.`, {
  policy: 'seagrave',
  code: 'J',
});
mark('H at Great Hockham', ['withdrawn-code'], `${LISTS} Great Hockham’s policy does not list H.`, {
  policy: 'great-hockham',
  code: 'H',
});

write('mark-checks', lines);
