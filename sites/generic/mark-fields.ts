import { groupBy } from '../group-by.ts';
import { readLabel } from '../label.ts';
import { cellAround, columnOf, type Grid } from './grid.ts';
import type { Found, Mark } from './marks.ts';

const FIELD = 'input:not([type]), input[type=text], input[type=search]';
const ATTENDANCE = /attend|regist(?:er|ration)/i;
const MARK_LENGTH = 3;

/** Marks typed into short text fields: a column of them that holds codes, or that is named for attendance. */
export function fieldMarks(grid: Grid): Found {
  const rows = new Set(grid.rows);
  const marks: Mark[] = [];
  for (const field of grid.element.querySelectorAll<HTMLInputElement>(FIELD)) {
    const short = field.maxLength > 0 ? field.maxLength <= MARK_LENGTH : field.value.length <= MARK_LENGTH;
    const cell = short ? cellAround(grid, field) : null;
    const row = cell?.parentElement;
    if (!(cell && row && rows.has(row))) continue;
    marks.push({
      row,
      label: field.value.trim(),
      element: field,
      column: columnOf(cell),
      field: field.name || field.id,
    });
  }
  return {
    marks: [...groupBy(marks, ({ column }) => column).values()].filter(holdsMarks).flat(),
    vocabulary: null,
  };
}

function holdsMarks(marks: readonly Mark[]): boolean {
  if (marks.every(({ field }) => ATTENDANCE.test(field ?? ''))) return true;
  const labels = marks.flatMap(({ label }) => readLabel(label, null) ?? []);
  const known = labels.filter((label) => label.known).length;
  return known * 2 >= labels.length && labels.some(({ code }) => code === '/' || code === '\\');
}
