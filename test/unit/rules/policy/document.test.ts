import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../../../rules/policy/profiles.ts';
import { readPolicy } from '../../../../rules/policy/schema.ts';
import { PAGE, withTables } from '../../../../scripts/policy-clauses.ts';
import { PUBLISHED, publishedSchema } from '../../../../scripts/policy-schema.ts';
import { faultless } from '../conflicts/sixth.ts';

const times = (AM: object) => ({ times: { ...faultless.times, AM: { ...faultless.times.AM, ...AM } } });
const step = {
  id: 'call',
  who: 'office',
  action: 'Call home.',
  when: { metric: 'days-absent-since-last', is: 'at-least', value: 1 },
  again: 'each-day',
  clause: 'it',
};
const stated = (change: object) => ({ stated: { ...faultless.stated, ...change } });

test.each<[string, object, RegExp]>([
  ['times.AM.closes', times({ closes: '9:20' }), /a time written like 09:20/],
  ['times.AM.closes', times({ closes: '08:50' }), /not after/],
  ['times.AM.closes', times({ closes: '08:20' }), /not after/],
  ['times.AM.ends', times({ ends: '09:19' }), /before/],
  [
    'times.AM.exceptions[0].closes',
    times({ exceptions: [{ weekdays: ['Friday'], taken: '09:30' }] }),
    /not after/,
  ],
  [
    'times.AM.exceptions[1].ends',
    times({ exceptions: [{ taken: '08:30' }, { closes: null, ends: '08:49' }] }),
    /before/,
  ],
  ['times.AM.exceptions[0].weekdays[0]', times({ exceptions: [{ weekdays: ['Sunday'] }] }), /Sunday/],
  ['times.AM.clause', times({ clause: 'gone' }), /no clause “gone”/],
  ['times.AM.takenClause', times({ takenClause: 'gone' }), /no clause “gone”/],
  ['remoteAsAttended', { ...times({ exceptions: [{ taken: '08:30' }] }), remoteAsAttended: 'gone' }, /gone/],
  [
    'times.AM.otherReadings[0].clause',
    times({ otherReadings: [{ closes: '09:30', clause: 'gone' }] }),
    /gone/,
  ],
  ['reviewBy', { reviewBy: '2026-02-30' }, /not a date/],
  ['reviewBy', { reviewBy: '30/02/2026' }, /not a date/],
  [
    'threshold.near',
    { threshold: { sessions: 10, schoolWeeks: 10, near: 11, clause: null } },
    /above the threshold/,
  ],
  ['threshold.sessions', { threshold: { sessions: 0, schoolWeeks: 10, near: 1, clause: null } }, /1 or more/],
  ['remoteAsAttended', { remoteAsAttended: 'gone' }, /gone/],
  ['shown[0].clauses[1]', { shown: [{ about: 'leave', clauses: ['it', 'gone'] }] }, /gone/],
  ['steps[0].others[1]', { steps: [{ ...step, others: ['it', 'gone'] }] }, /gone/],
  ['stated.retention.clause', stated({ retention: { years: 6, clause: 'gone' } }), /gone/],
  [
    'stated.penalties[0].clause',
    stated({ penalties: [{ notice: 1, withinDays: 28, pounds: 160, clause: 'gone' }] }),
    /gone/,
  ],
  ['stated.retention.years', stated({ retention: { clause: 'it' } }), /missing/],
  ['school', { school: undefined }, /missing/],
])('a wrong document is told where: %s', (path, change, words) => {
  const reading = readPolicy({ ...faultless, ...change });
  expect(reading).toMatchObject({ ok: false, path });
  if (!reading.ok) expect(reading.message).toMatch(words);
});

test('a policy may leave out what it has nothing to say of', () => {
  const { document: _, stated: __, ...rest } = faultless;
  const reading = readPolicy(rest);
  expect(reading).toMatchObject({
    ok: true,
    policy: {
      document: null,
      shown: [],
      steps: [],
      noted: [],
      numbering: {},
      stated: { retention: null, laws: [] },
    },
  });
});

test('a close as late as the session’s end, and a near as high as the threshold, are right', () => {
  const policy = {
    ...faultless,
    ...times({ ends: '09:20' }),
    threshold: { ...faultless.threshold, near: 10 },
  };
  expect(readPolicy(policy).ok).toBe(true);
});

test('a clause may be called as one likes', () => {
  const called = ['clause', 'clauses', 'others', 'remoteAsAttended'].map((name) => [
    name,
    faultless.clauses.it,
  ]);
  const clauses = { ...faultless.clauses, ...Object.fromEntries(called) };
  expect(readPolicy({ ...faultless, clauses }).ok).toBe(true);
});

test('what is no document is refused as a whole', () => {
  expect(readPolicy('a policy')).toEqual({
    ok: false,
    path: '',
    message: 'This should be Object, and is "a policy".',
  });
});

test('the published schema is what the validator takes: npm run schema', () => {
  expect(readFileSync(PUBLISHED, 'utf8')).toBe(publishedSchema());
});

describe('the page of the five policies', () => {
  const page = readFileSync(PAGE, 'utf8');
  test('has the tables of the profiles: npm run schema', () => {
    expect(withTables(page)).toBe(page);
  });
  test('says of every clause where it is', () => {
    expect(page.match(/” \| {2}\|$/gm)).toBeNull();
    for (const { clauses } of builtInPolicies)
      for (const { sentence } of Object.values(clauses))
        expect(page).toContain(`“${sentence.replaceAll('|', '\\|')}”`);
  });
});
