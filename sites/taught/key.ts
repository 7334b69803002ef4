import type { Picks } from '../profile.ts';
import { textOf } from '../text.ts';
import { findIn } from './query.ts';

const LINK_ID = /(?:pupil|student|learner|person|child)[-_]?ids?(?:=|\/|%3d)([\w-]*\d[\w-]*)/i;
const LINK_PATH = /\/(?:pupil|student|learner|child)(?:s|ren)?\/([\w-]*\d[\w-]*)/i;
const TOKEN = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[a-z\d]*\d[a-z\d]*/gi;
/** Numbers that follow each other from here or below are the lines' own, not pupils'. */
const HIGHEST_FIRST_LINE = 9;

type Ids = readonly (string | null)[];

/**
 * The pupils' numbers in what stands in one place of every line ("attendance[1031]", "/students/1031?day=20"): the one part
 * with a figure in it that is another on every line and does not merely count the lines. Null where that cannot be told.
 */
export function numbersIn(values: Ids): Ids {
  const linked = values.map(
    (value) => value && (LINK_ID.exec(value)?.[1] ?? LINK_PATH.exec(value)?.[1] ?? null),
  );
  if (linked.some(Boolean)) return linked;
  const parts = values.map((value) => value?.match(TOKEN) ?? []);
  const longest = Math.max(0, ...parts.map((list) => list.length));
  const kinds = Array.from({ length: longest }, (_, i): Ids => parts.map((list) => list[i] ?? null));
  const telling = kinds.filter(values.length === 1 ? () => true : tellApart);
  const [ids, ...others] = telling.filter((kind) => !countLines(kind));
  return ids && others.length === 0 ? ids : values.map(() => null);
}

/** Not all the same: the same number on two lines is found out later, and is a reason not to check. */
function tellApart(ids: Ids): boolean {
  const known = ids.filter((id) => id !== null);
  return new Set(known).size * 2 > known.length;
}

function countLines(ids: Ids): boolean {
  const numbers = ids.flatMap((id) => (id === null ? [] : Number(/\d+$/.exec(id)?.[0])));
  const first = numbers[0] ?? Number.NaN;
  return first <= HIGHEST_FIRST_LINE && numbers.every((number, i) => number === first + i);
}

/** What stands in that place of a line; null when nothing does, or two things. */
export function valueAt(line: Element, { selector, attribute }: Picks['key']): string | null {
  const found = selector === null ? [line] : findIn(line, selector);
  const said = found.map((each) => (attribute === null ? textOf(each) : each.getAttribute(attribute)));
  const [only = null, ...others] = new Set(said);
  return others.length === 0 ? only : null;
}

/** Whether a line also holds the number of somebody else, in the same kind of place as its own. */
export function hasOther(line: Element, { attribute }: Picks['key'], own: string, number: string): boolean {
  if (attribute === null) return false;
  const values = [...line.querySelectorAll('*')].flatMap((each) => each.getAttribute(attribute) ?? []);
  return values.some(
    (value) => shapeOf(value) === shapeOf(own) && !(value.match(TOKEN)?.includes(number) ?? false),
  );
}

const shapeOf = (value: string): string => value.replace(TOKEN, '#');
