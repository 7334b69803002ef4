import type { IsoDate, Session } from '../calendar/dates.ts';
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
  readonly session: Session;
  readonly reading: Exclude<CodeReading, { kind: 'none' }>;
}

/** Sessions in the order they happen: by date, the morning first. */
export function sessionKey(date: IsoDate, session: Session): string {
  return `${date} ${session}`;
}

/** The marks that stand: a later entry for the same session replaces an earlier one, and a blank one removes it. Oldest first. */
export function standingMarks(marks: readonly Mark[]): readonly CountedMark[] {
  const latest = new Map<string, CountedMark>();
  for (const { date, session, code } of marks) {
    const reading = readCode(code, date);
    const key = sessionKey(date, session);
    if (reading.kind === 'none') latest.delete(key);
    else latest.set(key, { date, session, reading });
  }
  return [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
}
