import { filled, minutesIn } from '../text.ts';
import { headingOf, type Line, type Sheet } from './sheet.ts';

const MINUTES = /(?<![a-z])min(?:ute)?s?(?![a-z])|min(?:ute)?s?[-_ ]?late/i;
const NOTE = /note|comment|reason|remark/i;
const FIELD = 'input:not([type=radio], [type=checkbox], [type=hidden]), textarea';

/** What stands beside a mark. */
export interface Extras {
  readonly minutesLate: number | null;
  readonly note: string | null;
}

/** Finds the fields for minutes and notes once, by their name, label or column heading, then reads them by line. */
export function extrasReader(sheet: Sheet): (line: Line) => Extras {
  const minutes = new Map<Line, Element>();
  const notes = new Map<Line, Element>();
  for (const { element, line, cell } of sheet.controls(FIELD)) {
    const own = ['name', 'aria-label', 'placeholder', 'title'].map(
      (name) => element.getAttribute(name) ?? '',
    );
    const said = [...own, headingOf(sheet, cell)].join(' ');
    if (MINUTES.test(said)) minutes.set(line, element);
    else if (NOTE.test(said)) notes.set(line, element);
  }
  return (line) => ({
    minutesLate: minutesIn(filled(minutes.get(line) ?? null)),
    note: filled(notes.get(line) ?? null),
  });
}
