import { type CalendarInput, type SchoolCalendar, schoolCalendar } from '../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS, type Session } from '../../rules/calendar/dates.ts';
import type { Mark } from '../../rules/history/marks.ts';
import { nationalPolicy } from '../../rules/policy/profiles.ts';
import { planSummary, type SummaryPlan } from '../../rules/strips/plan.ts';
import { type AcademicYear, pack, type Strip } from '../../rules/strips/strips.ts';

/** A made-up secondary school: 1,500 pupils, each with a mark for every session of three academic years. */
export const PUPILS = 1500;
export const AS_OF = '2026-07-21' as IsoDate;
export const policy = nationalPolicy;

const date = (text: string) => text as IsoDate;
const term = (from: string, to: string) => ({ from: date(from), to: date(to) });
const closed = (day: string, reason: string) => ({
  from: date(day),
  to: date(day),
  sessions: 'both' as const,
  reason,
});

export const calendarInput: CalendarInput = {
  terms: [
    term('2023-09-04', '2023-10-20'),
    term('2023-10-30', '2023-12-20'),
    term('2024-01-03', '2024-02-09'),
    term('2024-02-19', '2024-03-28'),
    term('2024-04-15', '2024-05-24'),
    term('2024-06-03', '2024-07-23'),
    term('2024-09-03', '2024-10-25'),
    term('2024-11-04', '2024-12-20'),
    term('2025-01-06', '2025-02-14'),
    term('2025-02-24', '2025-04-04'),
    term('2025-04-22', '2025-05-23'),
    term('2025-06-02', '2025-07-22'),
    term('2025-09-03', '2025-10-24'),
    term('2025-11-03', '2025-12-19'),
    term('2026-01-05', '2026-02-13'),
    term('2026-02-23', '2026-03-27'),
    term('2026-04-13', '2026-05-22'),
    term('2026-06-01', '2026-07-21'),
  ],
  closures: [
    closed('2024-05-06', 'Bank holiday'),
    closed('2025-05-05', 'Bank holiday'),
    closed('2025-11-28', 'INSET'),
    closed('2026-05-04', 'Bank holiday'),
  ],
};

export const calendar: SchoolCalendar = schoolCalendar(calendarInput);

/** Every session the school held, oldest first. */
export const sessions: readonly { readonly date: IsoDate; readonly session: Session }[] =
  calendar.schoolDays.flatMap((day) =>
    SESSIONS.filter((session) => calendar.meets(day, session)).map((session) => ({
      date: fromDay(day),
      session,
    })),
  );

/** Absence codes about as often as England's secondary schools use them; the rest is present. */
const ABSENCES = [
  ...'IIIIIIIIIIIIII',
  ...'OOOOOO',
  ...'UU',
  ...'NN',
  ...'GGG',
  ...'MMM',
  'C',
  'E',
  'L',
  'L',
  'B',
];

/** One pupil's marks, the same in every run: absence comes in spells, and more often to some pupils than to others. */
export function marksOf(pupil: number): Mark[] {
  const random = randomFrom(pupil + 1);
  const often = 0.01 + 0.05 * random() ** 4;
  let spell = 0;
  let absence = 'I';
  return sessions.map(({ date, session }) => {
    if (spell === 0 && random() < often) {
      spell = 1 + Math.floor(random() * 8);
      absence = ABSENCES[Math.floor(random() * ABSENCES.length)] as string;
    }
    const code = spell > 0 ? absence : session === 'AM' ? '/' : '\\';
    if (spell > 0) spell--;
    return { date, session, code };
  });
}

/** The marks as they are kept. */
export function stripsOf(pupil: number): Map<AcademicYear, Strip> {
  const packed = pack(marksOf(pupil));
  if (!packed.ok) throw new Error(packed.problem);
  return packed.value;
}

/** A list made for each pupil. */
export function everyPupil<T>(make: (pupil: number) => T): T[] {
  return Array.from({ length: PUPILS }, (_, pupil) => make(pupil));
}

/** The plan of the whole school's summaries. */
export function plan(): SummaryPlan {
  return planSummary({ calendar, threshold: policy.threshold, asOf: AS_OF });
}

/** Numbers from 0 up to 1 by mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
