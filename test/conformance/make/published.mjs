// Writes the published examples and rules: node test/conformance/make/published.mjs. Typed from the sources named.
import { calendar, plus, run, write } from './lines.mjs';

const DFE =
  'DfE, Working together to improve school attendance, ch. 6, as reproduced by schools (nfis.hants.sch.uk) and in two of the five policies';
const LA = 'Codes of conduct on DfE’s model (Rotherham s5, Manchester 4.2, Southwark ch. 3, Stockton)';
const lines = [];
const history = (id, source, asOf, marks, expected, more = {}) => {
  const { independent = true, expectedNotes, ...request } = more;
  lines.push({
    request: { id, kind: 'history', asOf, calendar, marks, ...request },
    expected: { kind: 'history', ...expected },
    ...(expectedNotes ? { expectedNotes } : {}),
    source,
    independent,
  });
};
const mornings = (code, ...dates) => dates.map((date) => ({ date, session: 'AM', code }));

history('PN-1', `${DFE}: 10 sessions of holiday in one week.`, '2026-09-18', run('2026-09-14', 10, 'G'), {
  unauthorised: { total: 10, settled: 10, byCode: { G: 10, N: 0, O: 0, U: 0 } },
  status: 'met',
  firstMet: { date: '2026-09-18', session: 'PM' },
});

history(
  'PN-2',
  `${DFE}: 4 sessions of term-time holiday plus 6 sessions of arriving late after the register closes, all within 10 school weeks.`,
  '2026-11-20',
  [
    ...run('2026-09-14', 4, 'G'),
    ...mornings('U', '2026-09-22', '2026-09-30', '2026-10-06', '2026-10-22', '2026-11-04', '2026-11-19'),
  ],
  {
    unauthorised: { total: 10, byCode: { G: 4, N: 0, O: 0, U: 6 } },
    status: 'met',
    firstMet: { date: '2026-11-19', session: 'AM' },
  },
);

const sixThenOne = [
  ...run('2026-09-07', 6, 'O'),
  ...mornings('O', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05'),
];
const PN3 = `${DFE}: 6 sessions of unauthorised absence in 1 week and 1 per week for the next 4 weeks.`;
history('PN-3', PN3, '2026-10-09', sixThenOne, {
  unauthorised: { total: 10 },
  status: 'met',
  firstMet: { date: '2026-10-05', session: 'AM' },
});
history('PN-3 in its fourth week', PN3, '2026-10-02', sixThenOne, {
  unauthorised: { total: 9 },
  firstMet: null,
});

history(
  'PN-4',
  `${DFE}: 2 sessions of unauthorised absence in the summer term and a further 8 within the autumn term.`,
  '2026-09-25',
  [...run('2026-07-16', 2, 'O'), ...run('2026-09-14', 8, 'O')],
  { unauthorised: { total: 10 }, status: 'met' },
);

const PN5 =
  'Sefton’s guidance 11.4, as quoted by Melling Primary: 3 days at the start of the 10 weeks then 2 days at the end.';
const threeAndTwo = [...run('2026-09-07', 6, 'O'), ...run('2026-11-19', 4, 'O')];
history('PN-5', PN5, '2026-11-20', threeAndTwo, { unauthorised: { total: 10 }, status: 'met' });
history(
  'PN-5 one school week on',
  `${PN5} Worked on from the words of the rule: the first week is then the eleventh back.`,
  '2026-11-23',
  threeAndTwo,
  { unauthorised: { total: 4 }, status: 'below' },
  { independent: false },
);

history(
  'PN-6',
  `${LA}: any one of, or a combination of, G, N, O, U. Contract: met needs settled sessions; N is provisional.`,
  '2026-09-25',
  [
    ...run('2026-09-07', 1, 'G'),
    ...run('2026-09-08', 2, 'N'),
    ...run('2026-09-14', 3, 'O'),
    ...run('2026-09-21', 4, 'U'),
  ],
  {
    unauthorised: { total: 10, settled: 8, byCode: { G: 1, N: 2, O: 3, U: 4 } },
    status: 'met-if-unsettled-stand',
  },
);

history(
  'PN-7',
  'Stockton’s code of conduct asks for 10 continuous G sessions for its own leave route; ten that are not continuous meet the national threshold all the same.',
  '2026-10-09',
  [...run('2026-09-14', 4, 'G'), ...run('2026-09-22', 2, 'G'), ...run('2026-10-01', 4, 'G')],
  { unauthorised: { total: 10 }, status: 'met' },
);

const year = {
  terms: [
    { from: '2025-09-01', to: '2025-12-19' },
    { from: '2026-01-05', to: '2026-05-22' },
    { from: '2026-06-01', to: '2026-06-12' },
  ],
};
const inTerm = (date) => year.terms.some(({ from, to }) => date >= from && date <= to);
/** 380 sessions, 190 days, of which the first `absent` were missed. */
const wholeYear = (absent) => {
  const marks = [];
  for (let date = '2025-09-01'; marks.length < 380; date = plus(date, 1))
    if (inTerm(date)) marks.push(...run(date, 2, '/').filter((mark) => mark.date === date));
  return marks.map(({ date, session }, i) => ({
    date,
    session,
    code: i < absent ? 'I' : session === 'AM' ? '/' : '\\',
  }));
};
const share = (id, absent, policy, source, expected) =>
  history(
    id,
    source,
    '2026-07-01',
    wholeYear(absent),
    { attendance: { possible: 380, attended: 380 - absent, rate: (380 - absent) / 380, ...expected } },
    { calendar: year, policy },
  );
const PA =
  'DfE (2015/16 onwards, exact method): persistent absence is missing 10% or more of one’s own possible sessions';
const SA = 'DfE, Pupil absence statistics, methodology: severe absence is missing 50% or more';
share('PA-1 38 of 380', 38, 'england-2024', PA, { persistent: true, severe: false });
share('PA-1 37 of 380', 37, 'england-2024', PA, { persistent: false, severe: false });
share('SA-1 190 of 380', 190, 'england-2024', SA, { persistent: true, severe: true });
share('SA-1 189 of 380', 189, 'england-2024', SA, { persistent: true, severe: false });
share(
  'PA-2 19 of 190 days',
  38,
  'seagrave',
  `${PA}. Seagrave’s own words, “below 90%”, would leave out exactly 90.0%; its table of 19 days has it in.`,
  { persistent: true, rate: 0.9 },
);

const tally = (id, counts, expected, source) =>
  lines.push({
    request: { id, kind: 'tally', asOf: '2026-07-01', counts },
    expected: { kind: 'tally', ...expected },
    source,
    independent: true,
  });
const NO_RATE =
  'DfE, absence methodology: enrolments with no possible session are left out of the statistics';
tally('ZERO-1 nothing at all', {}, { possible: 0, rate: null }, NO_RATE);
tally('ZERO-1 only not-possible', { X: 4, '#': 2, Y4: 2 }, { possible: 0, rate: null }, NO_RATE);
tally(
  'DUAL-1',
  { D: 140 },
  { possible: 0, attended: 0, rate: null },
  'DfE, absence methodology: a dual registered pupil who spends all of the term at the other school has no possible session at this one',
);
tally(
  'W37-1',
  { '/': 12946834, B: 42437 },
  { attended: 12989271 },
  'DfE, Reasons for absence and attendance, Monday 8 September 2025: 12,946,834 present and 42,437 at approved activity make 12,989,271 attending',
);

/** Compulsory school age on the last day it does not hold and the first it does, or the other way about. */
const ages = [
  [
    'CSA-1',
    '2019-02-10',
    '2024-03-30',
    '2024-03-31',
    'IPSEA: turns 5 on 10 February 2024, of compulsory school age on 31 March 2024',
    true,
  ],
  [
    'CSA-2',
    '2007-09-23',
    '2024-06-29',
    '2024-06-28',
    'IPSEA: born 23 September 2007, compulsory school age ends on the last Friday in June, 28 June 2024',
    true,
  ],
  [
    'CSA-3',
    '2021-08-31',
    '2026-08-30',
    '2026-08-31',
    'Newham: a fifth birthday on a prescribed day counts from that day. The date is ours',
    false,
  ],
  [
    'CSA-4',
    '2010-08-31',
    '2026-06-27',
    '2026-06-26',
    'Newham: the last Friday in June of the school year in which they turn 16. The date is ours',
    false,
  ],
];
const wide = { terms: [{ from: '2024-01-08', to: '2026-08-31' }] };
for (const [id, dateOfBirth, outside, inside, source, independent] of ages) {
  const asked = { pupil: { dateOfBirth }, calendar: wide, independent };
  const ten = (asOf) => run(plus(asOf, -25), 10, 'O');
  history(
    `${id} ${outside}`,
    source,
    outside,
    ten(outside),
    { status: 'not-applicable', unauthorised: { total: 10 } },
    asked,
  );
  history(
    `${id} ${inside}`,
    source,
    inside,
    ten(inside),
    { status: 'met', unauthorised: { total: 10 } },
    asked,
  );
  const mark = (date, code, expectedRules) =>
    lines.push({
      request: {
        id: `${id} ${code} on ${date}`,
        kind: 'mark',
        date,
        session: 'AM',
        code,
        enteredAt: `${plus(date, 1)}T12:00:00Z`,
        pupil: { dateOfBirth },
      },
      expected: { kind: 'mark' },
      expectedRules,
      source: `${source}. X is for pupils not of compulsory school age, C2 for those who are (contract, age-check).`,
      independent,
    });
  mark(outside, 'X', []);
  mark(inside, 'X', ['age-check']);
  // C2 came in on 19 August 2024: before that it is also not yet a code.
  const notYet = (date) => (date < '2024-08-19' ? ['not-yet-code'] : []);
  mark(outside, 'C2', ['age-check', ...notYet(outside)]);
  mark(inside, 'C2', notYet(inside));
}

write('published-examples', lines);
