import * as v from 'valibot';
import { expect, test } from 'vitest';
import { builtInPolicies } from '../../../../rules/policy/profiles.ts';
import { stepsForPeople } from '../../../../rules/steps/due.ts';
import { stepSchema } from '../../../../rules/steps/step.ts';
import { autumn, days, find, logged } from './asking.ts';

test('a result names the figures, who acts and the clause', () => {
  const marks = [...autumn('2026-11-09'), ...days('2026-11-09', '2026-11-11', 'N')];
  expect(find('home-visit', 'seagrave', '2026-11-11', marks, { events: [] })).toMatchObject({
    state: 'due',
    who: 'dsl',
    because:
      '3 school days in a row unexplained (coded N or O), from Monday 9 November (asked for at 3 school days or more).',
    clause: {
      policy:
        'Seagrave Village Primary School, Appendix B: “These will be carried out in all cases where there are 3 days of continuous unexplained absence.”',
    },
  });
});

test('what cannot be told says what is missing', () => {
  const marks = days('2026-11-09', '2026-11-11', 'G');
  expect(find('attendance-return', 'england-2024', '2026-11-11', marks)?.because).toBe(
    'It cannot be told: at least 3 school days in a row coded G, N, O or U, from Monday 9 November (asked for at 10 school days or more), and marks before that are missing.',
  );
});

test('illness is given in sessions and asked for in days; below is said plainly', () => {
  const marks = [...autumn('2026-09-07'), ...days('2026-09-07', '2026-09-25', 'I')];
  expect(find('sickness-return', 'england-2024', '2026-09-25', marks)?.because).toBe(
    '30 sessions coded I this school year, two to a school day (asked for at 15 school days or more).',
  );
  expect(find('letter-90', 'john-f-kennedy', '2026-09-25', marks)?.because).toBe(
    '6 of 36 sessions attended this school year, 16.6% (asked for below 90%).',
  );
});

test('what was done says when', () => {
  const marks = [...autumn('2026-11-09'), ...days('2026-11-09', '2026-11-11', 'N')];
  const events = logged('home-visit 2026-11-11');
  expect(find('home-visit', 'seagrave', '2026-11-11', marks, { events })?.because).toBe(
    'Logged as done on Wednesday 11 November.',
  );
});

test('steps remind: none says that anything must be done or issued', () => {
  for (const { steps } of builtInPolicies)
    for (const { action } of steps) expect(action).not.toMatch(/\bmust\b|\bissue/i);
});

test('what is left to people is listed and not evaluated', () => {
  const walton = builtInPolicies.find(({ id }) => id === 'walton-oak');
  expect(walton && stepsForPeople(walton).map(({ id }) => id)).toContain('patterns');
  expect(find('patterns', 'walton-oak', '2026-11-09', autumn('2026-11-09'))).toBeUndefined();
});

const step = { id: 'one', who: 'office', action: 'Call.', when: null, again: 'each-day', clause: null };
test.each([
  ['a metric nobody knows', { when: { metric: 'moods', is: 'at-least', value: 1 } }],
  ['an empty list', { when: { all: [] } }],
  ['a comparison nobody knows', { when: { any: [{ metric: 'late-marks', is: 'about', value: 1 }] } }],
  ['an order', { action: 'You must issue a notice.' }],
  ['a person', { who: 'A Name' }],
  ['a time', { by: '9am' }],
])('a step with %s is refused', (_, change) => {
  expect(v.safeParse(stepSchema, step).success).toBe(true);
  expect(v.safeParse(stepSchema, { ...step, ...change }).success).toBe(false);
});
