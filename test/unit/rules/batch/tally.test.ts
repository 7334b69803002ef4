import { expect, test } from 'vitest';
import { tally } from '../../../../rules/batch/tally.ts';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';

const on = (counts: Record<string, number>, asOf: string) => tally(counts, asOf as IsoDate);

test.each<[string, string, Record<string, number>, string, string]>([
  [
    'a sign that is no code',
    '2026-07-01',
    { '?': 3 },
    'unknown-code',
    '“?” is not an attendance code: 3 left out of the totals.',
  ],
  ['no mark', '2026-07-01', { '-': 4 }, 'unknown-code', '“-” is no mark: 4 left out of the totals.'],
])('%s is left out of every total, and said', (_, asOf, counts, code, message) => {
  expect(on({ '/': 9, O: 1, ...counts }, asOf)).toEqual({
    ...{ attended: 9, authorised: 0, unauthorised: 1, notPossible: 0, possible: 10, rate: 0.9 },
    notes: [{ code, message }],
  });
});

// SI 2024/208 brought K in on 19 August 2024. H was an authorised absence and J an approved activity until then.
test.each<[string, string, Record<string, number>, object, string, string]>([
  [
    'a look-alike',
    '2026-07-01',
    { l: 2 },
    { attended: 2, notPossible: 0 },
    'look-alike',
    '“l” is read as L.',
  ],
  [
    'a code of later',
    '2024-08-18',
    { K: 2 },
    { attended: 2, notPossible: 0 },
    'not-yet-code',
    'K was not yet in force; it is counted as it is now: approved-activity.',
  ],
  [
    'a withdrawn absence',
    '2024-08-19',
    { H: 2 },
    { attended: 0, authorised: 2 },
    'withdrawn-code',
    'H was withdrawn; it is counted as it was: authorised.',
  ],
  [
    'a withdrawn activity',
    '2024-08-19',
    { J: 2 },
    { attended: 2, authorised: 0 },
    'withdrawn-code',
    'J was withdrawn; it is counted as it was: approved-activity.',
  ],
])('%s is counted, and said', (_, asOf, counts, totals, code, message) => {
  expect(on(counts, asOf)).toMatchObject({ ...totals, possible: 2, notes: [{ code, message }] });
});

test('on the days a code is in force there is nothing to say', () => {
  expect(on({ H: 2, J: 2 }, '2024-08-18').notes).toEqual([]);
  expect(on({ K: 2 }, '2024-08-19').notes).toEqual([]);
});
