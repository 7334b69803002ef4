import { type Identity, identify } from './identity.ts';
import type { Mark, MarkColumn } from './marks.ts';
import { isName, type Name, nameReader } from './names.ts';
import { containsAcross, parentAcross, type Scope, wordsOf } from './scope.ts';
import { isSeen, isSeenAt } from './seen.ts';
import type { Line, Sheet } from './sheet.ts';

/** What stands in the place of a name in a row of controls: "Set all to", "All pupils". */
const CONTROLS =
  /^(?:set|mark|fill|apply|give|change|bulk)\b.*\b(?:all|every\w*|blanks|edit)\b|^(?:all|everyone|bulk)\b(?!,)/i;
const FILLING =
  '[aria-busy=true], [class*=skeleton i], [class*=placeholder i], [class*=shimmer i], [class*=loading i]';
const SAMPLE = 5;
const LOADING = /^(?:loading|please wait)\b/i;

const LOST = 'The marks of some pupils on this register could not be found.';

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
  const inOrder = [...inSight(marks)].sort((a, b) => (order.get(a.line) ?? 0) - (order.get(b.line) ?? 0));
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
  const kept = lines.filter((line) => !filling.includes(line) && isLikely(line, named));
  const lost = kept.length > 0 && losesPupils(sheet, marks, kept, nameOf);
  return { lines: kept, place, fault: fault ?? (lost ? LOST : null), filling: filling.length };
}

function isLikely({ pupilKey, name, mark }: PupilLine, named: boolean): boolean {
  if (name !== null && LOADING.test(name)) return false;
  if (pupilKey !== null) return true;
  if (name === null) return !named;
  return (
    !CONTROLS.test(name) &&
    !(mark.label === '' && mark.line.cells.filter(isWritten).length <= mark.line.parts.length)
  );
}

const isWritten = ({ element }: Line['cells'][number]): boolean =>
  (element.textContent ?? '').trim() !== '' || element.querySelector('input, select, img, svg') !== null;

/** Patterns of lines, copies of them, and lines that were filtered away stand out of sight. */
function inSight(marks: readonly Mark[]): readonly Mark[] {
  const seen = marks.filter(({ line }) => isSeen(line));
  return seen.length > 0 ? seen : marks;
}

/** A line like the others, with a pupil's name in it, whose mark is nowhere: a pupil must not be passed over. */
function losesPupils(
  sheet: Sheet,
  marks: readonly Mark[],
  kept: readonly PupilLine[],
  nameOf: (line: Line) => Name,
): boolean {
  const marked = new Set(marks.map(({ line }) => line));
  const width = Math.min(...kept.slice(0, SAMPLE).map(({ mark }) => mark.line.cells.length));
  const unmarked = sheet.lines.filter(
    (line) => !marked.has(line) && line.cells.length >= width && isSeen(line),
  );
  if (unmarked.some((line) => isPupil(nameOf(line).name))) return true;
  const [first] = kept[0]?.mark.line.parts ?? [];
  return first !== undefined && !first.matches('tr, td, [role=row]') && hasStrangers(sheet, kept);
}

/** On a page of blocks a pupil without a number or a control is no line at all, and yet stands among those that are. */
function hasStrangers({ lines, scope }: Sheet, kept: readonly PupilLine[]): boolean {
  const parts = new Set(lines.flatMap((line) => line.parts));
  const blocks = new Map(kept.map((line) => [parentAcross(line.mark.line.parts[0] as Element), line]));
  return [...blocks].some(([block, { mark, anchor }]) => {
    const like = mark.line.parts[0] as Element;
    const at = [...like.children].findIndex((child) => containsAcross(child, anchor));
    return [...(block?.children ?? [])].some(
      (child) =>
        !parts.has(child) &&
        child.localName === like.localName &&
        isSeenAt(child) &&
        holdsName(scope, child.children[at] ?? child),
    );
  });
}

const holdsName = (scope: Scope, block: Element): boolean =>
  [block, ...block.querySelectorAll('*')].some(
    (one) => !one.firstElementChild && isPupil(wordsOf(scope, one)),
  );

const isPupil = (name: string | null): boolean => name !== null && isName(name) && !CONTROLS.test(name);

function isFilling({ parts }: Line): boolean {
  return parts.some((part) => part.matches(FILLING) || isSkeleton(part));
}

/** Bars in the place of words: nothing but them is in the line. */
function isSkeleton(part: Element): boolean {
  return (part.textContent ?? '').trim() === '' && part.querySelector(FILLING) !== null;
}
