import { groupBy } from '../group-by.ts';
import type { Mark } from './marks.ts';
import { attributesOf, type IdPlace, lesserPlaces, otherPlaces, pupilPlaces } from './places.ts';
import { wordsOf } from './scope.ts';
import type { Line, Sheet } from './sheet.ts';

const TOKEN = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[a-z\d]*\d[a-z\d]*/gi;
/** ASP.NET numbers its repeated rows so. */
const ROW_NUMBER = /^ctl\d+$/i;
/** Numbers that follow each other from here or below are the rows' own, not pupils'. */
const HIGHEST_FIRST_ROW = 9;
const ROW_INDEX = ['aria-rowindex', 'row-index', 'data-rowindex', 'data-row-index', 'data-index'];
const ID_HEADING =
  /^(?:upn|uln|id|adno|(?:pupil|student|learner|admission|adm|person|mis|sims|arbor|bromcom|child)(?:['’]?s)?\.? ?(?:id|no|num|number|code|ref)\.?)$/i;
const ID_TEXT = /^[\w/-]*\d[\w/-]*$/;
const LONGEST = 40;

const TWO_NUMBERS = 'Some lines of this register show the numbers of two pupils.';

type Ids = readonly (string | null)[];

/** The pupils' numbers, line by line, and where they stand. */
export interface Identity {
  readonly keys: Ids;
  readonly place: string;
  /** Why they cannot be trusted, as a plain sentence; null when they can. */
  readonly fault: string | null;
}

interface Kind {
  readonly name: string;
  readonly ids: Ids;
  readonly pupils: boolean;
}

/**
 * The MIS's own number of the pupil in each line, all from one kind of place: what says that it is a pupil's first, then
 * names of fields, then whatever differs from line to line and does not count the lines. Null where a line has none.
 */
export function identify(sheet: Sheet, marks: readonly Mark[]): Identity {
  const lines = marks.map(({ line }) => line);
  const attributes = attributesOf(sheet, lines);
  const fits = ({ ids }: Kind): boolean => !countLines(sheet, lines, ids, true);
  const sure: Kind[] = [];
  for (const find of [
    () => pupilPlaces(attributes).map((place) => collect(sheet, lines, place)),
    () => headedColumns(sheet, lines),
    () => lesserPlaces.map((place) => collect(sheet, lines, place)),
  ]) {
    sure.push(...find().filter(fits));
    if (sure.some(({ ids }) => distinct(ids) === lines.length)) break;
  }
  const best = bestOf(sure);
  if (best && distinct(best.ids) === lines.length) return identityFrom(best, sure);
  const names = marks.map(({ field }): Ids => (field === null ? [] : [field]));
  const others = [...differing(sheet, lines, 'field names', names)];
  for (const place of otherPlaces(attributes)) {
    if (others.some(({ ids }) => distinct(ids) === lines.length)) break;
    others.push(...differing(sheet, lines, place.name, valuesAt(sheet, lines, place)));
  }
  const found = bestOf([...sure, ...others]);
  return found ? identityFrom(found, sure) : { keys: lines.map(() => null), place: '', fault: null };
}

/** Two places that say the same on most lines and not on one: the page is being changed, or is not understood. */
function identityFrom(best: Kind, sure: readonly Kind[]): Identity {
  const split = sure.some(({ ids }) => {
    const both = ids.flatMap((id, i) => (id !== null && best.ids[i] != null ? [id === best.ids[i]] : []));
    const alike = both.filter(Boolean).length;
    return alike < both.length && alike * 10 >= both.length * 5;
  });
  return { keys: best.ids, place: best.name, fault: split ? TWO_NUMBERS : null };
}

/** The one number in each line; null where there is none, or two. */
function collect(sheet: Sheet, lines: readonly Line[], place: IdPlace): Kind {
  const values = valuesAt(sheet, lines, place).map(
    (all) => new Set(all.filter((value) => /\d/.test(value ?? ''))),
  );
  const ids = values.map((all) => (all.size === 1 ? ([...all][0] ?? null) : null));
  return { name: place.name, ids, pupils: true };
}

/** What stands in a kind of place, line by line. */
function valuesAt(sheet: Sheet, lines: readonly Line[], { selector, read }: IdPlace): readonly Ids[] {
  const values = new Map<Line, string[]>(lines.map((line) => [line, []]));
  const add = (line: Line, element: Element): void => {
    const value = read(element);
    if (value) values.get(line)?.push(value);
  };
  const found = /^(?:a|input)\b/.test(selector) ? sheet.controls(selector) : sheet.find(selector);
  for (const { element, line } of found) add(line, element);
  for (const line of lines)
    for (const part of line.parts) if (part === sheet.root && part.matches(selector)) add(line, part);
  return lines.map((line) => values.get(line) ?? []);
}

/** A column whose heading says that it holds the pupils' numbers. */
function headedColumns(sheet: Sheet, lines: readonly Line[]): readonly Kind[] {
  return sheet.headings.flatMap((heading, column) => {
    if (!ID_HEADING.test(heading)) return [];
    const ids = lines.map(({ cells }) => {
      const cell = cells.find((one) => one.column === column);
      const text = cell ? wordsOf(sheet.scope, cell.element) : '';
      return ID_TEXT.test(text) && text.length <= LONGEST ? text : null;
    });
    return [{ name: `the column “${heading}”`, ids, pupils: true }];
  });
}

/**
 * Values that are alike but for a part with a figure in it which is another on every line. Several such parts, or several
 * such values that differ, do not tell which of them is the pupil's.
 */
function differing(
  sheet: Sheet,
  lines: readonly Line[],
  name: string,
  values: readonly Ids[],
): readonly Kind[] {
  const shaped = values.map((all) => groupBy(new Set(all.filter((value) => value !== null)), shapeOf));
  const shapes = new Set(shaped.flatMap((groups) => [...groups.keys()]));
  const lists = [...shapes].flatMap((shape) => {
    const tokens = shaped.map((groups) => {
      const [value, ...more] = groups.get(shape) ?? [];
      return value !== undefined && more.length === 0 ? tokensOf(value) : [];
    });
    const longest = Math.max(0, ...tokens.map((list) => list.length));
    if (lines.length === 1 && longest > 1) return [];
    return Array.from({ length: longest }, (_, i): Ids => tokens.map((list) => list[i] ?? null));
  });
  const telling = lists.filter((ids) => tellApart(ids) && !countLines(sheet, lines, ids));
  const kinds = [...new Map(telling.map((ids) => [ids.join('\n'), ids])).values()];
  const most = Math.max(0, ...kinds.map(distinct));
  const best = kinds.filter((ids) => distinct(ids) === most);
  return best.length === 1 ? [{ name, ids: best[0] as Ids, pupils: false }] : [];
}

const shapeOf = (value: string): string => value.replace(TOKEN, '#');

const tokensOf = (value: string): readonly string[] =>
  value.match(TOKEN)?.filter((token) => !ROW_NUMBER.test(token)) ?? [];

/** One and the same number on every line is no pupil's. */
function tellApart(ids: Ids): boolean {
  const known = ids.filter((id) => id !== null);
  return known.length > 0 && (ids.length === 1 || new Set(known).size * 2 > known.length);
}

/** Numbers without a gap from the first line on, or as far from the number of the row on every line, count the lines. */
function countLines(sheet: Sheet, lines: readonly Line[], ids: Ids, saysPupil = false): boolean {
  const numbers = ids.flatMap((id) => (id === null ? [] : Number(/\d+$/.exec(id)?.[0] ?? Number.NaN)));
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  const gapless =
    numbers.length > 0 && most - least === numbers.length - 1 && new Set(numbers).size === numbers.length;
  if (!gapless) return false;
  if (least <= HIGHEST_FIRST_ROW) return true;
  const index = ROW_INDEX.find((name) => lines.every(({ parts: [part] }) => part?.hasAttribute(name)));
  if (!index) return sheet.linesInAll !== null && !saysPupil;
  return lines.every(({ parts: [part] }, i) => {
    const number = Number(/\d+$/.exec(ids[i] ?? '')?.[0] ?? Number.NaN);
    return Math.abs(number - Number(part?.getAttribute(index))) <= HIGHEST_FIRST_ROW;
  });
}

const distinct = (ids: Ids): number => new Set(ids.filter((id) => id !== null)).size;

/** The kind that tells most pupils apart; of equals, the first. */
function bestOf(kinds: readonly Kind[]): Kind | undefined {
  const most = Math.max(0, ...kinds.map(({ ids }) => distinct(ids)));
  return most === 0 ? undefined : kinds.find(({ ids }) => distinct(ids) === most && tellApart(ids));
}
