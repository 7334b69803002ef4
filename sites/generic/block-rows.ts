import { isName } from './names.ts';
import { parentAcross, type Scope, wordsOf } from './scope.ts';
import type { Line } from './sheet.ts';

const LONGEST_HEADING = 40;

/**
 * Blocks that are rows of a table in all but name: every one has as many parts, and a block before them has as many
 * headings. Null when they are not.
 */
export function rowsOf(
  scope: Scope,
  lines: readonly (readonly Element[])[],
): { readonly lines: readonly Line[]; readonly headings: readonly string[] } | null {
  const rows = lines.flatMap((parts) => (parts.length === 1 && parts[0] ? [insideOf(parts[0])] : []));
  const [outer] = lines[0] ?? [];
  const width = rows[0]?.childElementCount ?? 0;
  if (!outer || width < 2 || rows.length < lines.length) return null;
  if (!rows.every(({ childElementCount }) => childElementCount === width)) return null;
  const headings = headingsBefore(scope, outer, width);
  if (!headings) return null;
  return {
    headings,
    lines: lines.map((parts, i) => ({
      parts,
      cells: [...(rows[i]?.children ?? [])].map((element, column) => ({ element, column })),
    })),
  };
}

/** The row itself, where a block is wrapped around it for looks. */
function insideOf(block: Element): Element {
  const [only] = block.children;
  return only && block.childElementCount === 1 && only.childElementCount > 1 ? only : block;
}

function headingsBefore(scope: Scope, first: Element, width: number): readonly string[] | null {
  for (let at: Element | null = first, up = 0; at && up < 3; at = parentAcross(at), up++)
    for (let side = at.previousElementSibling; side; side = side.previousElementSibling) {
      const row = [side, ...side.querySelectorAll('*')].find((block) => block.childElementCount === width);
      if (!row || row.querySelector('input, select, textarea')) continue;
      const texts = [...row.children].map(
        (child) => wordsOf(scope, child) || (child.textContent ?? '').trim(),
      );
      if (texts.filter(Boolean).length * 2 >= width && texts.every(isHeading)) return texts;
    }
  return null;
}

const isHeading = (text: string): boolean =>
  text.length <= LONGEST_HEADING && !(text.includes(',') && isName(text));
