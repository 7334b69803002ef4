import { groupBy } from '../group-by.ts';
import { type Identity, identify } from './identity.ts';
import type { Mark, MarkColumn } from './marks.ts';
import { type Name, nameReader } from './names.ts';
import type { Line, Sheet } from './sheet.ts';

/** What stands in the place of a name in a row of controls: "Set all to", "All pupils". */
const CONTROLS =
  /^(?:set|mark|fill|apply|give|change|bulk)\b.*\b(?:all|every\w*|blanks|edit)\b|^(?:all|everyone|bulk)\b(?!,)/i;
const FILLING =
  '[aria-busy=true], [class*=skeleton i], [class*=placeholder i], [class*=shimmer i], [class*=loading i]';
const LOADING = /^(?:loading|please wait)\b/i;

/** A pupil's line: whose it is, and its mark. */
export interface PupilLine extends Name {
  readonly mark: Mark;
  /** Null: the line carries no number. */
  readonly pupilKey: string | null;
}

/** The pupils of a sheet. */
export interface Pupils {
  readonly lines: readonly PupilLine[];
  /** Where their numbers stand, in plain words; blank when nowhere. */
  readonly place: string;
  readonly fault: string | null;
  /** Lines that the page has yet to fill. */
  readonly filling: number;
}

/** The lines that are pupils', and not those that set all marks, count them, wait to be filled or stand out of sight. */
export function pupilsOf(sheet: Sheet, { marks, column }: MarkColumn): Pupils {
  const order = new Map(sheet.lines.map((line, i) => [line, i]));
  const inOrder = [...marks].sort((a, b) => (order.get(a.line) ?? 0) - (order.get(b.line) ?? 0));
  const nameOf = nameReader(
    sheet,
    inOrder.map(({ line }) => line),
    column,
  );
  const { keys, place, fault }: Identity = identify(sheet, inOrder);
  const lines = inOrder.map(
    (mark, i): PupilLine => ({ mark, pupilKey: keys[i] ?? null, ...nameOf(mark.line) }),
  );
  const named = lines.some(({ name, pupilKey }) => name !== null && pupilKey !== null);
  const filling = lines.filter(
    (line) => (line.name === null || line.pupilKey === null) && isFilling(line.mark.line),
  );
  const likely = lines.filter((line) => !filling.includes(line) && isLikely(line, named));
  const kept = likely.filter(outOfSight(likely, named));
  return { lines: kept, place, fault, filling: filling.length };
}

function isLikely({ pupilKey, name, mark }: PupilLine, named: boolean): boolean {
  if (name !== null && LOADING.test(name)) return false;
  if (pupilKey !== null) return true;
  if (name === null) return !named;
  return !CONTROLS.test(name) && !(mark.label === '' && mark.line.cells.filter(isWritten).length < 2);
}

const isWritten = ({ element }: Line['cells'][number]): boolean =>
  (element.textContent ?? '').trim() !== '' || element.querySelector('input, select, img, svg') !== null;

/** Patterns of lines and copies of them are kept out of sight: looked for only where something is odd about a line. */
function outOfSight(lines: readonly PupilLine[], named: boolean): (line: PupilLine) => boolean {
  const shown = lines.some(({ mark }) => isShown(mark));
  if (!shown) return () => true;
  const times = groupBy(lines, ({ pupilKey }) => pupilKey);
  return (line) => {
    const odd =
      (named && line.name === null) || line.pupilKey === null || (times.get(line.pupilKey)?.length ?? 0) > 1;
    return !odd || isShown(line.mark);
  };
}

const isShown = ({ line }: Mark): boolean => line.cells.some(({ element }) => element.checkVisibility());

function isFilling({ parts }: Line): boolean {
  return parts.some((part) => part.matches(FILLING) || isSkeleton(part));
}

/** Bars in the place of words: nothing but them is in the line. */
function isSkeleton(part: Element): boolean {
  return (part.textContent ?? '').trim() === '' && part.querySelector(FILLING) !== null;
}
