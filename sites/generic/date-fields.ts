import { isoDay, monthNumber } from '../day-shapes.ts';
import { plainLetters } from '../plain-letters.ts';
import { collapse, textOf } from '../text.ts';
import { closeTo, foundIn, type Level } from './above.ts';
import type { Saying } from './sayings.ts';

const FIELD =
  'input[type=date], input[type=datetime-local], input[type=text], input:not([type]), input[type=hidden]';
const PART = `select, ${FIELD}, input[type=number]`;
const OTHER_DAY =
  /^(?:birth|dob|born|start|end|from|to|until|till|since|min|max|first|last|today|now|due|deadline|review|follow|return|expect|expir|admi|join|leav|left|updat|creat|modif|print|sav|sent|version|report|search|filter|entry|enrol|issue|trip|event|meeting)/;
const NAMED_DATE = /date$|^day$/;

/** The days in fields before the register, each as a text: dates, and dates in three parts. Fields for other days are left out. */
export function dateFieldsIn(
  levels: readonly Level[],
  isShown: (element: Element) => boolean,
): readonly Saying[] {
  const close = new Set(closeTo(levels));
  return levels.flatMap((level) => {
    const counts = (element: Element) => close.has(level) || isShown(element);
    const fields = (foundIn(level, FIELD) as readonly HTMLInputElement[]).filter(
      (field) => counts(field) && isOfTheDay(field) && (field.type !== 'hidden' || close.has(level)),
    );
    const parts = foundIn(level, PART).filter(counts).map(partOf);
    return [...fields.flatMap(valuesOf), ...inThreeParts(parts)].map((text) => ({ text, own: level.own }));
  });
}

/** Days in the data of the register and the blocks around it: `data-date`. */
export function dataDatesOf(levels: readonly Level[]): readonly Saying[] {
  return [...new Set(levels.map(({ around }) => around))].flatMap((element) =>
    [...element.attributes]
      .filter(({ name }) => name.startsWith('data-') && isNamedDate(tokens(name.slice('data-'.length))))
      .map(({ value }) => ({ text: value, own: true })),
  );
}

/** What a field holds, with what the page was sent with where that is another: the register may still be of that day. */
function valuesOf(field: HTMLInputElement): readonly string[] {
  const values =
    field.getAttribute('value') && field.type !== 'hidden'
      ? [field.value, field.defaultValue]
      : [field.value];
  return [...new Set(values)].map(collapse).filter((value) => value !== '');
}

function isOfTheDay(field: HTMLInputElement): boolean {
  const said = [...(field.labels ?? [])].map(textOf).join(' ') || field.getAttribute('aria-label') || '';
  const words = tokens(`${said} ${field.name} ${field.id}`);
  return field.type === 'hidden' ? isNamedDate(words) : !words.some((word) => OTHER_DAY.test(word));
}

const isNamedDate = (words: readonly string[]): boolean =>
  words.some((word) => NAMED_DATE.test(word)) && !words.some((word) => OTHER_DAY.test(word));

const tokens = (text: string): readonly string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

/** What part of a date a control holds, as it is and as the page was sent. */
interface Part {
  readonly kind: 'year' | 'month' | 'day';
  readonly now: number;
  readonly sent: number;
}

function partOf(element: Element): Part | null {
  return element.localName === 'select'
    ? partOfSelect(element as HTMLSelectElement)
    : partOfField(element as HTMLInputElement);
}

function partOfSelect(select: HTMLSelectElement): Part | null {
  const texts = [...select.options].map(({ text }) => collapse(text));
  const numbers = texts.filter((text) => /^\d{1,4}$/.test(text)).map(Number);
  const months = texts.filter((text) => monthNumber(text) > 0 && /^[A-Za-z]+\.?$/.test(plainLetters(text)));
  const kind =
    months.length === 12 || isRun(numbers, 12, 12)
      ? 'month'
      : isRun(numbers, 28, 31)
        ? 'day'
        : numbers.length > 0 && numbers.every((n) => n > 1999 && n < 2100)
          ? 'year'
          : null;
  const chosen = select.selectedOptions[0];
  const sent = [...select.options].findLast((option) => option.defaultSelected) ?? chosen;
  if (kind === null || !chosen || !sent) return null;
  const value = ({ text }: HTMLOptionElement) => Number(collapse(text)) || monthNumber(collapse(text));
  return { kind, now: value(chosen), sent: value(sent) };
}

function partOfField({ name, id, value, type }: HTMLInputElement): Part | null {
  const words = tokens(name || id);
  const kind = (['year', 'month', 'day'] as const).find((each) => words.includes(each));
  if (!kind || !/^\d{1,4}$/.test(value) || type === 'date') return null;
  return { kind, now: Number(value), sent: Number(value) };
}

const isRun = (numbers: readonly number[], least: number, most: number): boolean =>
  numbers.length >= least && numbers.length <= most && numbers.every((n, i) => n === i + 1);

/** Three controls side by side for the day, the month and the year, in any order. */
function inThreeParts(parts: readonly (Part | null)[]): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i + 2 < parts.length; i++) {
    const three = parts.slice(i, i + 3);
    const of = (kind: Part['kind']) => three.find((part) => part?.kind === kind);
    const [year, month, day] = [of('year'), of('month'), of('day')];
    if (!(year && month && day)) continue;
    for (const when of ['now', 'sent'] as const) found.push(isoDay(year[when], month[when], day[when]) ?? '');
    i += 2;
  }
  return [...new Set(found)].filter((text) => text !== '');
}
