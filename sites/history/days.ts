import { type IsoDate, parseIsoDate } from '../../rules/calendar/dates.ts';
import { datesIn, isoDay } from '../day.ts';
import { filled, textOf } from '../text.ts';

/** The first and the last day a page was asked for. */
interface Range {
  readonly from: string;
  readonly to: string;
}

/** The columns of a history, by what stands above them. */
export interface Columns {
  /** The day of a column of marks, by its number. */
  readonly days: ReadonlyMap<number, IsoDate>;
  /** Columns headed by a day that cannot be told. */
  readonly untold: ReadonlySet<number>;
  readonly count: number;
  /** One heading a column, each day once, the earlier first, as these systems list them: else cells may have come apart from them. */
  readonly inOrder: boolean;
}

/**
 * The days above the columns. One without a year is the only such day that the page was asked for; where the page does not
 * say what it was asked for, a day of the week settles it.
 */
export function columnsOf(headings: HTMLTableRowElement, form: HTMLFormElement, today: IsoDate): Columns {
  const range = rangeOf(form);
  const days = new Map<number, IsoDate>();
  const untold = new Set<number>();
  for (const heading of headings.cells) {
    const found = datesIn(textOf(heading), range ? {} : { today });
    if (found.length === 0) continue;
    const day = found.length === 1 ? onlyDay(found[0] ?? [], range) : null;
    if (day) days.set(heading.cellIndex, day);
    else untold.add(heading.cellIndex);
  }
  const told = [...days.values()];
  const inOrder =
    [...headings.cells].every(({ colSpan }) => colSpan === 1) &&
    told.every((day, i) => i === 0 || day > (told[i - 1] as IsoDate));
  return { days, untold, count: headings.cells.length, inOrder };
}

/** Whether a heading names a day, told or not. */
export function namesDay(heading: Element): boolean {
  return datesIn(textOf(heading)).length > 0;
}

function onlyDay(days: readonly string[], range: Range | null): IsoDate | null {
  const possible = range ? days.filter((day) => day >= range.from && day <= range.to) : days;
  const [day, ...others] = possible;
  return day !== undefined && others.length === 0 ? parseIsoDate(day) : null;
}

function rangeOf(form: HTMLFormElement): Range | null {
  const day = (end: 'start' | 'end') => {
    const part = (name: string) =>
      Number(filled(form.querySelector(`[name="${name}_${end}"]`)) ?? Number.NaN);
    return isoDay(part('year'), part('month'), part('day'));
  };
  const [from, to] = [day('start'), day('end')];
  return from === null || to === null ? null : { from, to };
}
