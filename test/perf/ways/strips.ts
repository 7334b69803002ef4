import type { SummaryPlan } from '../../../rules/strips/plan.ts';
import type { AcademicYear, Strip } from '../../../rules/strips/strips.ts';
import { type Summary, summarise } from '../../../rules/strips/summary.ts';
import { everyPupil, plan, stripsOf } from '../school.ts';
import { oneOf } from '../time.ts';
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

/** One mark of one pupil after another is changed, and that pupil summarised again. */
function oneMark(made: SummaryPlan, strips: readonly ReadonlyMap<AcademicYear, Strip>[]): number {
  return oneOf(strips.length, (pupil) => {
    const each = strips[pupil] as ReadonlyMap<AcademicYear, Strip>;
    const strip = each.get(2025) as Strip;
    strip[strip.length - 1] = 1 + (pupil % 30);
    summarise(made, each);
  });
}
