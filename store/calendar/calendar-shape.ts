import * as v from 'valibot';
import { type IsoDate, type Session, toDay } from '../../rules/calendar/dates.ts';
import { isoDate as date } from '../shapes.ts';

/** Bounds: far above any real calendar, far below what would hold the browser up. */
const MOST_RUNS = 500;
const MOST_DAYS = 400;
const LONGEST_REASON = 500;
const MOST_YEARS = 20;

const days = { from: date, to: date };
const isRun = ({ from, to }: { from: IsoDate; to: IsoDate }): boolean =>
  from <= to && toDay(to) - toDay(from) <= MOST_DAYS;

const term = v.pipe(
  v.object(days),
  v.check((run) => isRun(run)),
);
const closure = v.pipe(
  v.object({
    ...days,
    sessions: v.picklist(['AM', 'PM', 'both'] satisfies (Session | 'both')[]),
    reason: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_REASON))),
    yearGroups: v.exactOptional(
      v.pipe(
        v.array(v.pipe(v.number(), v.integer(), v.minValue(-2), v.maxValue(14))),
        v.minLength(1),
        v.maxLength(MOST_YEARS),
      ),
    ),
  }),
  v.check((run) => isRun(run)),
);

/** Term dates, as messages carry and files hold them. */
export const calendarShape = v.object({
  terms: v.pipe(v.array(term), v.maxLength(MOST_RUNS)),
  closures: v.pipe(v.array(closure), v.maxLength(MOST_RUNS)),
});
