import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { compulsoryAge, curriculumYear, isOfCompulsoryAge } from '../../../../rules/pupil/age.ts';

const date = (text: string) => text as IsoDate;

describe('compulsory school age', () => {
  test.each([
    ['IPSEA: turns 5 on 10 February 2024', '2019-02-10', 'from', '2024-03-31'],
    ['a fifth birthday on a prescribed day counts that day', '2021-08-31', 'from', '2026-08-31'],
    ['a fifth birthday on 31 March counts that day', '2019-03-31', 'from', '2024-03-31'],
    ['a September birthday waits for 31 December', '2020-09-01', 'from', '2025-12-31'],
    ['IPSEA: born 23 September 2007', '2007-09-23', 'until', '2024-06-28'],
    [
      'Newham: the last Friday in June of the school year of the 16th birthday',
      '2010-08-31',
      'until',
      '2026-06-26',
    ],
    ['a year whose 30 June is itself a Friday', '2007-01-01', 'until', '2023-06-30'],
  ] as const)('%s', (_, born, edge, expected) => {
    expect(compulsoryAge(date(born))[edge]).toBe(expected);
  });

  test('holds on its first and last days and not the days around them', () => {
    const of = (day: string) => isOfCompulsoryAge({ dateOfBirth: date('2007-09-23') }, date(day));
    expect([of('2012-12-30'), of('2012-12-31'), of('2024-06-28'), of('2024-06-29')]).toEqual([
      'no',
      'yes',
      'yes',
      'no',
    ]);
  });

  test.each([
    ['Year 6', 'yes'],
    ['Y1', 'yes'],
    ['10', 'yes'],
    ['R', 'unknown'],
    ['Year 11', 'unknown'],
    ['Year 12', 'no'],
    ['Nursery', 'no'],
    ['Oak class', 'unknown'],
  ])('by the year group %s alone: %s', (yearGroup, expected) => {
    expect(isOfCompulsoryAge({ yearGroup }, date('2026-11-20'))).toBe(expected);
  });
  test('nothing known is unknown', () =>
    expect(isOfCompulsoryAge(undefined, date('2026-11-20'))).toBe('unknown'));
});

test('a national curriculum year from a date of birth', () => {
  const year = (born: string, on: string) => curriculumYear({ dateOfBirth: date(born) }, date(on));
  expect(year('2021-08-31', '2025-09-03')).toBe(0);
  expect(year('2021-09-01', '2026-09-03')).toBe(0);
  expect(year('2010-10-05', '2026-05-01')).toBe(10);
});

describe('a national curriculum year from the year group as written', () => {
  const on = date('2026-11-20');
  test.each([
    ['N', -1],
    ['N2', -1],
    ['Nursery', -1],
    ['nursery (afternoons)', -1],
    ['R', 0],
    ['Reception', 0],
    ['Reception Oak', 0],
    ['Year R', 0],
    ['Year 6', 6],
    ['yr 11', 11],
    ['Y9', 9],
    [' 10 ', 10],
  ])('“%s” is %i', (yearGroup, year) => expect(curriculumYear({ yearGroup }, on)).toBe(year));

  test.each([
    'Aspen',
    'North',
    'N1 and N2',
    'Nb',
    'Little nursery',
    'Oliver',
    'Robin',
    'My Reception',
    'Class 6',
    'Year 6/7',
    '',
  ])('“%s” names no year, and none is guessed', (yearGroup) =>
    expect(curriculumYear({ yearGroup }, on)).toBeNull(),
  );
  test('as written before the date of birth, which is asked when the words name none', () => {
    const dateOfBirth = date('2015-10-05');
    expect(curriculumYear({ yearGroup: 'Year 5', dateOfBirth }, on)).toBe(5);
    expect(curriculumYear({ yearGroup: 'Oak class', dateOfBirth }, on)).toBe(6);
    expect(curriculumYear(undefined, on)).toBeNull();
  });
});
