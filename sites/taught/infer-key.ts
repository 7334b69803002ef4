import type { Picks } from '../profile.ts';
import { textOf } from '../text.ts';
import { headingOf } from './heading.ts';
import { numbersIn, valueAt } from './key.ts';
import { partSelectors } from './parts.ts';
import { findIn } from './query.ts';

type Key = Picks['key'];
interface Candidate {
  readonly key: Key;
  /** Less is likelier to be the pupil's own number. */
  readonly rank: number;
}

const PUPIL = /pupil|student|learner|child|person|upn|adno|admission/i;
/** Attributes that count, measure or date a line, and those that change with a mark. */
const NOT_A_NUMBER =
  /index|order|pos|colspan|rowspan|row-?num|level|count|time|date|height|width|style|size|max|min|version|rev|class|value$|checked|title|aria-|src|^on/i;
const NUMBER_HEADING = /\b(?:upn|adm\w*|number|no|id|ref\w*)\b/i;
const NUMBER = /^\W*[a-z]{0,2}\d{3,}\w*\W*$/i;
const FIELD = 'input, select, textarea';

/** Where every line's pupil number stands, unlike on every line; null when no place holds one. `mark` is the mark's selector. */
export function inferKey(lines: readonly Element[], mark: string): Key | null {
  const [sample] = lines;
  if (!sample) return null;
  const candidates = [...ofLine(sample), ...ofFields(sample, mark), ...ofParts(sample)];
  return firstThatTells(
    lines,
    [...candidates].sort((a, b) => a.rank - b.rank).map(({ key }) => key),
  );
}

/** The same for a number that somebody pointed at in one of the lines. */
export function keyAt(lines: readonly Element[], pointed: Element): Key | null {
  const line = lines.find((each) => each.contains(pointed));
  if (!line) return null;
  const selectors = partSelectors(line, [pointed]);
  const attributes = [null, ...[...pointed.attributes].map(({ name }) => name).filter(mayName)];
  return firstThatTells(
    lines,
    attributes.flatMap((attribute) => selectors.map((selector) => ({ selector, attribute }))),
  );
}

/** Whether one place tells the lines apart. Some may lack a number: a row of totals is found out by that. */
export function tells(lines: readonly Element[], key: Key): boolean {
  const numbers = numbersIn(lines.map((line) => valueAt(line, key))).filter((number) => number !== null);
  return numbers.length * 3 >= lines.length * 2 && new Set(numbers).size === numbers.length;
}

function firstThatTells(lines: readonly Element[], keys: readonly Key[]): Key | null {
  return keys.find((key) => tells(lines, key)) ?? null;
}

const mayName = (name: string): boolean => /^[a-z_][\w.:-]*$/i.test(name) && !NOT_A_NUMBER.test(name);

function ofLine(line: Element): readonly Candidate[] {
  return numbered(line).map((attribute) => ({ key: { selector: null, attribute }, rank: rankOf(attribute) }));
}

function ofFields(line: Element, mark: string): readonly Candidate[] {
  const field = findIn(line, mark).find((each) => each.matches(FIELD));
  return ['name', 'id']
    .filter((attribute) => /\d/.test(field?.getAttribute(attribute) ?? ''))
    .map((attribute, i) => ({ key: { selector: mark, attribute }, rank: 3 + i }));
}

function ofParts(line: Element): readonly Candidate[] {
  return [...line.querySelectorAll('*')].flatMap((part) => {
    const text = part.childElementCount === 0 && NUMBER.test(textOf(part));
    const attributes = part.matches('input[type=hidden]') ? ['value'] : numbered(part);
    const said: readonly (string | null)[] = [...attributes, ...(text ? [null] : [])];
    if (said.length === 0) return [];
    const named = attributes.includes('value') ? [`input[type=hidden][name*="${nameStart(part)}"]`] : [];
    const selectors = [...named, ...partSelectors(line, [part])];
    return said.flatMap((attribute) =>
      selectors.map((selector) => ({ key: { selector, attribute }, rank: rankIn(part, attribute) })),
    );
  });
}

const nameStart = (field: Element): string => /^[a-z_-]+/i.exec(field.getAttribute('name') ?? '')?.[0] ?? ' ';

/** A photograph may be filed by pupil. */
const isPhotograph = (element: Element, name: string): boolean =>
  name === 'src' && element.localName === 'img';

const numbered = (element: Element): readonly string[] =>
  [...element.attributes]
    .filter(({ name, value }) => (mayName(name) || isPhotograph(element, name)) && /\d/.test(value))
    .map(({ name }) => name);

function rankIn(part: Element, attribute: string | null): number {
  if (attribute === null) return NUMBER_HEADING.test(headingOf(part)) ? 6 : 7;
  if (attribute === 'value') return PUPIL.test(part.getAttribute('name') ?? '') ? 2 : 9;
  return rankOf(attribute, part.getAttribute(attribute) ?? '');
}

function rankOf(attribute: string, value = ''): number {
  if (PUPIL.test(attribute)) return 0;
  if (attribute === 'src') return 9;
  if (attribute === 'href') return PUPIL.test(value) ? 1 : 8;
  if (attribute === 'id' || attribute === 'for' || attribute === 'name') return PUPIL.test(value) ? 3.5 : 9;
  return 5;
}
