import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDay, type IsoDate, type Session, toDay } from '../../../rules/calendar/dates.ts';
import { readTermDates, showTermDates } from '../../../store/term-dates.ts';

describe('term dates as typed', () => {
  test.each([
    '3 September 2025 to 24 October 2025',
    '2025-09-03 - 2025-10-24',
    '2025-09-03-2025-10-24',
    '03/09/2025–24/10/2025',
    '3/9/2025 until 24/10/2025',
    '3rd Sept 2025 — 24th Oct 2025',
    'Wednesday 3 September 2025 to Friday, 24 October 2025',
    'Autumn term: 3 September 2025 to 24 October 2025',
    '  3 september 2025   TO  24 OCTOBER 2025 ',
  ])('“%s” is a term', (line) => {
    expect(readTermDates(line)).toEqual({
      calendar: { terms: [{ from: '2025-09-03', to: '2025-10-24' }], closures: [] },
      problems: [],
    });
  });

  const one = (day: string, sessions: string, reason?: string) => ({
    ...{ from: day, to: day, sessions },
    ...(reason === undefined ? {} : { reason }),
  });
  test.each([
    ['INSET 28 November 2025', one('2025-11-28', 'both', 'INSET')],
    ['INSET: 28 November 2025', one('2025-11-28', 'both', 'INSET')],
    ['Inset day 28/11/2025', one('2025-11-28', 'both', 'Inset day')],
    ['INSET 28 November 2025: first aid', one('2025-11-28', 'both', 'INSET: first aid')],
    ['closed 1 May 2026 PM', one('2026-05-01', 'PM')],
    ['Closed 2026-05-01 am, polling station', one('2026-05-01', 'AM', 'polling station')],
    ['closed 1 May 2026 boiler', one('2026-05-01', 'both', 'boiler')],
    ['bank holiday 4 May 2026', one('2026-05-04', 'both', 'bank holiday')],
    ['closed 27 October 2025 to 31 October 2025', { ...one('2025-10-27', 'both'), to: '2025-10-31' }],
  ])('“%s” is a closure', (line, closure) => {
    expect(readTermDates(line)).toEqual({ calendar: { terms: [], closures: [closure] }, problems: [] });
  });

  test('reads the lines it can and names every other by number, with why', () => {
    const { calendar, problems } = readTermDates(
      [
        '3 September 2025 to 24 October 2025',
        '',
        'Half term: 27 October 2025 to 31 October 2025',
        '31 June 2026 to 3 July 2026',
        '24 October 2025 to 3 September 2025',
        '3 September 2025 to 24 October 2052',
        'INSET in November',
        'Tuesday 3 September 2025 to 24 October 2025',
        '03/09/25 to 24/10/25',
        '3 September 2025',
        'closed',
      ].join('\r\n'),
    );
    expect(calendar).toEqual({ terms: [{ from: '2025-09-03', to: '2025-10-24' }], closures: [] });
    expect(problems.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '3: This is not two dates, such as “3 September 2025 to 24 October 2025”.',
      '4: There is no such day as “31 June 2026”.',
      '5: This ends before it begins.',
      '6: This is longer than a year.',
      '7: This has no date after it, such as “INSET 28 November 2025” or “closed 1 May 2026 PM”.',
      '8: There is no such day as “Tuesday 3 September 2025”.',
      '9: This is not two dates, such as “3 September 2025 to 24 October 2025”.',
      '10: This is not two dates, such as “3 September 2025 to 24 October 2025”.',
      '11: This has no date after it, such as “INSET 28 November 2025” or “closed 1 May 2026 PM”.',
    ]);
  });

  test('shown are lines that read back to the same', () => {
    const start = toDay('2024-08-01' as IsoDate);
    const run = fc
      .tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 120 }))
      .map(([from, length]) => ({ from: fromDay(start + from), to: fromDay(start + from + length) }));
    const reason = fc.oneof(
      fc.constantFrom(
        'INSET',
        'inset days',
        'Bank holiday',
        'INSET: first aid',
        'PM only',
        'closed',
        'to 3 May 2026',
      ),
      fc.string({ maxLength: 30 }),
    );
    const closure = fc
      .tuple(
        run,
        fc.constantFrom<Session | 'both'>('AM', 'PM', 'both'),
        fc.option(reason, { nil: undefined }),
      )
      .map(([days, sessions, text]) => {
        const words = text?.replace(/\s+/g, ' ').trim();
        return { ...days, sessions, ...(words ? { reason: words } : {}) };
      });
    fc.assert(
      fc.property(fc.array(run), fc.array(closure), (terms, closures) => {
        const calendar = { terms, closures };
        expect(readTermDates(showTermDates(calendar))).toEqual({ calendar, problems: [] });
      }),
    );
  });
});
