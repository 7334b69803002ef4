import { filled, minutesIn } from '../text.ts';
import { cellAround, columnOf, type Grid } from './grid.ts';

const MINUTES = /(?<![a-z])min(?:ute)?s?(?![a-z])|min(?:ute)?s?[-_ ]?late/i;
const NOTE = /note|comment|reason|remark/i;

/** What stands beside a mark. */
export interface Extras {
  readonly minutesLate: number | null;
  readonly note: string | null;
}

/** Finds the fields for minutes and notes once, by their name, label or column heading, then reads them by row. */
export function extrasReader(grid: Grid): (row: Element) => Extras {
  const minutes = new Map<Element, Element>();
  const notes = new Map<Element, Element>();
  for (const field of grid.element.querySelectorAll('input:not([type=radio], [type=hidden]), textarea')) {
    const cell = cellAround(grid, field);
    const row = cell?.parentElement;
    if (!(cell && row)) continue;
    const said = `${field.getAttribute('name')} ${field.getAttribute('aria-label')} ${grid.headings[columnOf(cell)]}`;
    if (MINUTES.test(said)) minutes.set(row, field);
    else if (NOTE.test(said)) notes.set(row, field);
  }
  return (row) => ({
    minutesLate: minutesIn(filled(minutes.get(row) ?? null)),
    note: filled(notes.get(row) ?? null),
  });
}
