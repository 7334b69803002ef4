import { scopeOf } from '../generic/scope.ts';
import type { Picks } from '../profile.ts';
import { textOf } from '../text.ts';
import { hasOther, numbersIn, valueAt } from './key.ts';
import { marksIn, type ShownMark } from './mark-in.ts';
import { findAll, findIn } from './query.ts';

/** What keeps one line from being understood. */
export type Fault = 'no-name' | 'two-names' | 'no-mark' | 'no-number' | 'same-number' | 'two-numbers';

/** One pupil's line as the picks read it. */
export interface TaughtLine {
  readonly line: Element;
  readonly name: string | null;
  /** The element of the name; the line itself where there is none. */
  readonly anchor: Element;
  readonly mark: ShownMark | null;
  readonly number: string | null;
  readonly fault: Fault | null;
}

/** The lines of a register. */
export interface TaughtLines {
  readonly lines: readonly TaughtLine[];
  /** Why the marks cannot be told, as a plain sentence; null when they can. */
  readonly fault: string | null;
}

/** Every line of a page by its picks. What holds neither name nor mark is no pupil's line. Throws as `findAll` does. */
export function linesBy(document: Document, picks: Picks): TaughtLines {
  const all = findAll(scopeOf(document), picks.line).map((line) => {
    const names = picks.name === null ? [] : findIn(line, picks.name);
    return { line, names, found: findIn(line, picks.mark), place: valueAt(line, picks.key) };
  });
  const held = shown(all.filter(({ names, found }) => names.some(hasText) || found.length > 0));
  const numbers = numbersIn(held.map(({ place }) => place));
  const { marks, fault } = marksIn(held.map(({ found }) => found));
  const lines = held.map(({ line, names, place }, i): TaughtLine => {
    const mark = marks[i] ?? null;
    const number = numbers[i] ?? null;
    const [anchor = line] = names;
    const name = anchor === line ? null : textOf(anchor) || null;
    const same = number !== null && numbers.indexOf(number) !== numbers.lastIndexOf(number);
    const wantsName = picks.name !== null;
    const two = number !== null && place !== null && hasOther(line, picks.key, place, number);
    return {
      line,
      name,
      anchor,
      mark,
      number,
      fault: faultOf({ names, name, mark, number, same, two, wantsName }),
    };
  });
  return { lines, fault };
}

/** Lines that are on the screen, where some are: a page keeps patterns of lines, and whole registers, out of sight. */
function shown<T extends { readonly line: Element }>(lines: readonly T[]): readonly T[] {
  const visible = lines.filter(({ line }) => line.checkVisibility());
  return visible.length > 0 ? visible : lines;
}

function faultOf(told: {
  names: readonly Element[];
  name: string | null;
  mark: ShownMark | null;
  number: string | null;
  same: boolean;
  two: boolean;
  wantsName: boolean;
}): Fault | null {
  if (told.names.length > 1) return 'two-names';
  if (told.wantsName && told.name === null) return 'no-name';
  if (!told.mark) return 'no-mark';
  if (told.number === null) return 'no-number';
  if (told.two) return 'two-numbers';
  return told.same ? 'same-number' : null;
}

const hasText = (element: Element): boolean => textOf(element) !== '';
