import { commonAncestor, parentAcross } from './scope.ts';
import type { Line } from './sheet.ts';

/** So many times as high as its lines, a block leaves room for others that are not drawn. */
const ROOMY = 1.2;
/** Room for fewer lines than these is a margin. */
const FEWEST = 2;

/**
 * How many lines there are in a list that draws only those near the screen and leaves room for the rest, told by that room;
 * null where all are drawn, or where it cannot be told. Asks for sizes a few times only, unless there is room.
 */
export function linesByRoom(lines: readonly Line[]): number | null {
  const parts = lines.flatMap(({ parts: [part] }) => (part instanceof HTMLElement ? [part] : []));
  const [first] = parts;
  const around = first && (lines.length > 1 ? commonAncestor(parts) : parentAcross(first));
  if (!(first && around instanceof HTMLElement) || around.closest('table') === around) return null;
  const height = first.offsetHeight;
  if (height === 0 || around.offsetHeight < height * lines.length * ROOMY || areBeside(parts)) return null;
  const taken = [...around.children]
    .filter(isWritten)
    .reduce((sum, child) => sum + (child as HTMLElement).offsetHeight, 0);
  const room = Math.round((around.offsetHeight - taken) / height);
  return room >= FEWEST ? lines.length + room : null;
}

const isWritten = (element: Element): boolean =>
  element instanceof HTMLElement &&
  ((element.textContent ?? '').trim() !== '' || element.querySelector('input') !== null);

function areBeside([first, second]: readonly HTMLElement[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.getBoundingClientRect().top === second.getBoundingClientRect().top
  );
}
