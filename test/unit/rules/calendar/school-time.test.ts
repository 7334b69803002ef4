import { describe, expect, test } from 'vitest';
import { parseClockTime, parseSchoolTime, showMinute } from '../../../../rules/calendar/clock.ts';

const minute = (hours: number, minutes: number) => hours * 60 + minutes;

describe('a school clock is in London, on both sides of both clock changes', () => {
  test.each([
    ['Friday before the clocks go forward', '2026-03-27T09:20:00Z', '2026-03-27', minute(9, 20)],
    ['Monday after the clocks go forward', '2026-03-30T08:20:00Z', '2026-03-30', minute(9, 20)],
    ['Friday before the clocks go back', '2026-10-23T08:20:00Z', '2026-10-23', minute(9, 20)],
    ['Monday after the clocks go back', '2026-10-26T09:20:00Z', '2026-10-26', minute(9, 20)],
    ['an instant written with another offset', '2026-06-15T04:20:00-04:00', '2026-06-15', minute(9, 20)],
    [
      'a summer evening that is still the day before in UTC',
      '2026-06-14T23:30:00Z',
      '2026-06-15',
      minute(0, 30),
    ],
    ['a January morning', '2026-01-12T09:20:00Z', '2026-01-12', minute(9, 20)],
    ['the last moment before the clocks go forward', '2026-03-29T00:59:59.999Z', '2026-03-29', minute(0, 59)],
    ['the moment the clocks go forward', '2026-03-29T01:00:00Z', '2026-03-29', minute(2, 0)],
    ['the last moment before the clocks go back', '2026-10-25T00:59:59.999Z', '2026-10-25', minute(1, 59)],
    ['the moment the clocks go back', '2026-10-25T01:00:00Z', '2026-10-25', minute(1, 0)],
    ['seconds are dropped', '2026-11-20T09:20:59.999Z', '2026-11-20', minute(9, 20)],
  ])('%s', (_, instant, date, expected) => {
    expect(parseSchoolTime(instant)).toEqual({ date, minute: expected });
  });

  test.each([
    '2026-11-20T09:20:00',
    '2026-11-20',
    '09:20',
    '2026-02-30T09:20:00Z',
    '2026-11-20T25:00:00Z',
    '',
  ])('“%s” is no moment with an offset', (text) => expect(parseSchoolTime(text)).toBeNull());
});

test('times of day', () => {
  expect(parseClockTime('09:20')).toBe('09:20');
  expect(parseClockTime('9:20')).toBeNull();
  expect(parseClockTime('24:00')).toBeNull();
  expect(showMinute(minute(9, 5))).toBe('9:05');
});
