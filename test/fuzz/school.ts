import fc from 'fast-check';
import { fromDay, type IsoDate, SESSIONS, type Session, toDay } from '../../rules/calendar/dates.ts';
import { CODES } from '../../rules/codes/table.ts';

/** Marks as they were made: `pupil|date|session` to the code. */
export type Made = ReadonlyMap<string, string>;

/** A made-up school: pupils, the days of some weeks, and a mark for each session, blank where nobody made one. */
export interface School {
  readonly pupils: readonly string[];
  readonly dates: readonly IsoDate[];
  code(pupil: number, date: number, session: Session): string;
}

/** How the school's marks are written into a file. */
export interface Style {
  readonly shape:
    | 'long'
    | 'week'
    | 'dates'
    | 'two-rows'
    | 'pairs'
    | 'day-rows'
    | 'one'
    | 'separated'
    | 'seven-days';
  readonly format: 'text' | 'xlsx' | 'xml' | 'paste';
  readonly separator: ',' | ';' | '\t' | '|';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly newline: '\n' | '\r\n' | '\r';
  readonly quoteAll: boolean;
  readonly date: (typeof DATE_STYLES)[number];
  readonly session: number;
  readonly titles: number;
  /** Columns that say nothing of marks: before the others, and after them. */
  readonly extra: readonly [before: number, after: number];
  readonly headings: number;
}

export const DATE_STYLES = [
  'iso',
  'iso-time',
  'uk',
  'uk-short',
  'us',
  'points',
  'month',
  'short-month',
  'day-month',
  'serial',
  'basic',
] as const;

/** Session names, in pairs. */
export const SESSION_NAMES = [
  ['AM', 'PM'],
  ['am', 'pm'],
  ['Morning', 'Afternoon'],
  ['AM Registration', 'PM Registration'],
  ['1', '2'],
  ['a.m.', 'p.m.'],
] as const;

const IDS = [
  (n: number) => String(1000 + n),
  (n: number) => `00${10 + n}`,
  (n: number) => `A82020012${n}00B`,
  (n: number) => `p-é${n}`,
  (n: number) => `Oak, Ash ${n}`,
  (n: number) => `x"y${n}`,
];

/** Any school and any way of writing it. */
export const school: fc.Arbitrary<School> = fc
  .record({
    ids: fc.nat(IDS.length - 1),
    pupils: fc.integer({ min: 1, max: 4 }),
    monday: fc.integer({ min: 0, max: 500 }),
    weeks: fc.integer({ min: 1, max: 3 }),
    marks: fc.array(fc.nat(CODES.length + 8), { minLength: 1, maxLength: 40 }),
  })
  .map(({ ids, pupils, monday, weeks, marks }) => {
    const first = toDay('2017-09-04' as IsoDate) + monday * 7;
    const dates = Array.from({ length: weeks * 5 }, (_, at) =>
      fromDay(first + Math.floor(at / 5) * 7 + (at % 5)),
    );
    const name = IDS[ids] as (n: number) => string;
    return {
      pupils: Array.from({ length: pupils }, (_, n) => name(n)),
      dates,
      code(pupil, date, session) {
        const at = (pupil * dates.length + date) * 2 + (session === 'PM' ? 1 : 0);
        const mark = marks[at % marks.length] as number;
        return CODES[mark]?.code ?? (mark < CODES.length + 4 ? '' : session === 'AM' ? '/' : '\\');
      },
    };
  });

export const style: fc.Arbitrary<Style> = fc.record({
  shape: fc.constantFrom<Style['shape'][]>(
    'long',
    'long',
    'week',
    'dates',
    'two-rows',
    'pairs',
    'day-rows',
    'one',
    'separated',
    'seven-days',
  ),
  format: fc.constantFrom<Style['format'][]>('text', 'text', 'text', 'text', 'xlsx', 'xml', 'paste'),
  separator: fc.constantFrom<Style['separator'][]>(',', ';', '\t', '|'),
  encoding: fc.constantFrom<Style['encoding'][]>(
    'utf-8',
    'utf-8-bom',
    'utf-16le',
    'utf-16be',
    'windows-1252',
  ),
  newline: fc.constantFrom<Style['newline'][]>('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  date: fc.constantFrom(...DATE_STYLES),
  session: fc.nat(SESSION_NAMES.length - 1),
  titles: fc.nat(2),
  extra: fc.tuple(fc.nat(2), fc.nat(2)),
  headings: fc.nat(2),
});

/** Every mark of a school. */
export function made({ pupils, dates, code }: School): Map<string, string> {
  const marks = new Map<string, string>();
  for (const [p, pupil] of pupils.entries())
    for (const [d, date] of dates.entries())
      for (const session of SESSIONS)
        if (code(p, d, session) !== '') marks.set(`${pupil}|${date}|${session}`, code(p, d, session));
  return marks;
}
