import type { SummaryPlan } from '../../../rules/strips/plan.ts';
import type { AcademicYear, Strip } from '../../../rules/strips/strips.ts';
import { type Summary, summarise } from '../../../rules/strips/summary.ts';
import { everyPupil, plan, stripsOf } from '../school.ts';
import { median } from '../time.ts';
import type { Answer, Way } from '../way.ts';

/** Ours: the plan and every pupil's summary, from bytes. */
export const way: Way = {
  name: 'Registerwise, from bytes',
  computes: 'window, first met, year; the plan is made anew in every run',
  runs: 51,
  async load() {
    const strips = everyPupil(stripsOf);
    return {
      run: () => {
        const made = plan();
        return strips.map((each) => answerOf(summarise(made, each)));
      },
      one: () => oneMark(plan(), strips),
    };
  },
};

export function answerOf({ total, firstMet, year }: Summary): Answer {
  return {
    total,
    firstMet: firstMet && `${firstMet.date} ${firstMet.session}`,
    year: [year.attended, year.authorised, year.unauthorised, year.notPossible],
  };
}

/** The last mark of one pupil after another is changed and that pupil summarised again: microseconds for one, median. */
function oneMark(made: SummaryPlan, strips: readonly ReadonlyMap<AcademicYear, Strip>[]): number {
  const times = strips.map((each, i) => {
    const strip = each.get(2025) as Strip;
    const last = strip.length - 1;
    const before = strip[last] as number;
    const began = performance.now();
    strip[last] = 1 + (i % 30);
    summarise(made, each);
    const took = performance.now() - began;
    strip[last] = before;
    return took * 1000;
  });
  return median(times);
}
