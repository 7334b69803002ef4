import { type AcademicYear, yearOf } from '../strips/strips.ts';
import { bankHolidaysIn } from './bank-holidays.ts';
import { type CalendarInput, schoolCalendar, windowWeeks } from './calendar.ts';
import { type IsoDate, SESSIONS, toDay, weekday } from './dates.ts';
import { dayName, longDate, longDay } from './show.ts';
import { summariseYears, yearName } from './year.ts';

/** Something about a calendar that people should look at; it stops nothing. */
export interface Oddity {
  /** The academic year it is about; null for the calendar as a whole. */
  readonly year: AcademicYear | null;
  readonly kind:
    | 'weekend'
    | 'overlap'
    | 'no-gap'
    | 'long-run'
    | 'few-days'
    | 'many-days'
    | 'bank-holiday'
    | 'short'
    | 'ended';
  /** One or two plain sentences. */
  readonly text: string;
}

const FEWEST_DAYS = 185;
const MOST_DAYS = 200;
/** Half terms and holidays are a week at least; a shorter gap is a missing one, or one term written as two. */
const SHORTEST_GAP = 5;
const LONGEST_RUN_WEEKS = 10;

/** What looks wrong about a calendar on `today`, for a count over `schoolWeeks` school weeks. */
export function odditiesOf(calendar: CalendarInput, today: IsoDate, schoolWeeks: number): readonly Oddity[] {
  if (calendar.terms.length === 0) return [];
  return [
    ...ofTerms(calendar),
    ...ofYears(calendar),
    ...ofBankHolidays(calendar),
    ...ofReach(calendar, today, schoolWeeks),
  ];
}

function ofTerms({ terms }: CalendarInput): readonly Oddity[] {
  const sorted = [...terms].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap((term, i): readonly Oddity[] => {
    const year = yearOf(term.from);
    const found: Oddity[] = [];
    for (const [date, verb] of [
      [term.from, 'begins'],
      [term.to, 'ends'],
    ] as const)
      if (weekday(toDay(date)) > 4)
        found.push({
          year,
          kind: 'weekend',
          text: `A term ${verb} on ${dayName(date)} ${longDate(date)}, when there is no school. Is the date right?`,
        });
    const weeks = (toDay(term.to) - toDay(term.from) + 1) / 7;
    if (weeks > LONGEST_RUN_WEEKS)
      found.push({
        year,
        kind: 'long-run',
        text: `School meets for ${Math.round(weeks)} weeks on end from ${longDate(term.from)}. Is a half term missing?`,
      });
    const next = sorted[i + 1];
    if (!next) return found;
    if (next.from <= term.to)
      found.push({
        year,
        kind: 'overlap',
        text: `The term to ${longDate(term.to)} and the one from ${longDate(next.from)} overlap.`,
      });
    else if (weekdaysBetween(term.to, next.from) < SHORTEST_GAP)
      found.push({
        year,
        kind: 'no-gap',
        text: `No week lies between the term to ${longDate(term.to)} and the one from ${longDate(next.from)}. Is a holiday missing?`,
      });
    return found;
  });
}

function weekdaysBetween(after: IsoDate, before: IsoDate): number {
  let days = 0;
  for (let day = toDay(after) + 1, last = toDay(before); day < last; day++) if (weekday(day) < 5) days++;
  return days;
}

function ofYears(calendar: CalendarInput): readonly Oddity[] {
  return summariseYears(calendar).flatMap(({ year, days }): readonly Oddity[] => {
    const name = yearName(year);
    if (days < FEWEST_DAYS)
      return [
        {
          year,
          kind: 'few-days',
          text: `${name} has ${days} days, and a school year about 190. Is a term missing?`,
        },
      ];
    return days > MOST_DAYS
      ? [
          {
            year,
            kind: 'many-days',
            text: `${name} has ${days} days, and a school year about 190. Is a half term, holiday or INSET day missing?`,
          },
        ]
      : [];
  });
}

function ofBankHolidays(calendar: CalendarInput): readonly Oddity[] {
  const { meets } = schoolCalendar(calendar);
  return calendar.terms
    .flatMap(({ from, to }) => bankHolidaysIn(from, to))
    .filter(({ date }) => SESSIONS.some((session) => meets(toDay(date), session)))
    .map(({ date, name }) => ({
      ...{ year: yearOf(date), kind: 'bank-holiday' as const },
      text: `${longDay(date)} ${date.slice(0, 4)} is a bank holiday (${name}), and school is shown as open.`,
    }));
}

function ofReach(input: CalendarInput, today: IsoDate, schoolWeeks: number): readonly Oddity[] {
  const calendar = schoolCalendar(input);
  const last = input.terms.map(({ to }) => to).reduce((a, b) => (a > b ? a : b));
  const weeks = windowWeeks(calendar, toDay(today), schoolWeeks).length;
  const found: Oddity[] = [];
  if (last < today)
    found.push({
      year: null,
      kind: 'ended',
      text: `These dates end on ${longDate(last)}. Sessions after that are not counted until you add the next terms.`,
    });
  if (weeks < schoolWeeks)
    found.push({
      year: null,
      kind: 'short',
      text: `These dates reach back only ${weeks} of the ${schoolWeeks} school weeks that are counted, so every count is “at least”. Add the term before.`,
    });
  return found;
}
