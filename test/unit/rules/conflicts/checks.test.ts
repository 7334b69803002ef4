import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { checkPolicy } from '../../../../rules/conflicts/policy-check.ts';
import type { Stated } from '../../../../rules/conflicts/stated.ts';
import { it, other, times } from './sentences.ts';
import { faultless, found, SET_OF_2024, sixth } from './sixth.ts';

const day = (text: string) => text as IsoDate;

test('a policy with no fault has no conflict', () => {
  expect(found(sixth())).toEqual([]);
});

test.each<[string, object, readonly string[]]>([
  ['no afternoon close', times({}, { closes: null }), ['close-missing times.PM.closes high']],
  [
    'open 31 minutes',
    times({ closes: '09:21' }, { closes: '13:31' }),
    ['open-too-long times.AM high', 'open-too-long times.PM high'],
  ],
  ['open 30 and 20 minutes', times({}, { closes: '13:20' }), ['lengths-differ times medium']],
  [
    'open too long on Fridays',
    times({ exceptions: [{ weekdays: ['Friday'], closes: '09:25' }] }),
    ['open-too-long times.AM high'],
  ],
  [
    'two closes',
    times({ otherReadings: [{ closes: '09:30', ...other }] }),
    ['times-differ times.AM.closes high'],
  ],
  [
    'two times to be late from',
    times({ otherReadings: [{ lateAfter: '09:00', ...other }] }),
    ['times-differ times.AM.taken high'],
  ],
  [
    'the close minute absent',
    times({ closeMinute: 'absent' }, { closeMinute: 'absent' }),
    ['close-minute times.closeMinute medium'],
  ],
  [
    'other times for one year',
    times({ exceptions: [{ yearGroups: [6], taken: '08:40', closes: '09:10' }] }),
    ['times-by-year times.AM.exceptions medium'],
  ],
  [
    'a threshold of 11',
    { threshold: { ...faultless.threshold, sessions: 11 } },
    ['threshold-number threshold.sessions high'],
  ],
  [
    'a window of 12',
    { threshold: { ...faultless.threshold, schoolWeeks: 12 } },
    ['threshold-window threshold.schoolWeeks high'],
  ],
  [
    'an N of six days',
    { unsettled: { schoolDays: 6, clause: 'it' } },
    ['unsettled-deadline unsettled.schoolDays high'],
  ],
  [
    'a provision',
    { register: 'provision' },
    ['provision-register register high', 'provision-threshold threshold medium'],
  ],
  ['remote work as attended', { remoteAsAttended: 'it' }, ['remote-attended remoteAsAttended high']],
  [
    'a code beside the set',
    { alsoLists: [{ code: 'H', clause: 'it' }] },
    ['code-outside-set stated.codes high'],
  ],
  [
    'no authority',
    { document: { ...faultless.document, localAuthority: null } },
    ['authority-unnamed document.localAuthority low'],
  ],
  ['a review that is due', { reviewBy: '2026-11-20' }, ['review-passed reviewBy low']],
  ['a policy from before 2024', { effectiveFrom: '2024-08-18' }, ['predates-2024 effectiveFrom medium']],
  [
    'a band below 90%',
    {
      bands: [{ id: 'p', label: 'Persistent', test: { kind: 'attended-below', percent: 90 }, clause: 'it' }],
    },
    ['persistent-wording bands.persistent medium'],
  ],
  [
    'a term no longer used',
    {
      clauses: {
        ...faultless.clauses,
        it: { ...faultless.clauses.it, sentence: 'A parenting contract is made.' },
      },
    },
    ['old-term clauses low'],
  ],
])('%s', (_, change, expected) => {
  expect(found(sixth(change))).toEqual(expected);
});

test.each<[string, Partial<Stated>, readonly string[]]>([
  ['kept for three years', { retention: { years: 3, ...it } }, ['retention-short stated.retention high']],
  ['nothing said of keeping', { retention: null }, ['retention-unstated stated.retention medium']],
  ['nothing said of amendments', { amendment: null }, ['amendment-unstated stated.amendment medium']],
  [
    'amendments without a role',
    { amendment: { parts: ['original', 'amended', 'reason', 'date', 'name'], ...it } },
    ['amendment-short stated.amendment medium'],
  ],
  [
    'more than 10 sessions, no weeks',
    { threshold: { sessions: 10, comparison: 'more-than', schoolWeeks: null, days: 5, ...it } },
    [
      'threshold-comparison threshold.sessions high',
      'threshold-window threshold.schoolWeeks high',
      'threshold-days threshold.days medium',
    ],
  ],
  [
    '12 sessions in 12 weeks',
    { threshold: { sessions: 12, comparison: 'at-least', schoolWeeks: 12, days: 6, ...it } },
    ['threshold-number threshold.sessions high', 'threshold-window threshold.schoolWeeks high'],
  ],
  [
    'the amounts of old',
    {
      penalties: [
        { notice: 1, withinDays: 21, pounds: 60, ...it },
        { notice: 1, withinDays: null, pounds: 120, ...it },
      ],
    },
    ['penalty-amounts stated.penalties high'],
  ],
  [
    'a second notice at half',
    { penalties: [{ notice: 2, withinDays: 21, pounds: 80, ...it }] },
    ['penalty-amounts stated.penalties high'],
  ],
  [
    'a notice that will be sent',
    { notices: [{ notice: 'penalty', wording: 'will', ...it }] },
    ['notice-follows stated.notices medium'],
  ],
  [
    'two weeks to improve',
    { improvementWeeks: { from: 2, to: 6, ...it } },
    ['improvement-weeks stated.improvementWeeks medium'],
  ],
  ['no list of codes', { codes: null }, ['codes-unlisted stated.codes medium']],
  [
    'J, Y and $ listed, and Q not',
    {
      codes: {
        listed: [...SET_OF_2024.filter((code) => code !== 'Q'), 'J', 'Y', '$'],
        classed: [],
        garbled: [],
        ...it,
      },
    },
    ['code-outside-set stated.codes high', 'codes-missing stated.codes medium'],
  ],
  [
    'D as attended',
    {
      codes: {
        listed: SET_OF_2024,
        classed: [{ codes: ['/', 'D'], as: 'attended', ...it }],
        garbled: [],
        ...it,
      },
    },
    ['code-class stated.codes.classed medium'],
  ],
  [
    'a 0 for O',
    { codes: { listed: SET_OF_2024, classed: [], garbled: [{ code: 'O', printed: '0' }], ...it } },
    ['codes-garbled stated.codes.garbled medium'],
  ],
  [
    'an I for a stroke',
    { codes: { listed: SET_OF_2024, classed: [], garbled: [{ code: '/', printed: 'I' }], ...it } },
    ['codes-garbled stated.codes.garbled high'],
  ],
  [
    'Y7 for weather',
    { codeUses: [{ code: 'Y7', use: 'weather', ...it }] },
    ['code-use stated.codeUses.Y7 medium'],
  ],
  ['no deadline for N', { unsettled: [] }, ['unsettled-unstated unsettled.schoolDays medium']],
  [
    'N for a week',
    { unsettled: [{ amount: 1, unit: 'week', ...it }] },
    ['unsettled-deadline unsettled.schoolDays high'],
  ],
  [
    'N for a day',
    { unsettled: [{ amount: null, unit: 'first-day', ...it }] },
    ['unsettled-deadline unsettled.schoolDays medium'],
  ],
  [
    'N for five working days',
    { unsettled: [{ amount: 5, unit: 'working-days', ...it }] },
    ['unsettled-deadline unsettled.schoolDays medium'],
  ],
  [
    'N for six school days',
    { unsettled: [{ amount: 6, unit: 'school-days', ...it }] },
    ['unsettled-deadline unsettled.schoolDays high'],
  ],
  [
    'persistent below 90%',
    { persistent: [{ wording: 'attended-below-90', ...it }] },
    ['persistent-wording bands.persistent medium'],
  ],
  [
    'severe below 50%',
    { severe: [{ wording: 'attended-below-50', ...it }] },
    ['severe-wording bands.severe low'],
  ],
  [
    'severe at 50% attended',
    { severe: [{ wording: 'attended-50-or-more', ...it }] },
    ['severe-wording bands.severe medium'],
  ],
  [
    '12.5 days for 94%',
    { bands: [{ label: 'Low', percent: 94, days: 12.5, ...it }] },
    ['days-lost stated.bands medium'],
  ],
  [
    'a band whose number is lost',
    { bands: [{ label: 'Good', percent: null, days: null, ...it }] },
    ['bands-lost stated.bands medium'],
  ],
  [
    'better than 96% beside 96% is good',
    { target: { percent: 96, comparison: 'more-than', ...it } },
    ['target-boundary stated.target low'],
  ],
  [
    'remote recorded as attended',
    { remote: { recordedAs: 'attended', ...it } },
    ['remote-attended remoteAsAttended high'],
  ],
  [
    'laws that were replaced',
    {
      laws: [
        { title: 'Education (Pupil Registration) (England) Regulations 2006', ...it },
        { title: 'The Education (Penalty Notices) (England) (Amendment) Regulations 2013', ...it },
      ],
    },
    ['law-replaced stated.laws medium'],
  ],
  [
    'told after 20 days, and more than 15 of illness',
    {
      returns: [
        { absence: 'unauthorised', days: 20, comparison: 'at-least', ...it },
        { absence: 'illness', days: 15, comparison: 'more-than', ...it },
      ],
    },
    ['return-late stated.returns.unauthorised medium', 'return-late stated.returns.illness low'],
  ],
  [
    'always U after close',
    { afterClose: [{ wording: 'always-u', ...it }] },
    ['after-close-always-u stated.afterClose medium'],
  ],
  ['an earlier close for one pupil', { pupilCutOff: it }, ['pupil-cut-off stated.pupilCutOff high']],
  [
    'alike below compulsory age',
    { belowCompulsoryAge: it },
    ['below-compulsory-age stated.belowCompulsoryAge low'],
  ],
  ['leave refused whatever the case', { leaveRefused: [it] }, ['leave-refused stated.leaveRefused low']],
  ['evidence whatever the case', { evidenceAlways: [it] }, ['evidence-always stated.evidenceAlways low']],
  ['a limit on T', { travellerLimits: [it] }, ['traveller-limit stated.travellerLimits low']],
])('stated: %s', (_, stated, expected) => {
  expect(found(sixth({}, stated))).toEqual(expected);
});

describe('what a conflict says', () => {
  const only = (policy: ReturnType<typeof sixth>, asOf?: IsoDate) => checkPolicy(policy, asOf)[0];
  test('the policy’s words, with their section', () => {
    expect(only(sixth({}, { retention: { years: 3, ...other } }))?.statement).toBe(
      'Section 2: “It is otherwise.”',
    );
  });
  test('two sentences side by side', () => {
    const conflict = only(sixth(times({ otherReadings: [{ closes: '09:30', ...other }] })));
    expect(conflict?.statement).toContain('It is so.');
    expect(conflict?.law).toContain('It is otherwise.');
    expect(conflict?.reading).toContain('9:20');
  });
  test('a close that would make both sessions as long, as an offer', () => {
    expect(only(sixth(times({}, { closes: null })))?.reading).toContain('13:30');
    expect(only(sixth(times({ closes: null })))?.reading).toContain('9:20');
  });
  test('what took the place of a withdrawn code', () => {
    expect(only(sixth({ alsoLists: [{ code: 'J', clause: 'it' }] }))?.law).toContain('J became J1');
  });
});

describe('by the law of the day', () => {
  const before = day('2024-08-18');
  const ids = (stated: Partial<Stated>, asOf: IsoDate) =>
    checkPolicy(sixth({ effectiveFrom: null, reviewBy: null }, stated), asOf).map(({ id }) => id);
  test('three years of keeping were enough', () => {
    expect(ids({ retention: { years: 3, ...it } }, before)).not.toContain('retention-short');
    expect(ids({ retention: { years: 2, ...it } }, before)).toContain('retention-short');
    expect(ids({ retention: { years: 3, ...it } }, day('2024-08-19'))).toContain('retention-short');
  });
  test('£120 and £60 were right, and £160 was not', () => {
    const old: Partial<Stated> = {
      penalties: [
        { notice: 1, withinDays: 21, pounds: 60, ...it },
        { notice: 1, withinDays: 28, pounds: 120, ...it },
      ],
    };
    expect(ids(old, before)).not.toContain('penalty-amounts');
    expect(ids({}, before)).toContain('penalty-amounts');
  });
  test('the regulations of 2006 were the law', () => {
    const laws = [{ title: 'The Education (Pupil Registration) (England) Regulations 2006', ...it }];
    expect(ids({ laws }, before)).not.toContain('law-replaced');
  });
  test('H was a code, and K was not', () => {
    const codes = { listed: ['H', 'K'], classed: [], garbled: [], ...it };
    const says = checkPolicy(sixth({}, { codes }), before).find(({ id }) => id === 'code-outside-set');
    expect(says?.statement).toContain('The policy lists K.');
  });
  test('a review is due only after its day', () => {
    const policy = sixth({ reviewBy: '2026-11-21' });
    expect(checkPolicy(policy, day('2026-11-21'))).toEqual([]);
    expect(checkPolicy(policy, day('2026-11-22')).map(({ id }) => id)).toEqual(['review-passed']);
  });
});

describe('numbers', () => {
  test('two findings under one number are one conflict, as grave as the graver', () => {
    const policy = sixth(
      {
        numbering: { 'retention-unstated': '9-1', 'close-missing:times.PM.closes': '9-1' },
        ...times({}, { closes: null }),
      },
      { retention: null },
    );
    expect(found(policy)).toEqual(['9-1 times.PM.closes high']);
    const [conflict] = checkPolicy(policy);
    expect(conflict?.statement).toContain('afternoon register closes');
    expect(conflict?.statement).toContain('how long register entries are kept');
  });
  test('what both of them say is said once, about what the first of two as grave is about', () => {
    const policy = sixth(
      { numbering: { 'threshold-comparison': '9-1', 'threshold-window': '9-1' } },
      { threshold: { sessions: 10, comparison: 'more-than', schoolWeeks: null, days: null, ...it } },
    );
    expect(found(policy)).toEqual(['9-1 threshold.sessions high']);
    const [conflict] = checkPolicy(policy);
    expect(conflict?.statement).toBe('Section 1: “It is so.” No period is given.');
    expect(conflict?.law.split('rolling period of 10 school weeks')).toHaveLength(2);
  });
  test('what a person noted comes with what the checks find, in the order of the numbers', () => {
    const noted = {
      id: '9-1',
      field: 'x',
      severity: 'low',
      statement: 'S.',
      law: 'L.',
      reading: 'R.',
      clause: 'it',
    };
    const policy = sixth(
      { noted: [noted], numbering: { 'retention-unstated': '9-0' } },
      { retention: null, pupilCutOff: it },
    );
    expect(found(policy)).toEqual([
      '9-0 stated.retention medium',
      '9-1 x low',
      'pupil-cut-off stated.pupilCutOff high',
    ]);
    expect(checkPolicy(policy)[1]).not.toHaveProperty('clause');
  });
});
