import { groupBy } from '../group-by.ts';
import { readLabel } from '../label.ts';
import { collapse } from '../text.ts';
import type { Finder, Mark } from './marks.ts';
import { raisedTo } from './scope.ts';
import { columnOf, headingOver } from './sheet.ts';

interface Options {
  readonly select: HTMLSelectElement;
  readonly labels: readonly string[];
  readonly attendance: boolean;
}

/** Marks chosen from drop-downs whose options are attendance codes, by text or by value. */
export const selectColumns: Finder = (sheet, words) => {
  const marks: (Mark & { readonly column: number; readonly options: Options })[] = [];
  let last: Options | null = null;
  for (const { element, line, cell } of sheet.find('select')) {
    const select = element as HTMLSelectElement;
    if (!(last && sameOptions(last.select, select))) {
      const labels = optionLabels(select);
      last = { select, labels, attendance: words.isVocabulary(labels) };
    }
    if (!last.attendance || select.multiple) continue;
    marks.push({
      line,
      label: last.labels[select.selectedIndex] ?? '',
      element: raisedTo(cell?.element ?? (line.parts[0] as Element), select),
      field: select.name || select.id || null,
      column: columnOf(sheet, cell),
      options: last,
    });
  }
  return [...groupBy(marks, ({ column }) => column)].map(([column, found]) => ({
    kind: 'drop-down',
    column,
    heading: headingOver(sheet, column),
    marks: found,
    vocabulary: [
      ...new Set([...new Set(found.map(({ options }) => options))].flatMap(({ labels }) => labels)),
    ],
    fault: null,
  }));
};

/** Text is what the user reads; a value counts only where the values are attendance codes themselves. */
function optionLabels(select: HTMLSelectElement): readonly string[] {
  const options = [...select.options];
  const byValue = options.some(({ value }) => value === '/' || value === '\\');
  return options.map((option) => {
    const text = collapse(option.label || option.text);
    return byValue && !readLabel(text, 'AM')?.known && text !== '' ? option.value : text;
  });
}

/** Thousands of drop-downs with one list: three places are compared instead of every option. */
function sameOptions(a: HTMLSelectElement, b: HTMLSelectElement): boolean {
  const n = a.options.length;
  return (
    n === b.options.length &&
    [0, n >> 1, n - 1].every(
      (i) => a.options[i]?.text === b.options[i]?.text && a.options[i]?.value === b.options[i]?.value,
    )
  );
}
