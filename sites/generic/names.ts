import { groupBy } from '../group-by.ts';
import { readLabel } from '../label.ts';
import { shownText, wordsOf } from './scope.ts';
import type { Cell, Line, Sheet } from './sheet.ts';

const ROW_HEADING = 'th[scope=row], [role=rowheader]';
const NAME_HEADING = /\b(?:name|pupils?|students?|learners?|child(?:ren)?)\b/i;
const SURNAME = /^(?:legal |preferred )?(?:surname|last name|family name)$/i;
const FORENAME = /^(?:legal |preferred )?(?:forename|first name|given name)s?$/i;
const OTHER_HEADING =
  /\b(?:id|no|number|upn|photo|picture|notes?|comments?|reasons?|tutor|teacher|group|class|year|count|present|absent)\b/i;
const NAME = /^(?=.{4,60}$)\p{Lu}[\p{L}'’.-]+(?:,? +[\p{L}('’.-][\p{L}'’.)-]*)+(?: *\(.*\))?$/u;
const NO_NAME =
  /^(?:mr|mrs|miss|ms|mx|dr|rev|year|set|group|class|form|mark|all|total|no|please|select|choose|present|absent|late|register|loading)\b/i;
const SAMPLE = 20;

/** Whose line it is, and where that stands. */
export interface Name {
  /** As shown; null when nothing in the line looks like a name. */
  readonly name: string | null;
  readonly anchor: Element;
}

/** Whether a text is like the name of a pupil. */
export function isName(text: string): boolean {
  return NAME.test(text) && !NO_NAME.test(text) && !readLabel(text, 'AM')?.known;
}

/** Finds the column of names once, then reads it line by line. */
export function nameReader(sheet: Sheet, lines: readonly Line[], markColumn: number): (line: Line) => Name {
  const [column, second] = nameColumns(sheet, lines.slice(0, SAMPLE), markColumn);
  return (line) => {
    const cell = line.cells.find((one) => one.column === column);
    const other = line.cells.find((one) => one.column === second);
    const words = [cell, other].flatMap((one) => (one ? (wordsIn(sheet, one) ?? []) : []));
    return {
      name: words.join(', ') || null,
      anchor: cell?.element ?? line.cells[0]?.element ?? anchorOf(line),
    };
  };
}

const anchorOf = (line: Line): Element => line.parts[0] as Element;

function wordsIn(sheet: Sheet, { element }: Cell): string | null {
  const link = element.querySelector('a');
  const { scope } = sheet;
  return (link && wordsOf(scope, link)) || wordsOf(scope, element) || shownText(scope, element) || null;
}

/** One column, or those of the surname and the forename. */
function nameColumns(sheet: Sheet, sample: readonly Line[], markColumn: number): readonly number[] {
  const cells = sample.flatMap((line) => line.cells);
  const surname = sheet.headings.findIndex((text) => SURNAME.test(text));
  const forename = sheet.headings.findIndex((text) => FORENAME.test(text));
  if (surname >= 0 && forename >= 0) return [surname, forename];
  const heading = cells.find(({ element, column }) => column !== markColumn && element.matches(ROW_HEADING));
  if (heading) return [heading.column];
  // Of two columns of names the one in which they differ is the pupils', and the other a tutor's.
  const likely = [...groupBy(cells, ({ column }) => column)]
    .filter(([column]) => column !== markColumn)
    .map(([column, list]) => ({
      column,
      names: list.map((cell) => wordsIn(sheet, cell) ?? '').filter(isName),
    }))
    .filter(({ names }) => names.length * 10 >= sample.length * 7)
    .map(({ column, names }) => ({ column, different: new Set(names).size }))
    .sort((one, other) => other.different - one.different)
    .map(({ column }) => column);
  const titled = sheet.headings.flatMap((text, column) =>
    NAME_HEADING.test(text) && !OTHER_HEADING.test(text) && column !== markColumn ? [column] : [],
  );
  const best = titled.find((column) => likely.includes(column)) ?? likely[0] ?? titled[0];
  return best === undefined ? [] : [best];
}
