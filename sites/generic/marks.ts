import type { MarkKind } from '../contract.ts';
import { sessionIn } from '../session.ts';
import { choiceColumns } from './mark-choices.ts';
import { fieldColumns } from './mark-fields.ts';
import { selectColumns } from './mark-selects.ts';
import { headedColumn, textColumns } from './mark-texts.ts';
import { tickColumns } from './mark-ticks.ts';
import type { Line, Sheet } from './sheet.ts';
import type { Words } from './words.ts';

/** One mark in one line, by whatever control, text or sign it is shown. */
export interface Mark {
  readonly line: Line;
  /** The label of what is chosen, as shown; blank when nothing is. */
  readonly label: string;
  /** The control or cell a finding is about. */
  readonly element: Element;
  /** The control's field name; null for text. */
  readonly field: string | null;
}

/** Marks that stand in the same place of their lines. */
export interface MarkColumn {
  readonly kind: MarkKind;
  /** The number of the column; of several, the first. -1 where the page has no columns. */
  readonly column: number;
  /** What is written above it. */
  readonly heading: string;
  readonly marks: readonly Mark[];
  /** Labels that could be chosen; null where the page does not list them. */
  readonly vocabulary: readonly string[] | null;
  /** Why the marks cannot be told, as a plain sentence; null when they can. */
  readonly fault: string | null;
}

/** A way of showing marks. Gives every column that holds marks in this way. */
export type Finder = (sheet: Sheet, words: Words) => readonly MarkColumn[];

const FINDERS: readonly Finder[] = [selectColumns, choiceColumns, tickColumns, fieldColumns, textColumns];

/** The heading of a column of another time, or of no one session. */
export const NOT_NOW =
  /\b(?:yesterday|last|previous|prev|prior|earlier|history|totals?|per ?cent(?:age)?|so far)\b|%/i;
const TELLING = 2;

/** What a sheet shows of marks: one column of them, several that cannot be told apart, or none. */
export type MarksOfSheet = { readonly one: MarkColumn } | { readonly several: readonly MarkColumn[] } | null;

/** The marks of a sheet. */
export function marksIn(sheet: Sheet, words: Words): MarksOfSheet {
  const all = FINDERS.flatMap((find) => find(sheet, words)).filter(({ heading }) => !NOT_NOW.test(heading));
  const own = all.filter((column, i) => !all.slice(0, i).some((other) => isSame(other, column)));
  const [first, ...others] = own;
  if (!first) {
    const [headed] = headedColumn(sheet, words);
    return headed && !NOT_NOW.test(headed.heading) ? { one: headed } : null;
  }
  const many = own.find((column) => new Set(column.marks.map(({ line }) => line)).size < column.marks.length);
  if (many) return { several: [many] };
  if (others.length === 0) return { one: first };
  const taken = own.filter(({ kind }) => kind !== 'text' && kind !== 'icon');
  const [only] = taken;
  if (only && taken.length === 1 && own.every((column) => column === only || areApart(only, column)))
    return { one: only };
  return { several: own };
}

/** The column of a control, that is to be filled, and one of text that is headed as the other half of the day. */
function areApart(taken: MarkColumn, shown: MarkColumn): boolean {
  const [a, b] = [sessionIn(taken.heading), sessionIn(shown.heading)];
  return a !== null && b !== null && a !== b;
}

/** The same control found in two ways, or the same mark shown twice: on every line alike, and not alike on all. */
function isSame(one: MarkColumn, other: MarkColumn): boolean {
  if (one.column === other.column && one.column >= 0) return true;
  const elements = new Set(one.marks.map(({ element }) => element));
  if (other.marks.every(({ element }) => elements.has(element))) return true;
  if (other.kind !== 'text' && other.kind !== 'icon') return false;
  const labels = new Map(one.marks.map(({ line, label }) => [line, label]));
  const kinds = new Set(other.marks.map(({ label }) => label));
  return kinds.size >= TELLING && other.marks.every(({ line, label }) => labels.get(line) === label);
}
