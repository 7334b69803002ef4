import { groupBy } from '../group-by.ts';
import { LABELS } from './mark-choices.ts';
import type { Finder, Mark, MarkColumn } from './marks.ts';
import { raisedTo } from './scope.ts';
import { columnOf, type Place, type Sheet } from './sheet.ts';
import { isPresent, NOT_TICKED } from './words.ts';

const TICK = 'input[type=checkbox], [role=checkbox], [role=switch]';
const ABSENT = /^absent$/i;
const SAMPLE = 20;

const TWICE = 'Some pupils on this register have more than one box ticked.';

/**
 * Marks ticked: one of several boxes that are labelled with codes, or one box for each pupil that says "present" or
 * "absent". A box without such words, which may only select the line, is no mark.
 */
export const tickColumns: Finder = (sheet, words) => {
  const lines = [...groupBy(sheet.controls(TICK), ({ line }) => line).values()];
  if (lines.length === 0) return [];
  const saysThere = (label: string): boolean => {
    const meaning = label === '' ? null : words.meaning(label, 'AM');
    return isPresent(meaning?.code ?? meaning?.proposed ?? '') || ABSENT.test(label);
  };
  for (const read of LABELS) {
    const label = (place: Place): string => read(sheet, place);
    const sample = lines.slice(0, SAMPLE).map((boxes) => boxes.map(label).filter(Boolean));
    if (sample.some((labels) => labels.length > 1 && words.isVocabulary(labels)))
      return [
        columnFrom(sheet, lines, label, (boxes) => boxes.filter((box) => words.isUnderstood(label(box)))),
      ];
    if (sample.every((labels) => labels.filter(saysThere).length === 1))
      return [columnFrom(sheet, lines, label, (boxes) => boxes.filter((box) => saysThere(label(box))))];
  }
  return [];
};

function columnFrom(
  sheet: Sheet,
  lines: readonly (readonly Place[])[],
  label: (place: Place) => string,
  pick: (boxes: readonly Place[]) => readonly Place[],
): MarkColumn {
  const picked = lines.map(pick).filter((boxes) => boxes.length > 0);
  const vocabulary = [...new Set(picked.flatMap((boxes) => boxes.map(label)))];
  const single = vocabulary.length === 1;
  const marks = picked.map((boxes): Mark => {
    const [first] = boxes as [Place];
    const ticked = boxes.find(({ element }) => isTicked(element));
    const box = ticked ?? first;
    return {
      line: first.line,
      label: ticked ? label(ticked) : single ? NOT_TICKED : '',
      element: raisedTo(first.line.parts[0] as Element, box.cell?.element ?? box.element),
      field: first.element.getAttribute('name'),
    };
  });
  const twice = picked.some((boxes) => boxes.filter(({ element }) => isTicked(element)).length > 1);
  return {
    kind: 'tick',
    column: columnOf(sheet, picked[0]?.[0]?.cell ?? null),
    heading: '',
    marks,
    vocabulary: single ? [...vocabulary, NOT_TICKED] : vocabulary,
    fault: twice ? TWICE : null,
  };
}

const isTicked = (element: Element): boolean =>
  element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true';
