import { type History, history } from '../../../rules/history/history.ts';
import type { Mark } from '../../../rules/history/marks.ts';
import { AS_OF, calendar, everyPupil, marksOf, policy } from '../school.ts';
import { oneOf } from '../time.ts';
import type { Answer, Way } from '../way.ts';

/** Ours in full, as the batch door answers: notes, what leaves the window, bands and all. */
export const way: Way = {
  name: 'Registerwise, history() in full',
  computes: 'window, first met, year, and also every session, note, band and what leaves, from mark objects',
  runs: 3,
  async load() {
    const marks = everyPupil(marksOf);
    const one = (each: readonly Mark[]) => answerOf(history({ policy, asOf: AS_OF, calendar, marks: each }));
    return { run: () => marks.map(one), one: () => oneOf(200, (pupil) => one(marks[pupil] as Mark[])) };
  },
};

function answerOf({ unauthorised, firstMet, attendance }: History): Answer {
  return {
    total: unauthorised.total,
    firstMet: firstMet && `${firstMet.date} ${firstMet.session}`,
    year: [attendance.attended, attendance.authorised, attendance.unauthorised, attendance.notPossible],
  };
}
