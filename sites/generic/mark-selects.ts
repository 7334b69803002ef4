import { groupBy } from '../group-by.ts';
import { readLabel } from '../label.ts';
import { collapse } from '../text.ts';
import type { Finder, Mark } from './marks.ts';
import { raisedTo } from './scope.ts';
import { columnOf, headingOver } from './sheet.ts';
import type { Words } from './words.ts';

/** What can be chosen from a drop-down. */
export interface Options {
  /** The same for the same list. */
  readonly sign: string;
  readonly labels: readonly string[];
  readonly texts: readonly string[];
  readonly attendance: boolean;
}

/** Marks chosen from drop-downs whose options are attendance codes, by text or by value. */
export const selectColumns: Finder = (sheet, words) => {
  const marks: (Mark & { readonly column: number; readonly options: Options })[] = [];
  const optionsOf = optionReader(words);
  for (const { element, line, cell } of sheet.controls('select')) {
    const select = element as HTMLSelectElement;
    const options = optionsOf(select);
    if (!options.attendance || select.multiple) continue;
    marks.push({
      line,
      label: chosenIn(select, options),
      element: raisedTo(cell?.element ?? (line.parts[0] as Element), select),
      field: select.name || select.id || null,
      column: columnOf(sheet, cell),
      options,
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

/** What is chosen, by the label it has in this one list: a page may add to the list of a single pupil. */
function chosenIn(select: HTMLSelectElement, { labels, texts }: Options): string {
  const { selectedIndex } = select;
  const text = collapse(select.item(selectedIndex)?.text ?? '');
  if (text === texts[selectedIndex]) return labels[selectedIndex] ?? '';
  return optionLabels(select)[selectedIndex] ?? '';
}

/** Reads what can be chosen; thousands of drop-downs with one list are read once. */
export function optionReader(words: Words): (select: HTMLSelectElement) => Options {
  let last: Options | null = null;
  return (select) => {
    const sign = signOf(select);
    if (last?.sign === sign) return last;
    const labels = optionLabels(select);
    const texts = [...select.options].map(({ text }) => collapse(text));
    last = { sign, labels, texts, attendance: words.isVocabulary(labels) };
    return last;
  };
}

/** Text is what the user reads; values count only where they are attendance codes and most of the texts are not. */
function optionLabels(select: HTMLSelectElement): readonly string[] {
  const options = [...select.options];
  const texts = options.map((option) => collapse(option.label || option.text));
  const shown = texts.flatMap((text) => readLabel(text, 'AM') ?? []);
  const byText = shown.filter(({ known }) => known).length * 2 >= shown.length;
  const byValue = options.some(({ value }) => value === '/' || value === '\\');
  return byText || !byValue ? texts : options.map(({ value }, i) => (texts[i] ? value : ''));
}

/** All its words, and the value of one place for all its values. Its options are not taken out one by one: of thousands of lists that is dear. */
function signOf(select: HTMLSelectElement): string {
  const last = select.item(select.length - 1);
  return `${select.length}\n${select.textContent}\n${last?.label}\n${last?.value}`;
}
