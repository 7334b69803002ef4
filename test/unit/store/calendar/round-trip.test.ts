import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '../../../../rules/calendar/entries.ts';
import { readCalendarJson, writeCalendarJson } from '../../../../store/calendar/calendar-json.ts';
import { readIcs } from '../../../../store/calendar/ics.ts';
import { writeIcs } from '../../../../store/calendar/ics-write.ts';
import { readList } from '../../../../store/calendar/list.ts';
import { calendars, SHAPES, sessionsOf } from './shapes.ts';

const STAMP = '2026-11-27T12:00:00Z';

describe('a calendar written and read back has the same school sessions', () => {
  test.each(Object.entries(SHAPES))('as %s', (_, write) => {
    fc.assert(
      fc.property(calendars, (calendar) => {
        const whole = { ...calendar, closures: calendar.closures.filter(({ yearGroups }) => !yearGroups) };
        const { entries, problems } = readList(write(whole));
        expect(problems).toEqual([]);
        const composed = compose(entries);
        expect(composed.problems).toEqual([]);
        expect(sessionsOf(composed.calendar)).toEqual(sessionsOf(whole));
      }),
      { numRuns: 60 },
    );
  });
  test('as an iCalendar file', () => {
    fc.assert(
      fc.property(calendars, (calendar) => {
        const reading = readIcs(writeIcs(calendar, STAMP));
        if (!reading.ok) throw new Error(reading.why);
        expect(reading.problems).toEqual([]);
        expect(sessionsOf(compose(reading.entries).calendar)).toEqual(sessionsOf(calendar));
      }),
      { numRuns: 60 },
    );
  });
  test('as JSON of the batch contract, to the letter', () => {
    fc.assert(
      fc.property(calendars, (calendar) => {
        expect(readCalendarJson(writeCalendarJson(calendar))).toEqual(calendar);
      }),
    );
  });
});
