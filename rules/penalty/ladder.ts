import { fromDay, type IsoDate, parseIsoDate, toDay } from '../calendar/dates.ts';
import { longDate } from '../calendar/show.ts';
import { type Amounts, BEFORE_2024, FIRST, FRAMEWORK_FROM, SECOND, showAmounts } from './amounts.ts';
import { counts, type NoticeLog } from './notices.ts';

/** Where a parent stands for one pupil, as information for those who decide. It never says that a notice is called for. */
export interface Ladder {
  /** Which notice the next would be; `third` is one that cannot be given, and `before-2024` is under the older rules. */
  readonly next: 'first' | 'second' | 'third' | 'before-2024';
  /** What it would ask for; null where there would be none. */
  readonly amounts: Amounts | null;
  /** The three years that run from the first of the notices that count; null where none does. */
  readonly window: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** Dates of the notices that count, oldest first. */
  readonly counted: readonly IsoDate[];
  /** A plain sentence with the dates. */
  readonly why: string;
  readonly source: string;
}

const FRAMEWORK =
  'National framework for penalty notices (Working together to improve school attendance; SI 2007/1867 as amended by SI 2024/210).';
const OLDER = 'SI 2007/1867 as it stood until 18 August 2024.';

/**
 * Which rung a notice for absences up to `onDay` would be. Counts the notices of the three years up to that day, from
 * 19 August 2024 on: none makes it the first, one the second, two mean that none can be given and other action is
 * considered. The third anniversary itself is read as still inside the three years.
 */
export function ladder(log: NoticeLog, onDay: IsoDate): Ladder {
  if (onDay < FRAMEWORK_FROM)
    return {
      next: 'before-2024',
      amounts: BEFORE_2024,
      window: null,
      counted: [],
      why: `Before ${longDate(FRAMEWORK_FROM)} a notice was ${showAmounts(BEFORE_2024)}, and the number of notices was set by each local authority’s own code.`,
      source: OLDER,
    };
  const counted = log.notices
    .filter((notice) => counts(notice) && notice.dated >= FRAMEWORK_FROM && notice.dated <= onDay)
    .map(({ dated }) => dated)
    .filter((dated) => thirdAnniversary(dated) >= onDay)
    .sort();
  const first = counted[0];
  if (first === undefined)
    return {
      next: 'first',
      amounts: FIRST,
      window: null,
      counted,
      why: `No notice that counts is logged in the three years to ${longDate(onDay)}. A first notice is ${showAmounts(FIRST)}.`,
      source: FRAMEWORK,
    };
  const window = { from: first, to: thirdAnniversary(first) };
  const years = `the three years from ${longDate(window.from)} to ${longDate(window.to)}`;
  const edge = onDay === window.to ? ' This is the last day of those years, as they are read here.' : '';
  if (counted.length === 1)
    return {
      next: 'second',
      amounts: SECOND,
      window,
      counted,
      why: `One notice counts in ${years}. A second within them is ${showAmounts(SECOND)}.${edge}`,
      source: FRAMEWORK,
    };
  return {
    next: 'third',
    amounts: null,
    window,
    counted,
    why: `${counted.length} notices count in ${years}. There is no third within them: other action is considered, which may be prosecution or another of the attendance measures.${edge}`,
    source: FRAMEWORK,
  };
}

/** The same day three years on; from 29 February, the 28th where that year has no 29th. */
export function thirdAnniversary(date: IsoDate): IsoDate {
  const year = Number(date.slice(0, 4)) + 3;
  return parseIsoDate(`${year}${date.slice(4)}`) ?? fromDay(toDay(`${year}-03-01` as IsoDate) - 1);
}
