import { type CalendarInput, schoolCalendar } from '../../../rules/calendar/calendar.ts';
import { academicYearStart, type IsoDate, type Session } from '../../../rules/calendar/dates.ts';
import type { CountWithout } from '../../../rules/history/count.ts';
import { history } from '../../../rules/history/history.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';

const MINUTE_MS = 60_000;

/** One session as the plain model keeps it: its code, and in which minute a page was seen to hold it; null for an imported one. */
interface Kept {
  readonly code: string;
  readonly seen: number | null;
}

/** `pupil date session`. */
type Key = string;

const keyOf = (pupil: string, date: string, session: Session): Key => `${pupil} ${date} ${session}`;

/** What the store is to keep, said as plainly as can be: a list of sessions, and the rule of which observation stands. */
export class Model {
  marks = new Map<Key, Kept>();
  #undo: Map<Key, Kept | undefined> | null = null;

  see(pupil: string, date: string, session: Session, code: string, at: number): void {
    this.marks.set(keyOf(pupil, date, session), { code, seen: at - (at % MINUTE_MS) });
  }

  import(
    marks: readonly { pupil: string; date: string; session: Session; code: string }[],
    savedAt: number,
  ): { changed: number; stood: number } {
    const undo = new Map<Key, Kept | undefined>();
    const sum = { changed: 0, stood: 0 };
    for (const { pupil, date, session, code } of marks) {
      const key = keyOf(pupil, date, session);
      const kept = this.marks.get(key);
      const differs = kept !== undefined && kept.code !== code;
      if (kept && kept.seen !== null && kept.seen > savedAt) {
        if (differs) sum.stood++;
        continue;
      }
      if (differs) sum.changed++;
      if (differs || kept?.seen !== null) undo.set(key, kept);
      this.marks.set(key, { code, seen: null });
    }
    this.#undo = undo;
    return sum;
  }

  undo(): number | null {
    if (!this.#undo) return null;
    let marks = 0;
    for (const [key, before] of this.#undo) {
      if (this.marks.get(key)?.seen !== null) continue;
      marks++;
      if (before) this.marks.set(key, before);
      else this.marks.delete(key);
    }
    this.#undo = null;
    return marks;
  }

  wipe(): void {
    this.marks.clear();
    this.#undo = null;
  }

  /** The marks of a pupil, oldest first. */
  marksOf(pupil: string): { date: IsoDate; session: Session; code: string }[] {
    return [...this.marks]
      .filter(([key]) => key.startsWith(`${pupil} `))
      .map(([key, { code }]) => {
        const [, date, session] = key.split(' ') as [string, IsoDate, Session];
        return { date, session, code };
      })
      .sort((a, b) => `${a.date}${a.session}`.localeCompare(`${b.date}${b.session}`));
  }

  /** Whether any mark is kept of the academic years that the window of a day is in: of others a register says nothing. */
  isKnown(pupil: string, date: IsoDate, input: CalendarInput): boolean {
    const question = { policy: nationalPolicy, asOf: date, calendar: schoolCalendar(input), marks: [] };
    const years = history(question).window.weeks.map(academicYearStart);
    return this.marksOf(pupil).some((mark) => years.includes(academicYearStart(mark.date)));
  }

  /** The count by the rules that read marks one by one, with the session being marked left out as the register leaves it out. */
  count(pupil: string, date: IsoDate, session: Session, input: CalendarInput): CountWithout {
    const calendar = schoolCalendar(input);
    const toCome = session === 'AM' && !this.marks.has(keyOf(pupil, date, 'PM'));
    const marks = this.marksOf(pupil).filter((mark) => mark.date !== date || mark.session !== session);
    const off = ['AM', 'PM'] as const;
    const leftOut = off.filter((each) => each === session || (each === 'PM' && toCome));
    const closures = leftOut.map((sessions) => ({ from: date, to: date, sessions }));
    const without = schoolCalendar({ ...input, closures: [...input.closures, ...closures] });
    const { unauthorised, coverage } = history({
      policy: nationalPolicy,
      asOf: date,
      calendar: without,
      marks,
    });
    const { weeks } = history({ policy: nationalPolicy, asOf: date, calendar, marks }).window;
    const { total, settled } = unauthorised;
    return { total, settled, ...coverage, schoolWeeks: weeks.length, notApplicable: null };
  }
}
