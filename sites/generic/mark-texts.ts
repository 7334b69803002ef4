import { groupBy } from '../group-by.ts';
import { collapse } from '../text.ts';
import { iconLabel } from './icon.ts';
import type { Finder, Mark, MarkColumn } from './marks.ts';
import { isNamedAttendance } from './named.ts';
import { isName } from './names.ts';
import { shownText, wordsOf } from './scope.ts';
import { type Cell, headingOver, type Line, type Sheet } from './sheet.ts';
import type { Words } from './words.ts';

/** Lines that decide which columns hold marks. */
const SAMPLE = 60;
const CODE_LENGTH = 2;
const CONTROL = 'input:not([type=hidden]), select, textarea';
const LIST = '[role=combobox], [aria-haspopup=listbox], [aria-haspopup=menu], [aria-haspopup=true]';
const CHOICE = 'button, label, [role=button], [role=radio], [role=option], [role=tab], select, option';
/** How the column of the marks is headed. */
export const MARK_HEADING =
  /^(?:(?:am|pm|morning|afternoon|attendance|register|registration|roll ?call|session|today(?:['’]s)?)[\s:]*)*(?:marks?|codes?|attendance|status|am|pm|a\.m\.|p\.m\.)$/i;
const SHARE = /^\d{1,3}(?:[.,]\d+)? ?%$/;
const TOTAL = /^(?:sub-?|grand )?totals?\b|^(?:number|no\.?|all) (?:of |pupils )?(?:present|absent|late)/i;

interface Shown {
  readonly line: Line;
  readonly cell: Cell;
  readonly label: string;
  readonly kind: 'text' | 'icon' | 'drop-down';
}

/**
 * Marks shown as text or signs: a column of codes with pupils present among them, not a list of each code once. One cell
 * of it may be a field at the moment, and some keep a list of codes behind their text.
 */
export const textColumns: Finder = (sheet, words) => {
  const lines = sheet.lines.filter((line) => !isTotal(sheet, line));
  const sample = lines.slice(0, SAMPLE).flatMap((line) => line.cells.map((cell) => ({ line, cell })));
  const columns = [...groupBy(sample, ({ cell }) => cell.column)]
    .filter(([, cells]) => mayHold(cells.map(({ cell }) => cell)))
    .filter(([, cells]) =>
      holdsMarks(
        sheet,
        cells.map(({ line, cell }) => shownIn(sheet, line, cell)),
        words,
      ),
    )
    .map(([column]) => column);
  return columns.map((column) => columnFrom(sheet, lines, column));
};

/**
 * Before the first marks are made, or with few lines to go by: the one column that is headed as that of the marks, on a page
 * that is named for attendance, with nothing in it but codes.
 */
export const headedColumn: Finder = (sheet, words) =>
  isNamedAttendance(sheet.scope, sheet.root) ? headedIn(sheet, words) : [];

/** The same where it is known otherwise that the page is one of attendance. */
export const headedIn: Finder = (sheet, words) => {
  const headed = sheet.headings.flatMap((text, column) =>
    MARK_HEADING.test(text) && !isShare(sheet, column) ? [column] : [],
  );
  const [column] = headed;
  if (column === undefined || headed.length > 1) return [];
  const lines = sheet.lines.filter((line) => !isTotal(sheet, line));
  const found = columnFrom(sheet, lines, column);
  const cells = lines.flatMap((line) => line.cells.filter((cell) => cell.column === column));
  const known = found.marks.every(({ label }) => words.saysNothing(label) || words.isUnderstood(label));
  const shown = found.marks.flatMap(({ label }) => (words.saysNothing(label) ? [] : [label]));
  const isList = shown.length > 2 && new Set(shown).size === shown.length;
  return known && !isList && mayHold(cells) && haveNames(sheet, lines) ? [found] : [];
};

/** A column of shares may be headed as marks are: "Attendance", 94.5%. */
function isShare({ scope, lines }: Sheet, column: number): boolean {
  const cells = lines.flatMap((line) => line.cells.filter((cell) => cell.column === column));
  const texts = cells.map(({ element }) => wordsOf(scope, element)).filter(Boolean);
  return texts.length > 0 && texts.every((text) => SHARE.test(text));
}

function haveNames({ scope }: Sheet, lines: readonly Line[]): boolean {
  const named = lines.filter(({ cells }) => cells.some(({ element }) => isName(wordsOf(scope, element))));
  return named.length * 10 >= lines.length * 7 && lines.length > 0;
}

function columnFrom(sheet: Sheet, lines: readonly Line[], column: number): MarkColumn {
  const shown = lines.flatMap((line) =>
    line.cells.flatMap((cell) => (cell.column === column ? [shownIn(sheet, line, cell)] : [])),
  );
  return {
    kind: kindOf(shown),
    column,
    heading: headingOver(sheet, column),
    marks: shown.map(({ line, cell, label }): Mark => ({ line, label, element: cell.element, field: null })),
    vocabulary: null,
    fault: null,
  };
}

/** Signs need only be in some cells, as others are words; a list behind one cell may be there while it is edited. */
function kindOf(shown: readonly Shown[]): Shown['kind'] {
  if (shown.some(({ kind }) => kind === 'icon')) return 'icon';
  return shown.filter(({ kind }) => kind === 'drop-down').length * 2 > shown.length ? 'drop-down' : 'text';
}

/** Cells that mostly hold controls are read by what those hold. One that is edited at the moment is no such cell. */
function mayHold(cells: readonly Cell[]): boolean {
  const controlled = cells.filter(
    ({ element }) =>
      element.matches(CONTROL) || (element.querySelector(CONTROL) && !element.querySelector(LIST)),
  );
  return controlled.length * 2 < cells.length || cells.length === 0;
}

function holdsMarks(sheet: Sheet, shown: readonly Shown[], words: Words): boolean {
  const labels = shown.map(({ label }) => label);
  const areDrawn = kindOf(shown) === 'icon';
  const isNamed = () => labels.some(words.isUnderstood) && isNamedAttendance(sheet.scope, sheet.root);
  if (
    !words.areMarks(labels, { areDrawn }) &&
    !(areDrawn && isNamed() && words.areMarks(labels, { areDrawn, isNamed: true }))
  )
    return false;
  // What stands on one button of several is the same on every line.
  return new Set(labels.filter(Boolean)).size > 1 || !shown.some(({ cell }) => cell.element.closest(CHOICE));
}

function shownIn({ scope }: Sheet, line: Line, cell: Cell): Shown {
  const { element } = cell;
  const list = element.matches(LIST) ? element : element.querySelector(LIST);
  const editor = element.matches(CONTROL) ? element : element.querySelector(CONTROL);
  if (editor && !(list && editor !== list))
    return { line, cell, label: heldBy(editor), kind: list ? 'drop-down' : 'text' };
  const text = isLigature(element) ? '' : shownText(scope, element);
  if (text !== '') return { line, cell, label: text, kind: list ? 'drop-down' : 'text' };
  const sign = iconLabel(element);
  return { line, cell, label: sign, kind: sign === '' ? 'text' : 'icon' };
}

/** A font of signs draws one for a word, and a drawing has a title: neither is text that the page shows. */
function isLigature(element: Element): boolean {
  const sign = element.querySelector('svg, i, [class*=material]');
  const word = (sign?.textContent ?? '').trim();
  const isWord = sign?.localName === 'svg' ? word !== '' : word.length > CODE_LENGTH;
  return isWord && word === (element.textContent ?? '').trim();
}

function heldBy(editor: Element): string {
  if (editor instanceof HTMLSelectElement) return collapse(editor.selectedOptions[0]?.text ?? '');
  return editor instanceof HTMLInputElement && editor.type !== 'checkbox' && editor.type !== 'radio'
    ? editor.value.trim()
    : '';
}

function isTotal({ scope }: Sheet, { cells: [first] }: Line): boolean {
  return first !== undefined && TOTAL.test(wordsOf(scope, first.element));
}
