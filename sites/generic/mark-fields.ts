import { groupBy } from '../group-by.ts';
import { collapse } from '../text.ts';
import type { Finder, Mark } from './marks.ts';
import { raisedTo } from './scope.ts';
import { columnOf, headingOver } from './sheet.ts';
import type { Words } from './words.ts';

const FIELD =
  'input:not([type]), input[type=text], input[type=search], [contenteditable]:not([contenteditable=false])';
const ATTENDANCE = /attend|regist(?:er|ration)/i;
const MARK_LENGTH = 3;

/** Marks typed into short text fields or cells: a column of them that holds codes, or that is named for attendance. */
export const fieldColumns: Finder = (sheet, words) => {
  const marks: (Mark & { readonly column: number })[] = [];
  for (const { element, line, cell } of sheet.controls(FIELD)) {
    const label = typedIn(element);
    const limit = element instanceof HTMLInputElement ? element.maxLength : -1;
    if (limit > 0 ? limit > MARK_LENGTH : label.length > MARK_LENGTH && !words.isUnderstood(label)) continue;
    marks.push({
      line,
      label,
      element: raisedTo(cell?.element ?? (line.parts[0] as Element), element),
      field: element.getAttribute('name') || element.id || null,
      column: columnOf(sheet, cell),
    });
  }
  return [...groupBy(marks, ({ column }) => column)]
    .filter(([, found]) => holdsMarks(found, words) && found.length * 2 > sheet.lines.length)
    .map(([column, found]) => ({
      kind: 'typed',
      column,
      heading: headingOver(sheet, column),
      marks: found,
      vocabulary: null,
      fault: null,
    }));
};

/** What a field holds, or what has been written in a place that can be written in. */
export function typedIn(element: Element): string {
  return element instanceof HTMLInputElement ? element.value.trim() : collapse(element.textContent ?? '');
}

function holdsMarks(marks: readonly Mark[], words: Words): boolean {
  // What is before the last part of a name is called after the page: "gvRegister$ctl02$txtMinutes".
  if (marks.every(({ field }) => ATTENDANCE.test(field?.split(/[$.:]/).at(-1) ?? ''))) return true;
  return words.isVocabulary([...new Set(marks.map(({ label }) => label)), '']) || allPresent(marks, words);
}

/** Everybody alike is no vocabulary yet, and attendance all the same. */
function allPresent(marks: readonly Mark[], words: Words): boolean {
  return words.areMarks(marks.map(({ label }) => label));
}
