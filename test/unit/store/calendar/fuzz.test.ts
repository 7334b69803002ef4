import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '../../../../rules/calendar/entries.ts';
import { readCalendarJson } from '../../../../store/calendar/calendar-json.ts';
import { readIcs } from '../../../../store/calendar/ics.ts';
import { writeIcs } from '../../../../store/calendar/ics-write.ts';
import { readList } from '../../../../store/calendar/list.ts';
import { calendars } from './shapes.ts';

/** Pieces that lists of term dates are made of, and some that they are not. */
const PIECE = fc.oneof(
  fc.constantFrom(
    ...[
      'Autumn term 2026',
      'Half term',
      'INSET days:',
      'Term starts',
      'closed',
      'Year 10',
      '1 September',
      '31/2/26',
    ],
    ...[
      'to',
      '-',
      '–',
      '&',
      'and',
      ',',
      '|',
      '\t',
      '    ',
      '2026/27',
      '12 noon',
      'Monday',
      '4th',
      '26',
      '20256',
      '(',
      '…',
    ],
  ),
  fc.string({ maxLength: 12 }),
);
const text = fc
  .array(
    fc.array(PIECE, { maxLength: 14 }).map((line) => line.join(' ')),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\n'));

/** A hundredth of it is what a person would notice; the machine of a test may be busy. */
const LONGEST_MS = 3_000;
function inTime<T>(work: () => T): T {
  const begun = performance.now();
  const value = work();
  expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
  return value;
}

describe('a pasted list', () => {
  test('is read whatever it is, and no dated line is lost', () => {
    fc.assert(
      fc.property(text, (pasted) => {
        const { entries, problems, passedOver } = readList(pasted);
        for (const { from, to } of entries) expect(from <= to).toBe(true);
        const said = new Set([...entries, ...problems, ...passedOver].map(({ place }) => place));
        const lines = pasted.split(/\r\n|\r|\n/);
        lines.forEach((line, i) => {
          if (/[a-z\d]/i.test(line)) expect(said).toContain(i + 1);
        });
        compose(entries);
      }),
    );
  });
  test.each([
    ['of one endless line', '1 September 2026 to '.repeat(20_000)],
    ['of many lines', 'INSET 1 September 2026\n'.repeat(50_000)],
    ['of figures', '1 '.repeat(40_000)],
    ['of year groups', `Year ${'1, '.repeat(30_000)}`],
    ['of spaces', `Term${' '.repeat(100_000)}x`],
  ])('%s is read in time', (_, pasted) => {
    const { problems, entries } = inTime(() => readList(pasted));
    expect(problems.length + entries.length).toBeLessThan(2_000);
  });
});

describe('a calendar file', () => {
  const written = calendars.map((calendar) => writeIcs(calendar, '2026-11-27T12:00:00Z'));
  test('is read whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), text, written),
        fc.nat(),
        fc.string({ maxLength: 8 }),
        (file, at, put) => {
          const place = file.length === 0 ? 0 : at % file.length;
          const reading = readIcs(file.slice(0, place) + put + file.slice(place + put.length));
          if (reading.ok) for (const { from, to } of reading.entries) expect(from <= to).toBe(true);
          else expect(reading.why).toMatch(/\.$/);
        },
      ),
    );
  });
  const event = (...lines: string[]) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:INSET day',
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
  test.each([
    'FREQ=SECONDLY',
    'FREQ=DAILY',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=9',
    'FREQ=WEEKLY;INTERVAL=0',
    'FREQ=DAILY;UNTIL=99991231',
    'FREQ=WEEKLY;COUNT=9999',
  ])('with a repeat of %s is read in time, and not in part', (rule) => {
    const reading = inTime(() => readIcs(event('DTSTART;VALUE=DATE:20260907', `RRULE:${rule}`)));
    expect(reading.ok && reading.entries).toEqual([]);
    expect(reading.ok && reading.problems).toHaveLength(1);
  });
  test('with a repeat that is none is refused as a whole', () => {
    expect(readIcs(event('DTSTART;VALUE=DATE:20260907', 'RRULE:FREQ=NEVER'))).toMatchObject({ ok: false });
  });
  test('with a repeat that ends gives each of its days', () => {
    const reading = readIcs(
      event('DTSTART;VALUE=DATE:20260907', 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20260914'),
    );
    expect(reading.ok && reading.entries.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['inset', '2026-09-07', '2026-09-07'],
      ['inset', '2026-09-21', '2026-09-21'],
    ]);
  });
  test.each([
    [
      'Half term',
      'DTSTART;VALUE=DATE:20261026',
      'DTEND;VALUE=DATE:20261031',
      'half-term 2026-10-26 2026-10-30 both',
    ],
    [
      'Autumn Term',
      'DTSTART;VALUE=DATE:20260901',
      'DTEND;VALUE=DATE:20261219',
      'term 2026-09-01 2026-12-18 both',
    ],
    [
      'First day of term',
      'DTSTART:20260901T083000',
      'DTEND:20260901T153000',
      'first-day 2026-09-01 2026-09-01 both',
    ],
    [
      'INSET (afternoon)',
      'DTSTART:20260902T130000',
      'DTEND:20260902T160000',
      'inset 2026-09-02 2026-09-02 PM',
    ],
    // Ends at midnight in London, which is 23:00 in Greenwich in summer.
    [
      'May Day bank holiday',
      'DTSTART:20260503T230000Z',
      'DTEND:20260504T230000Z',
      'bank-holiday 2026-05-04 2026-05-04 both',
    ],
    [
      'Sports day',
      'DTSTART;VALUE=DATE:20260701',
      'DTEND;VALUE=DATE:20260702',
      'left-out 2026-07-01 2026-07-01 both',
    ],
    [
      'Christmas fair',
      'DTSTART;VALUE=DATE:20261204',
      'DTEND;VALUE=DATE:20261205',
      'left-out 2026-12-04 2026-12-04 both',
    ],
    [
      'Staff training day',
      'DTSTART:20260902T153000',
      'DTEND:20260902T170000',
      'left-out 2026-09-02 2026-09-02 both',
    ],
  ])('maps “%s” by its words', (name, start, end, expected) => {
    const reading = readIcs(event(start, end).replace('INSET day', name));
    const [entry] = reading.ok ? reading.entries : [];
    expect(entry && `${entry.kind} ${entry.from} ${entry.to} ${entry.sessions}`).toBe(expected);
  });
});

test('JSON is read whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (file) => {
      expect(readCalendarJson(file)).toBeNull();
    }),
  );
});
