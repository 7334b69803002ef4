import { groupBy } from '../group-by.ts';
import { readLabel } from '../label.ts';
import { plainLetters } from '../plain-letters.ts';
import { parentAcross, type Scope, shownText, wordsOf } from './scope.ts';
import type { Cell, Line, Sheet } from './sheet.ts';

const ROW_HEADING = 'th[scope=row], [role=rowheader]';
const NAME_HEADING = /\b(?:name|pupils?|students?|learners?|child(?:ren)?)\b/i;
const SURNAME = /^(?:legal |preferred )?(?:surname|last name|family name)$/i;
const FORENAME = /^(?:legal |preferred )?(?:forename|first name|given name)s?$/i;
const OTHER_HEADING =
  /\b(?:id|no|number|upn|photo|picture|notes?|comments?|reasons?|tutor|teacher|group|class|year|count|present|absent)\b/i;
const NAME = /^(?=.{4,60}$)[A-Z][A-Za-z'’.-]+(?:,? +[A-Za-z('’.-][A-Za-z'’.)-]*)+(?: *\(.*\))?$/;
const NO_NAME =
  /^(?:mr|mrs|miss|ms|mx|dr|rev|year|set|group|class|form|mark|all|total|no|please|select|choose|present|absent|late|register|loading)\b/i;
/** Of so few lines all may well be of one name. */
const FEWEST = 3;
const PART = 'p, div, small, h1, h2, h3, h4, h5, h6, dt, li';
const SAMPLE = 20;

/** Whose line it is, and where that stands. */
export interface Name {
  /** As shown; null when nothing in the line looks like a name. */
  readonly name: string | null;
  readonly anchor: Element;
}

/** Whether a text is like the name of a pupil. */
export function isName(text: string): boolean {
  return NAME.test(plainLetters(text)) && !NO_NAME.test(plainLetters(text)) && !readLabel(text, 'AM')?.known;
}

/** Finds the column of names once, then reads it line by line. */
export function nameReader(sheet: Sheet, lines: readonly Line[], markColumn: number): (line: Line) => Name {
  const sample = lines.slice(0, SAMPLE);
  const [column, second] = nameColumns(sheet, sample, markColumn);
  const split = column === undefined ? splitColumn(sheet, sample) : null;
  return (line) => {
    const part = split === null ? undefined : line.cells.find((one) => one.column === split);
    const around = part && parentAcross(part.element);
    if (around) return { name: wordsOf(sheet.scope, around) || null, anchor: around };
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
  const own = (link && wordsOf(scope, link)) || nameAmong([...element.querySelectorAll(PART)], scope);
  return own || wordsOf(scope, element) || shownText(scope, element) || null;
}

/** On cards: the first part of a name that is written in several, each of which is no name by itself. */
function splitColumn({ scope }: Sheet, sample: readonly Line[]): number | null {
  const around = (line: Line, { element }: Cell): string => {
    const block = parentAcross(element);
    return block && !line.parts.includes(block) ? wordsOf(scope, block) : '';
  };
  const found = groupBy(
    sample.flatMap((line) => line.cells.map((cell) => ({ column: cell.column, text: around(line, cell) }))),
    ({ column }) => column,
  );
  const [likely] = [...found].filter(([, list]) => {
    const names = list.map(({ text }) => text).filter(isName);
    return areOfMost(names, sample);
  });
  return likely?.[0] ?? null;
}

/** Whether nearly every line has a name here, and not all the same one: what a button says is alike on all. */
function areOfMost(names: readonly string[], sample: readonly Line[]): boolean {
  return names.length * 10 >= sample.length * 7 && (sample.length < FEWEST || new Set(names).size > 1);
}

/** Where a cell holds more than the name, under it or beside it, each in a block of its own, the first that is like a name. */
function nameAmong(parts: readonly Element[], scope: Scope): string | null {
  return parts.map((part) => wordsOf(scope, part)).find(isName) ?? null;
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
    .filter(({ names }) => areOfMost(names, sample))
    .map(({ column, names }) => ({ column, different: new Set(names).size }))
    .sort((one, other) => other.different - one.different)
    .map(({ column }) => column);
  const titled = sheet.headings.flatMap((text, column) =>
    NAME_HEADING.test(text) && !OTHER_HEADING.test(text) && column !== markColumn ? [column] : [],
  );
  const best = titled.find((column) => likely.includes(column)) ?? likely[0] ?? titled[0];
  return best === undefined ? [] : [best];
}
