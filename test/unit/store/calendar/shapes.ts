import fc from 'fast-check';
import { type CalendarInput, type Closure, schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import {
  fromDay,
  type IsoDate,
  SESSIONS,
  type Session,
  toDay,
  weekday,
} from '../../../../rules/calendar/dates.ts';
import { closedFor } from '../../../../rules/calendar/for-year.ts';
import { dayName, longDate } from '../../../../rules/calendar/show.ts';

/** Every school session of a calendar, with the years it is closed for: two calendars with the same are the same. */
export function sessionsOf(input: CalendarInput): readonly string[] {
  const calendar = schoolCalendar(input);
  const { meets, schoolDays } = calendar;
  return schoolDays.flatMap((day) =>
    SESSIONS.filter((session) => meets(day, session)).map(
      (session) =>
        `${fromDay(day)} ${session} ${closedFor(calendar, day, session).toSorted((a, b) => a - b)}`,
    ),
  );
}

const START = toDay('2024-09-02' as IsoDate);

/** Terms of five to eight weeks with a week or two between, from a Monday to a Friday, in order. */
const terms = fc
  .array(fc.tuple(fc.integer({ min: 5, max: 8 }), fc.integer({ min: 1, max: 2 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((spans) => {
    let monday = START;
    return spans.map(([weeks, gap]) => {
      const from = monday;
      monday += (weeks + gap) * 7;
      return { from: fromDay(from), to: fromDay(from + weeks * 7 - 3) };
    });
  });

/** Single days and runs closed, whole or half, some of them for year groups, with reasons of any kind. */
const closure: fc.Arbitrary<Closure> = fc
  .record({
    start: fc.integer({ min: 0, max: 320 }),
    length: fc.integer({ min: 0, max: 3 }),
    sessions: fc.constantFrom<Session | 'both'>('AM', 'PM', 'both'),
    reason: fc.option(
      fc.oneof(
        fc.constantFrom(
          'INSET',
          'inset days',
          'Bank holiday',
          'PM only',
          'to 3 May 2026',
          'for Year 9',
          'closed: x',
          'Term',
        ),
        fc.string({ maxLength: 25 }),
      ),
      { nil: undefined },
    ),
    years: fc.option(fc.uniqueArray(fc.integer({ min: -1, max: 13 }), { minLength: 1, maxLength: 3 }), {
      nil: undefined,
      freq: 4,
    }),
  })
  .map(({ start, length, sessions, reason, years }) => {
    const words = reason?.replace(/\s+/g, ' ').trim();
    return {
      ...{ from: fromDay(START + start), to: fromDay(START + start + length), sessions },
      ...(words ? { reason: words } : {}),
      ...(years ? { yearGroups: years } : {}),
    };
  });

export const calendars: fc.Arbitrary<CalendarInput> = fc.record({
  terms,
  closures: fc.array(closure, { maxLength: 6 }),
});

const day = (date: IsoDate) => `${dayName(date)} ${longDate(date)}`;
const short = (date: IsoDate) => date.split('-').reverse().join('/').replace(/\/20/, '/');

/** Closures in the words of a council: one line a day and half, so that each shape below can say them. */
function closedLines({ closures }: CalendarInput, write: (date: IsoDate) => string): readonly string[] {
  return closures.flatMap(({ from, to, sessions }) => {
    const lines: string[] = [];
    for (let at = toDay(from); at <= toDay(to); at++)
      if (weekday(at) < 5)
        lines.push(`School closed${sessions === 'both' ? '' : ` (${sessions})`}: ${write(fromDay(at))}`);
    return lines;
  });
}

/** A calendar as councils publish one. */
export const SHAPES: Readonly<Record<string, (calendar: CalendarInput) => string>> = {
  'labelled ranges': (calendar) =>
    [
      ...calendar.terms.map(({ from, to }, i) => `Term ${i + 1}: ${day(from)} to ${day(to)}`),
      ...closedLines(calendar, day),
    ].join('\n'),
  'first and last days': (calendar) =>
    [
      ...calendar.terms.flatMap(({ from, to }) => [`Term starts: ${day(from)}`, `Term ends: ${day(to)}`]),
      ...closedLines(calendar, day),
    ].join('\n'),
  'a table with tabs and short dates': (calendar) =>
    [
      'Term\tStarts\tEnds',
      ...calendar.terms.map(({ from, to }, i) => `Term ${i + 1}\t${short(from)}\t${short(to)}`),
      ...closedLines(calendar, short),
    ].join('\n'),
  'one long term with its breaks': (calendar) => {
    const [first] = calendar.terms;
    const last = calendar.terms.at(-1);
    const breaks = calendar.terms.slice(1).map((term, i) => {
      const before = calendar.terms[i]?.to ?? term.from;
      return `Holiday: ${day(fromDay(toDay(before) + 3))} - ${day(fromDay(toDay(term.from) - 3))}`;
    });
    return first && last
      ? [
          `School year term dates: ${day(first.from)} - ${day(last.to)}`,
          ...breaks,
          ...closedLines(calendar, day),
        ].join('\n')
      : '';
  },
};
