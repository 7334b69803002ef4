import { expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { checkPolicy } from '../../../../rules/conflicts/policy-check.ts';
import { type Case, conflictOf, IT, it, OTHER, other, times } from './sentences.ts';
import { sixth } from './sixth.ts';

const TO_GIVE = 'The time is for the school to give. Until then, lateness in the morning is not checked.';

const TIMES: readonly Case[] = [
  [
    'no morning close',
    'close-missing',
    times({ closes: null }),
    {},
    {
      statement: `The policy gives no time at which the morning register closes. ${IT}`,
      reading: `${TO_GIVE} A close at 9:20 would make both sessions as long; it is offered, never assumed.`,
    },
  ],
  [
    'no close at all, nor a sentence on it',
    'close-missing',
    times({ closes: null, clause: null }, { closes: null }),
    {},
    { statement: 'The policy gives no time at which the morning register closes.', reading: TO_GIVE },
  ],
  [
    'no time at all in the morning',
    'close-missing',
    times({ taken: null, closes: null }),
    {},
    { reading: TO_GIVE },
  ],
  [
    'a register open for 31 minutes',
    'open-too-long',
    times({ closes: '09:21' }),
    {},
    {
      statement: `The morning register is open for 31 minutes. ${IT}`,
      reading: 'The policy’s times are used, and the school is told that the register is open too long.',
    },
  ],
  [
    'a register open for 31 minutes, with no sentence on it',
    'open-too-long',
    times({ closes: '09:21', clause: null }),
    {},
    { statement: 'The morning register is open for 31 minutes.' },
  ],
  [
    'two lengths',
    'lengths-differ',
    times({}, { closes: '13:20' }),
    {},
    {
      statement: `The register is open for 30 minutes in the morning and 20 in the afternoon. ${IT}`,
      reading: 'The two closing times the policy states are used as they stand, and the difference is shown.',
    },
  ],
  [
    'two lengths, with no sentence on them',
    'lengths-differ',
    times({ clause: null }, { closes: '13:20', clause: null }),
    {},
    { statement: 'The register is open for 30 minutes in the morning and 20 in the afternoon.' },
  ],
  [
    'two closes',
    'times-differ',
    times({ otherReadings: [{ closes: '09:30', ...other }] }),
    {},
    {
      statement: IT,
      reading:
        'The register closes at 9:20. Between that and 9:30, U or another absence code is suggested, with both sentences.',
    },
  ],
  [
    'two times to be late from',
    'times-differ',
    times({ otherReadings: [{ lateAfter: '09:00', ...other }] }),
    {},
    {
      statement: IT,
      reading:
        'Late from 8:50, and the register open until 9:20. Where the other time would change a mark, both are shown.',
    },
  ],
  [
    'other times for one year',
    'times-by-year',
    times({ exceptions: [{ yearGroups: [6], taken: '08:40', closes: '09:10', ...other }] }),
    {},
    {
      statement: `Some year groups have other times in the morning. ${OTHER}`,
      reading:
        'Each year group’s own times are used where the year group is known, and the difference is shown.',
    },
  ],
  [
    'other times for one year, with no sentence on them',
    'times-by-year',
    times({ exceptions: [{ yearGroups: [6], taken: '08:40', closes: '09:10' }] }),
    {},
    { statement: 'Some year groups have other times in the morning.' },
  ],
];

const DOCUMENT: readonly Case[] = [
  [
    'a policy of 2023',
    'predates-2024',
    { effectiveFrom: '2023-09-01' },
    {},
    {
      statement: 'The policy is of 1 September 2023, with a review due by 1 September 2027.',
      law: 'The regulations, the codes and the national framework changed on 19 August 2024.',
      reading: 'The national rules win wherever the policy differs from them, and that it is older is shown.',
    },
    '2024-08-19',
  ],
  [
    'a policy of 2023 with no review',
    'predates-2024',
    { effectiveFrom: '2023-09-01', reviewBy: null },
    {},
    { statement: 'The policy is of 1 September 2023.' },
  ],
  [
    'a review that is due',
    'review-passed',
    { reviewBy: '2026-11-20' },
    {},
    {
      statement: 'The policy was to be reviewed by 20 November 2026.',
      law: 'That review was due before 21 November 2026.',
      reading: 'The policy is used as it stands, and that its review is due is shown.',
    },
  ],
  [
    'a law of 2006 on 19 August 2024',
    'law-replaced',
    {},
    { laws: [{ title: 'Education (Pupil Registration) (England) Regulations 2006', ...it }] },
    {
      statement: IT,
      law: 'From 19 August 2024 the School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208) hold in their place.',
    },
    '2024-08-19',
  ],
];

test.each<Case>([...TIMES, ...DOCUMENT])('%s: %s', (_, id, change, stated, says, asOf) => {
  expect(conflictOf(id, change, stated, asOf)).toMatchObject(says);
});

test('on the first day of the law of 2024 its amounts and its codes are right', () => {
  expect(checkPolicy(sixth(), '2024-08-19' as IsoDate)).toEqual([]);
});

test('two lengths need two closes', () => {
  const missing = checkPolicy(sixth(times({ closes: null }))).map(({ id }) => id);
  expect(missing).toEqual(['close-missing']);
});
