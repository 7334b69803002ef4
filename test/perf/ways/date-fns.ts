import { isWithinInterval, parseISO, startOfISOWeek } from 'date-fns';
import { AS_OF, everyPupil, marksOf, sessions } from '../school.ts';
import { oneOf } from '../time.ts';
import type { Answer, Way } from '../way.ts';

interface Row {
  date: string;
  session: string;
  code: string;
}

const ATTENDED = new Set(['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B']);
const AUTHORISED = new Set(['C1', 'M', 'J1', 'S', 'C2', 'C', 'T', 'R', 'I', 'E']);
const UNAUTHORISED = new Set(['G', 'N', 'O', 'U']);

/** As one would write it: rows of objects, each date parsed, and the week looked up for the absences alone. */
export const way: Way = {
  name: 'Plain loop with date-fns',
  computes: 'window, first met, year, from mark objects',
  runs: 5,
  async load() {
    const pupils: Row[][] = everyPupil(marksOf);
    const weeks = schoolWeeks();
    return {
      run: () => summaries(pupils, schoolWeeks()),
      one: () => oneOf(200, (pupil) => summaries(pupils.slice(pupil, pupil + 1), weeks)),
    };
  },
};

/** The school weeks up to the day, by the time their Monday begins. */
function schoolWeeks(): Map<number, number> {
  const held = sessions.filter(({ date }) => date <= AS_OF);
  const weeks = [...new Set(held.map(({ date }) => startOfISOWeek(parseISO(date)).getTime()))];
  return new Map(weeks.map((week, number) => [week, number]));
}

function summaries(pupils: readonly (readonly Row[])[], numberOf: Map<number, number>): Answer[] {
  const windowFrom = numberOf.size - 10;
  const thisYear = { start: parseISO('2025-09-01'), end: parseISO(AS_OF) };
  return pupils.map((rows) => {
    let total = 0;
    let firstMet: string | null = null;
    const year: [number, number, number, number] = [0, 0, 0, 0];
    const absences: number[] = [];
    for (const { date, session, code } of rows) {
      const day = parseISO(date);
      if (isWithinInterval(day, thisYear)) year[figureOf(code)]++;
      if (!UNAUTHORISED.has(code)) continue;
      const week = numberOf.get(startOfISOWeek(day).getTime()) as number;
      if (week >= windowFrom) total++;
      absences.push(week);
      const oldest = absences.at(-10);
      if (firstMet === null && oldest !== undefined && week - oldest < 10) firstMet = `${date} ${session}`;
    }
    return { total, firstMet, year };
  });
}

function figureOf(code: string): 0 | 1 | 2 | 3 {
  if (ATTENDED.has(code)) return 0;
  if (AUTHORISED.has(code)) return 1;
  return UNAUTHORISED.has(code) ? 2 : 3;
}
