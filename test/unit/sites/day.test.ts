import { describe, expect, test } from 'vitest';
import { agreedDay, datesIn, isoDay } from '../../../sites/day.ts';

const day = (text: string) => agreedDay(datesIn(text));

describe('the day a text names', () => {
  test.each([
    'Friday 20 November 2026',
    'Fri 20th Nov 2026',
    '20 November 2026',
    'November 20, 2026',
    'Nov/20/2026',
    '20/11/2026',
    '20.11.2026',
    '2026-11-20',
    '11/20/2026',
    'Register 10B, 20/11/2026, AM',
    'Friday 20 November 2026 (20/11/2026)',
  ])('%s', (text) => {
    expect(day(text)).toBe('2026-11-20');
  });

  test('day and month that could be either way round are not guessed', () => {
    expect(day('05/11/2026')).toBeNull();
  });

  test('a weekday beside it settles which is which', () => {
    expect(day('Thursday 05/11/2026')).toBe('2026-11-05');
    expect(day('Monday 05/11/2026')).toBe('2026-05-11');
  });

  test('a weekday that does not fit makes the date doubtful', () => {
    expect(day('Monday 20 November 2026')).toBeNull();
  });

  test('two days are none', () => {
    expect(day('20 November 2026 to 27 November 2026')).toBeNull();
  });

  test.each(['', '10B', '31/02/2026', '30 February 2026', '9:20', '1.2.3.2026'])(
    '%j names no day',
    (text) => {
      expect(day(text)).toBeNull();
    },
  );
});

test('numbers that are no day', () => {
  expect(isoDay(2026, 2, 29)).toBeNull();
  expect(isoDay(2024, 2, 29)).toBe('2024-02-29');
  expect(isoDay(Number.NaN, 1, 1)).toBeNull();
});
