import { isAttendance, readLabel } from '../label.ts';
import { collapse } from '../text.ts';
import { cellAround, columnOf, type Grid } from './grid.ts';
import type { Found, Mark } from './marks.ts';

/** Marks chosen from drop-downs whose options are attendance codes, by text or by value. */
export function selectMarks(grid: Grid): Found {
  const rows = new Set(grid.rows);
  const marks: Mark[] = [];
  let last: {
    readonly select: HTMLSelectElement;
    readonly labels: readonly string[];
    readonly attendance: boolean;
  } | null = null;
  let vocabulary: readonly string[] | null = null;
  for (const select of grid.element.querySelectorAll('select')) {
    if (!(last && sameOptions(last.select, select))) {
      const labels = optionLabels(select);
      last = { select, labels, attendance: isAttendance(labels) };
    }
    const cell = last.attendance ? cellAround(grid, select) : null;
    const row = cell?.parentElement;
    if (!(cell && row && rows.has(row))) continue;
    vocabulary ??= last.labels;
    const label = last.labels[select.selectedIndex] ?? '';
    marks.push({ row, label, element: select, column: columnOf(cell), field: select.name || select.id });
  }
  return { marks, vocabulary };
}

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
