import { groupBy } from '../group-by.ts';
import type { MarkColumn } from './marks.ts';
import { isName } from './names.ts';
import { wordsOf } from './scope.ts';
import { type Line, type Sheet, sheetOf } from './sheet.ts';

/**
 * A table in which several pupils stand side by side, as one in which they stand one below the other. Null when it is not
 * such a table: every stretch must hold a name.
 */
export function splitSheet(sheet: Sheet, several: readonly MarkColumn[]): Sheet | null {
  const columns = several.map(({ column }) => column).sort((a, b) => a - b);
  const [first = -1, second = -1] = columns;
  const width = second - first;
  if (first < 0 || width < 2 || columns.some((column, i) => column !== first + i * width)) return null;
  const start = first - (first % width);
  const lines = sheet.lines.flatMap((line) => stretches(line, start, width));
  const named = lines.filter((line) =>
    line.cells.some(({ element }) => isName(wordsOf(sheet.scope, element))),
  );
  if (named.length * 10 < lines.length * 7) return null;
  return sheetOf({ ...sheet, lines, headings: sheet.headings.slice(start, start + width) });
}

/** Empty stretches at the end of the last row are nobody's. */
function stretches({ cells }: Line, start: number, width: number): readonly Line[] {
  const own = cells.filter(({ column }) => column >= start);
  return [...groupBy(own, ({ column }) => Math.floor((column - start) / width)).values()].flatMap(
    (part): Line[] =>
      part.every(({ element }) => (element.textContent ?? '').trim() === '')
        ? []
        : [
            {
              parts: part.map(({ element }) => element),
              cells: part.map(({ element, column }) => ({ element, column: (column - start) % width })),
            },
          ],
  );
}
