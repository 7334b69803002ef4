import { type Day, type IsoDate, type Session, toDay } from '../calendar/dates.ts';
import { type CodeReading, readCode } from '../codes/codes.ts';

/** One mark of one session. */
export interface Mark {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
}

/** A mark as it is counted, with how it was read. */
export interface CountedMark {
  readonly date: IsoDate;
  readonly day: Day;
  readonly session: Session;
  readonly reading: Exclude<CodeReading, { kind: 'none' }>;
}

/** Sessions in the order they happen: by date, the morning first. */
export function sessionKey(date: IsoDate, session: Session): string {
  return `${date} ${session}`;
}

/** The marks that stand: a later entry for the same session replaces an earlier one, and a blank one removes it. Oldest first. */
export function standingMarks(marks: readonly Mark[]): readonly CountedMark[] {
  const latest = new Map<number, CountedMark>();
  for (const { date, session, code } of marks) {
    const reading = readCode(code, date);
    const day = toDay(date);
    const halfDay = day * 2 + (session === 'PM' ? 1 : 0);
    if (reading.kind === 'none') latest.delete(halfDay);
    else latest.set(halfDay, { date, day, session, reading });
  }
  return [...latest].sort(([a], [b]) => a - b).map(([, mark]) => mark);
}
