import { expect, test } from 'vitest';
import type { Stated } from '../../../../rules/conflicts/stated.ts';
import { type Case, conflictOf, IT, it, OTHER, other } from './sentences.ts';
import { faultless } from './sixth.ts';

const FRAMEWORK =
  'National framework for penalty notices: 10 sessions of unauthorised absence in a rolling period of 10 school weeks.';
const EACH_CASE =
  'National framework: the school considers each case on its own facts; nobody has to issue a notice.';
const N_DEADLINE =
  'SI 2024/208, regulation 10(7) to (9): N is corrected as soon as the reason is known, within five school days of the session; otherwise it becomes O.';
const FIVE = 'Five school days from the session are counted, and the last of them is shown as a date.';

const threshold = (stated: object): Partial<Stated> => ({
  threshold: { sessions: 10, comparison: 'at-least', schoolWeeks: 10, days: null, ...it, ...stated },
});
const settled = (...said: Stated['unsettled']): Partial<Stated> => ({ unsettled: said });

const PENALTY: readonly Case[] = [
  [
    'more than ten',
    'threshold-comparison',
    {},
    threshold({ comparison: 'more-than' }),
    {
      statement: IT,
      law: `${FRAMEWORK} Ten is enough; it need not be more than ten.`,
      reading: 'The threshold is met at 10. The policy’s own wording is shown beside it.',
    },
  ],
  [
    'a number that is stated',
    'threshold-number',
    {},
    threshold({ sessions: 12, ...other }),
    {
      statement: OTHER,
      reading: 'The threshold is met at 10 sessions. The policy’s own number is shown beside it.',
    },
  ],
  [
    'a number that is set',
    'threshold-number',
    { threshold: { ...faultless.threshold, sessions: 11, clause: null } },
    { threshold: null },
    {
      statement: 'The policy counts to 11 sessions.',
      reading: 'The count goes to 11 as this policy sets it. Set it to 10 to follow the national framework.',
    },
  ],
  [
    'no period',
    'threshold-window',
    {},
    threshold({ schoolWeeks: null }),
    {
      statement: `${IT} No period is given.`,
      reading: 'Sessions of the last 10 school weeks are counted.',
    },
  ],
  [
    'a period that is set',
    'threshold-window',
    { threshold: { ...faultless.threshold, schoolWeeks: 12, clause: null } },
    { threshold: null },
    {
      statement: 'The period is 12 school weeks.',
      reading:
        'Sessions of 12 school weeks are counted, as this policy sets it. Set it to 10 to follow the national framework.',
    },
  ],
  [
    'days that are not the sessions',
    'threshold-days',
    {},
    threshold({ comparison: 'more-than', days: 5 }),
    { law: 'The same sentence gives 5 days, which are 10 sessions; its words ask for at least 11.' },
  ],
  [
    'the amounts of 18 August 2024',
    'penalty-amounts',
    {},
    {},
    { law: 'SI 2007/1867 before 19 August 2024: £120 within 28 days, or £60 within 21 days.' },
    '2024-08-18',
  ],
  [
    'the amounts of 19 August 2024',
    'penalty-amounts',
    {},
    { penalties: [{ notice: 1, withinDays: 28, pounds: 120, ...it }] },
    {
      law: 'SI 2007/1867 as amended by SI 2024/210: first notice £160 within 28 days, or £80 within 21 days; second within three years £160.',
    },
    '2024-08-19',
  ],
  [
    'a notice that will follow',
    'notice-follows',
    {},
    { notices: [{ notice: 'penalty', wording: 'will', ...it }] },
    { statement: IT, law: EACH_CASE },
  ],
  [
    'a notice that will follow, and may',
    'notice-follows',
    {},
    {
      notices: [
        { notice: 'penalty', wording: 'will', ...it },
        { notice: 'penalty', wording: 'may', ...other },
      ],
    },
    { statement: IT, law: `${EACH_CASE} ${OTHER}` },
  ],
  [
    'eight weeks to improve',
    'improvement-weeks',
    {},
    { improvementWeeks: { from: 3, to: 8, ...it } },
    {
      statement: IT,
      law: 'Working together to improve school attendance: the improvement period of a Notice to Improve is 3 to 6 weeks.',
      reading: 'No period is set or promised by Registerwise.',
    },
  ],
];

const RECORDS: readonly Case[] = [
  ['no keeping', 'retention-unstated', {}, { retention: null }, { reading: 'Six years.' }],
  [
    'no amendment',
    'amendment-unstated',
    {},
    { amendment: null },
    {
      statement: 'The policy does not say what an amended entry keeps.',
      reading: 'A change without a reason, a name and a role is pointed out, as by the guidance.',
    },
  ],
  [
    'an amendment without its maker',
    'amendment-short',
    {},
    { amendment: { parts: ['original', 'amended', 'reason', 'date'], ...it } },
    {
      statement: `${IT} It leaves out the name and the role.`,
      reading: 'A change without a reason, a name and a role is pointed out, as by the guidance.',
    },
  ],
  [
    'O on day one',
    'unsettled-deadline',
    {},
    settled({ amount: null, unit: 'first-day', ...other }),
    {
      statement: OTHER,
      severity: 'medium',
      law: N_DEADLINE,
      reading:
        'O may be entered sooner, but it is not asked for before the fifth school day has passed. The policy’s wording is shown.',
    },
  ],
  [
    'O on day one, or after a week',
    'unsettled-deadline',
    {},
    settled({ amount: null, unit: 'first-day', ...it }, { amount: 1, unit: 'week', ...other }),
    { statement: `${IT} ${OTHER}`, severity: 'high', law: N_DEADLINE, reading: FIVE },
  ],
  [
    'a reasonable time',
    'unsettled-deadline',
    {},
    settled({ amount: null, unit: 'unstated', ...it }),
    { severity: 'high', law: N_DEADLINE, reading: FIVE },
  ],
  [
    'working days, beside a week',
    'unsettled-deadline',
    {},
    settled({ amount: 1, unit: 'week', ...it }, { amount: 5, unit: 'working-days', ...it }),
    {
      statement: IT,
      law: `${N_DEADLINE} (One page of the guidance says working days; the regulation says school days.)`,
      reading: FIVE,
    },
  ],
  [
    'three days that are set',
    'unsettled-deadline',
    { unsettled: { schoolDays: 3, clause: null } },
    {},
    {
      statement: 'An N may stand for 3 school days.',
      severity: 'medium',
      reading: '3 school days from the session are counted, and the last of them is shown as a date.',
    },
  ],
  [
    'six days that are set',
    'unsettled-deadline',
    { unsettled: { schoolDays: 6, ...other } },
    {},
    { statement: OTHER, severity: 'high', reading: FIVE },
  ],
];

test.each<Case>([...PENALTY, ...RECORDS])('%s: %s', (_, id, change, stated, says, asOf) => {
  expect(conflictOf(id, change, stated, asOf)).toMatchObject(says);
});
