import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { pack } from '../../rules/strips/strips.ts';
import type { PackedStrip } from '../../store/records.ts';
import { toBase64 } from '../../store/strip-text.ts';
import { sessions } from '../perf/school.ts';
import type { Mark } from './journal.ts';

/** As many as a year group has: a commit takes long enough to be killed in, and everything can be compared every time. */
export const PUPILS = Array.from({ length: 240 }, (_, i) => `P ${1000 + i}/é`);

/** The register at which counts are compared. */
export const REGISTER: { readonly date: IsoDate; readonly session: Session; readonly pupils: string[] } = {
  date: '2026-07-15' as IsoDate,
  session: 'PM',
  pupils: PUPILS.slice(0, 30),
};

const TERM = sessions.slice(-120);
const CODES = [...'IOUGNMLBC', 'C1', 'Y2'];
const OF_PART = 40;

/** Marks of some pupils for some eight weeks of the summer term. */
export function someMarks(random: () => number): Mark[] {
  const of = PUPILS.filter(() => random() < 0.8);
  const from = Math.floor(random() * 40);
  return of.flatMap((pupil) =>
    TERM.slice(from, from + 80).map(({ date, session }) => {
      const code = random() < 0.1 ? pick(random, CODES) : session === 'AM' ? '/' : '\\';
      return { pupil, date, session, code };
    }),
  );
}

/** One register of thirty, seen on a page. */
export function oneRegister(random: () => number): Mark[] {
  const { date, session } = pick(random, TERM);
  const from = Math.floor(random() * (PUPILS.length - 30));
  return PUPILS.slice(from, from + 30).map((pupil) => ({ pupil, date, session, code: pick(random, CODES) }));
}

/** Marks as an import sends them, in parts. */
export function parts(marks: readonly Mark[]): PackedStrip[][] {
  const strips = [...byPupil(marks)].map(([pupil, mine]) => {
    const packed = pack(mine);
    if (!packed.ok) throw new Error(packed.problem);
    return [...packed.value].map(([year, bytes]) => ({ pupil, year, bytes: toBase64(bytes) }));
  });
  const all: PackedStrip[][] = [];
  for (let at = 0; at < strips.length; at += OF_PART) all.push(strips.slice(at, at + OF_PART).flat());
  return all;
}

/** Each pupil's marks. */
export function byPupil(marks: readonly Mark[]): Map<string, Mark[]> {
  const pupils = new Map<string, Mark[]>();
  for (const mark of marks) {
    const mine = pupils.get(mark.pupil);
    if (mine) mine.push(mark);
    else pupils.set(mark.pupil, [mark]);
  }
  return pupils;
}

/** One of a list. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}
