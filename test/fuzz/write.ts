import { type IsoDate, SESSIONS, toDay, weekday } from '../../rules/calendar/dates.ts';
import { type School, SESSION_NAMES, type Style } from './school.ts';

/** A file's rows before they are put into bytes. */
export interface Sheet {
  /** Rows above the headings. */
  readonly titles: readonly (readonly string[])[];
  /** One row of headings, or two. */
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  /** The choices that a person who knows the file makes, by the choice's id. */
  readonly truth: Readonly<Record<string, string>>;
  /** How many sessions a row has. */
  readonly sessions: number;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const PUPIL = ['Pupil ID', 'UPN', 'student_id'];
const EXTRA = ['Surname', 'Reg', 'Minutes late', 'Comments'];

/** A date as the style writes it. */
export function writeDate(date: IsoDate, style: Style['date']): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = MONTHS[Number(month) - 1] as string;
  switch (style) {
    case 'iso':
      return date;
    case 'iso-time':
      return `${date}T09:00:00`;
    case 'uk':
      return `${day}/${month}/${year}`;
    case 'uk-short':
      return `${day}/${month}/${year.slice(2)}`;
    case 'us':
      return `${Number(month)}/${Number(day)}/${year}`;
    case 'points':
      return `${Number(day)}.${Number(month)}.${year}`;
    case 'month':
      return `${Number(day)} ${name} ${year}`;
    case 'short-month':
      return `${day}-${name.slice(0, 3)}-${year}`;
    case 'day-month':
      return `${DAYS[weekday(toDay(date))]} ${Number(day)} ${name} ${year}`;
    case 'serial':
      return String(toDay(date) + 25_569);
    case 'basic':
      return `${year}${month}${day}`;
  }
}

/** A school's marks as rows in a style. */
export function write(school: School, style: Style): Sheet {
  const { own, rows, below, truth, sessions } = shaped(school, style);
  const [before, after] = style.extra;
  const around = (cells: readonly string[], extra: (at: number) => string) => [
    ...Array.from({ length: before }, (_, at) => extra(at)),
    ...cells,
    ...Array.from({ length: after }, (_, at) => extra(before + at)),
  ];
  const moved = Object.entries(truth).map(([id, value]) => [
    id,
    typeof value === 'number' ? String(value + before) : value,
  ]);
  const order = style.date === 'us' ? 'month-first' : 'day-first';
  return {
    titles: Array.from({ length: style.titles }, (_, at) => [at === 0 ? 'Attendance' : 'Autumn term']),
    headings: [around(own, (at) => EXTRA[at] as string), ...(below ? [around(below, () => '')] : [])],
    rows: rows.map((row) => around(row, (at) => `x${at}`)),
    truth: { ...Object.fromEntries(moved), order },
    sessions,
  };
}

interface Shaped {
  readonly own: readonly string[];
  readonly below?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Numbers are columns among the shape's own. */
  readonly truth: Readonly<Record<string, string | number>>;
  readonly sessions: number;
}

function shaped(school: School, style: Style): Shaped {
  const { pupils, dates } = school;
  const [am, pm] = SESSION_NAMES[style.session] as readonly [string, string];
  // A time before AM would be a time of day.
  const written = style.date === 'iso-time' && style.shape === 'dates' ? 'iso' : style.date;
  const day = (date: IsoDate) => writeDate(date, written);
  const pupil = PUPIL[style.headings] as string;
  const codes = (p: number, d: number) => SESSIONS.map((session) => school.code(p, d, session));
  const each = (row: (name: string, p: number) => readonly string[]) => pupils.map((name, p) => row(name, p));
  const all = (p: number) => dates.flatMap((_, d) => codes(p, d));
  switch (style.shape) {
    case 'long':
      return {
        own: [
          pupil,
          'Date',
          style.headings === 1 ? 'AM/PM' : 'Session',
          style.headings === 2 ? 'attendance_code' : 'Mark',
        ],
        rows: pupils.flatMap((name, p) =>
          dates.flatMap((date, d) =>
            codes(p, d).map((code, at) => [name, day(date), at === 0 ? am : pm, code]),
          ),
        ),
        truth: { shape: 'long', pupil: 0, date: 1, session: 2, code: 3 },
        sessions: 1,
      };
    case 'week': {
      const mondays = dates.filter((_, d) => d % 5 === 0);
      const halves = DAYS.flatMap((name) => [`${name.slice(0, 3)} AM`, `${name.slice(0, 3)} PM`]);
      const columns = halves.map((_, at) => [`day-${at}`, at + 2] as const);
      return {
        own: [pupil, 'Week beginning', ...halves],
        rows: pupils.flatMap((name, p) =>
          mondays.map((monday, w) => [
            name,
            day(monday),
            ...[0, 1, 2, 3, 4].flatMap((at) => codes(p, w * 5 + at)),
          ]),
        ),
        truth: { shape: 'week', pupil: 0, week: 1, ...Object.fromEntries(columns) },
        sessions: 10,
      };
    }
    case 'dates':
      return {
        own: [pupil, ...dates.flatMap((date) => [`${day(date)} AM`, `${day(date)} PM`])],
        rows: each((name, p) => [name, ...all(p)]),
        truth: { shape: 'dates', pupil: 0, session: '' },
        sessions: dates.length * 2,
      };
    case 'two-rows':
      return {
        own: [pupil, ...dates.flatMap((date) => [day(date), ''])],
        below: ['', ...dates.flatMap(() => [am, pm])],
        rows: each((name, p) => [name, ...all(p)]),
        truth: { shape: 'dates', pupil: 0, session: '' },
        sessions: dates.length * 2,
      };
    case 'pairs':
      return {
        own: [pupil, ...dates.map(day)],
        rows: each((name, p) => [name, ...dates.map((_, d) => pair(codes(p, d)))]),
        truth: { shape: 'dates', pupil: 0, session: '', holds: 'both' },
        sessions: dates.length * 2,
      };
    case 'day-rows':
      return {
        own: [pupil, 'Session', ...dates.map(day)],
        rows: pupils.flatMap((name, p) =>
          [0, 1].map((at) => [name, at === 0 ? am : pm, ...dates.map((_, d) => codes(p, d)[at] as string)]),
        ),
        truth: { shape: 'dates', pupil: 0, session: 1 },
        sessions: dates.length,
      };
    case 'one':
    case 'separated':
    case 'seven-days': {
      const gap = style.shape === 'seven-days' ? '----' : '';
      const text = (p: number): string => {
        if (style.shape === 'separated') return all(p).join(style.headings === 0 ? ',' : ';');
        const weeks = dates.flatMap((_, d) => [
          ...codes(p, d).map((code) => code || '-'),
          d % 5 === 4 ? gap : '',
        ]);
        return weeks.join('');
      };
      return {
        own: [pupil, 'Start date', 'Marks'],
        rows: each((name, p) => [name, day(dates[0] as IsoDate), text(p)]),
        truth: {
          ...{ shape: 'strings', pupil: 0, start: 1, marks: 2 },
          ...{ written: style.shape === 'separated' ? 'separated' : 'one' },
          ...{ weekdays: style.shape === 'seven-days' ? '7' : '5' },
        },
        sessions: dates.length * 2,
      };
    }
  }
}

/** Two marks in a cell: side by side where each has one character. */
function pair([morning = '', afternoon = '']: readonly string[]): string {
  if (morning === '' && afternoon === '') return '';
  const both = [morning || '-', afternoon || '-'];
  return both.join(both.every((code) => code.length === 1) ? '' : ' ');
}
