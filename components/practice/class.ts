import { type CalendarInput, schoolCalendar } from '../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS, type Session, toDay } from '../../rules/calendar/dates.ts';

/** The practice day: everything behind it is made up, and the same on every device. */
export const PRACTICE_DAY = '2026-11-20' as IsoDate;
export const PRACTICE_GROUP = 'Class 6 Heron';

const FIRST_MARK = toDay('2026-07-13' as IsoDate);

const term = (from: string, to: string) => ({ from: from as IsoDate, to: to as IsoDate });

/** Term dates from September 2025 to March 2027. */
export const PRACTICE_CALENDAR: CalendarInput = {
  terms: [
    term('2025-09-03', '2025-10-24'),
    term('2025-11-03', '2025-12-19'),
    term('2026-01-05', '2026-02-13'),
    term('2026-02-23', '2026-03-27'),
    term('2026-04-13', '2026-05-22'),
    term('2026-06-01', '2026-07-17'),
    term('2026-09-02', '2026-10-23'),
    term('2026-11-02', '2026-12-18'),
    term('2027-01-04', '2027-02-12'),
    term('2027-02-22', '2027-03-25'),
  ],
  closures: [{ ...term('2026-05-04', '2026-05-04'), sessions: 'both', reason: 'Bank holiday' }],
};

/** A made-up pupil and every mark before the practice day. */
export interface PracticePupil {
  readonly key: string;
  readonly name: string;
  readonly marks: readonly PracticeMark[];
}
export interface PracticeMark {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
}

/** What sets a pupil apart: marks that replace "present", and the day before which nothing is known. */
interface Story {
  readonly name: string;
  readonly marks?: readonly (readonly [code: string, dates: string, session?: Session | 'both'])[];
  readonly knownFrom?: string;
}

/** `dates` are month-days of 2026, `09-08 09-10`. Late after close is a morning; other absences a whole day. */
const STORIES: readonly Story[] = [
  { name: 'Ada Fernhill' },
  { name: 'Amir Lindale', marks: [['U', '10-06 11-03 11-17', 'AM']] },
  {
    name: 'Bea Larkspur',
    marks: [
      ['U', '09-09 09-29 10-13 11-05 11-12', 'AM'],
      ['O', '11-10'],
    ],
  },
  {
    name: 'Callum Weir',
    marks: [
      ['O', '09-22 10-14 11-06'],
      ['U', '11-11 11-18', 'AM'],
    ],
  },
  {
    name: 'Daisy Orchard',
    marks: [
      ['G', '10-05 10-06 10-07 10-08'],
      ['U', '11-09', 'AM'],
    ],
  },
  { name: 'Dev Halloway', marks: [['G', '09-21 09-22 09-23 09-24 09-25']] },
  {
    name: 'Ella Brooke',
    marks: [
      ['O', '10-12 10-13 11-04 11-05'],
      ['N', '11-18'],
    ],
  },
  { name: 'Esme Tarn', marks: [['U', '10-15 10-20 11-03 11-10 11-17', 'AM']], knownFrom: '2026-10-12' },
  {
    name: 'Farah Quill',
    marks: [
      ['Y1', '11-12 11-13'],
      ['I', '10-01'],
    ],
  },
  {
    name: 'Finn Ashdown',
    marks: [
      ['H', '09-17 09-18'],
      ['U', '10-08', 'AM'],
    ],
  },
  { name: 'Grace Penhale', knownFrom: '2026-10-05' },
  {
    name: 'Hana Rowley',
    marks: [
      ['O', '09-08 09-09 09-10'],
      ['U', '10-01 10-20 10-22 11-04 11-13', 'AM'],
    ],
  },
  { name: 'Harry Stonewell', marks: [['I', '09-28 09-29 09-30']] },
  { name: 'Idris Calloway', marks: [['N', '11-19']] },
  { name: 'Ivy Merrow', marks: [['M', '10-09', 'AM']] },
  { name: 'Jack Thornby', marks: [['U', '11-16', 'AM']] },
  { name: 'Jaya Wren' },
  { name: 'Kit Sandford', marks: [['C', '09-14 09-15']] },
  { name: 'Leila Hazelden', marks: [['L', '10-02 10-16 11-06', 'AM']] },
  { name: 'Leo Farraday', marks: [['I', '11-02 11-03']] },
  { name: 'Maisie Copper' },
  { name: 'Malik Underhill', marks: [['O', '11-19', 'PM']] },
  { name: 'Nell Barrowby', marks: [['R', '10-02']] },
  { name: 'Noor Kestrel' },
  { name: 'Oscar Vale', marks: [['U', '09-16 10-21', 'AM']] },
  { name: 'Poppy Greaves', marks: [['M', '11-12', 'PM']] },
  { name: 'Rafi Dunmore' },
  { name: 'Sana Whitlow', marks: [['E', '10-19 10-20']] },
  { name: 'Tom Birchall', marks: [['L', '11-19', 'AM']] },
  { name: 'Zara Millbank', knownFrom: '2026-11-20' },
];

/** Thirty pupils, in register order. */
export const PRACTICE_CLASS: readonly PracticePupil[] = STORIES.map((story, index) => ({
  key: `p${String(index + 1).padStart(2, '0')}`,
  name: story.name,
  marks: marksOf(story),
}));

function marksOf({ marks = [], knownFrom }: Story): readonly PracticeMark[] {
  const told = new Map<string, string>();
  for (const [code, dates, session = 'both'] of marks)
    for (const date of dates.split(' '))
      for (const half of SESSIONS)
        if (session === 'both' || session === half) told.set(`2026-${date} ${half}`, code);
  const calendar = schoolCalendar(PRACTICE_CALENDAR);
  const from = knownFrom ? toDay(knownFrom as IsoDate) : FIRST_MARK;
  const days = calendar.schoolDays.filter((day) => day >= from && day < toDay(PRACTICE_DAY));
  return days.flatMap((day) => {
    const date = fromDay(day);
    return SESSIONS.filter((session) => calendar.meets(day, session)).map((session) => ({
      date,
      session,
      code: told.get(`${date} ${session}`) ?? (session === 'AM' ? '/' : '\\'),
    }));
  });
}
