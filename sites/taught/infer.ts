import { commonAncestor } from '../generic/scope.ts';
import type { Picks } from '../profile.ts';
import { textOf } from '../text.ts';
import { isMark } from './choices.ts';
import { partSelectors } from './parts.ts';
import { findAll, findIn } from './query.ts';
import { anchorsOf, selectorsOf, tagPath } from './selectors.ts';

/** Where one line's name and mark are, as somebody pointed at them. */
export interface Example {
  readonly name: Element;
  /** One element, or every choice of one mark. */
  readonly mark: readonly Element[];
}

/** Where every line's name and mark are. */
export type LinePicks = Pick<Picks, 'line' | 'mark'> & { readonly name: string };

type Parts = Omit<LinePicks, 'line'>;

const HIGHEST_LINE = 12;
const HIGHEST_BLOCK = 8;
/** A row of headings, of totals or of controls holds the parts as well where they are told by place alone. */
const NEARLY = 0.8;
/** What a line is by itself, where there is only one. */
const LINE = 'tr, [role=row], li, [role=listitem], article';

/** What repeats around the name and the mark: the nearest block whose neighbours hold one of each; null when none does. */
export function inferLines(example: Example): LinePicks | null {
  let line = commonAncestor([example.name, ...example.mark]);
  let alone: readonly [Element, Parts] | null = null;
  for (let level = 0; line && level < HIGHEST_LINE; level++, line = line.parentElement) {
    const around = neighbours(line);
    const best = bestParts(line, example, around);
    if (!best) continue;
    if (around.some((other) => holds(other, best))) return withLine(line, best);
    if (!alone && line.matches(LINE)) alone = [line, best];
  }
  return alone && withLine(...alone);
}

/** The picks widened so that they also read `example`, which they did not; null when one way cannot read both. */
export function widen(document: Document, picks: LinePicks, example: Example): LinePicks | null {
  const line = findAll(document, picks.line).find((each) =>
    [example.name, ...example.mark].every((part) => each.contains(part)),
  );
  const own = line ? null : inferLines(example);
  const lines = own ? `${picks.line}, ${own.line}` : picks.line;
  const names = line ? partSelectors(line, [example.name]) : [own?.name ?? picks.name];
  const marks = line ? partSelectors(line, example.mark) : [own?.mark ?? picks.mark];
  const widened = both(picks.name, names).flatMap((name) =>
    both(picks.mark, marks).map((mark): LinePicks => ({ line: lines, name, mark })),
  );
  const scored = widened
    .filter((each) => readsExample(document, each, example))
    .map((each) => ({ each, good: heldBy(document, each).length }))
    .sort((a, b) => b.good - a.good);
  return scored[0]?.each ?? null;
}

/** The picks narrowed so that `odd` is no pupil's line any more and every other stays; null when nothing tells it apart. */
export function leaveOut(document: Document, picks: LinePicks, odd: Element): LinePicks | null {
  const before = findAll(document, picks.line);
  const unlike = [
    ...anchorsOf(odd).map((selector) => `:not(${selector})`),
    ...[...odd.querySelectorAll('*')].flatMap((part) =>
      selectorsOf(part).map((each) => `:not(:has(${each}))`),
    ),
    ':not(:first-child)',
    ':not(:last-child)',
  ];
  for (const not of unlike) {
    const line = picks.line
      .split(', ')
      .map((each) => `${each}${not}`)
      .join(', ');
    const after = new Set(findAll(document, line));
    if (!after.has(odd) && before.every((each) => each === odd || after.has(each))) return { ...picks, line };
  }
  return null;
}

/** The lines in which both parts are found. */
export function heldBy(document: Document, picks: LinePicks): readonly Element[] {
  return findAll(document, picks.line).filter((line) => holds(line, picks));
}

function neighbours(line: Element): readonly Element[] {
  return [...(line.parentElement?.children ?? [])].filter(
    (other) => other !== line && other.localName === line.localName,
  );
}

/** Each part by the selector that lasts longest among those that find it in nearly as many lines as the best does. */
function bestParts(line: Element, example: Example, around: readonly Element[]): Parts | null {
  const mark = lasting(partSelectors(line, example.mark), (selector) =>
    around.filter((other) => holdsMark(other, selector)),
  );
  const marked = mark === undefined ? [] : around.filter((other) => holdsMark(other, mark));
  const name = lasting(partSelectors(line, [example.name]), (selector) =>
    marked.filter((other) => holdsName(other, selector)),
  );
  return name !== undefined && mark !== undefined ? { name, mark } : null;
}

function lasting(
  selectors: readonly string[],
  linesOf: (selector: string) => readonly Element[],
): string | undefined {
  const counts = selectors.map((selector) => linesOf(selector).length);
  const enough = Math.max(0, ...counts) * NEARLY;
  return selectors.find((_, i) => (counts[i] ?? 0) >= enough);
}

const holdsName = (line: Element, selector: string): boolean => {
  const [only, ...others] = findIn(line, selector);
  return only !== undefined && others.length === 0 && textOf(only) !== '';
};
const holdsMark = (line: Element, selector: string): boolean => isMark(findIn(line, selector));
const holds = (line: Element, { name, mark }: Parts): boolean =>
  holdsName(line, name) && holdsMark(line, mark);

function withLine(line: Element, parts: Parts): LinePicks {
  const root = line.getRootNode() as Document | ShadowRoot;
  const scored = lineSelectors(line).map((selector) => {
    const found = findIn(root, selector);
    const good = found.filter((each) => holds(each, parts)).length;
    const bad = found.filter((each) => holdsName(each, parts.name) !== holdsMark(each, parts.mark)).length;
    return { selector, score: good - 2 * bad };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return { line: best?.selector ?? line.localName, ...parts };
}

/** Ways to say which lines, the ones least likely to find others first. */
function lineSelectors(line: Element): readonly string[] {
  const own = selectorsOf(line);
  const scoped: string[] = [];
  let block = line.parentElement;
  for (
    let level = 0;
    block && block.localName !== 'body' && level < HIGHEST_BLOCK;
    level++, block = block.parentElement
  )
    for (const anchor of anchorsOf(block))
      scoped.push(...own.map((each) => `${anchor} ${each}`), `${anchor} > ${tagPath(block, line)}`);
  const parent = line.parentElement ? [`${line.parentElement.localName} > ${line.localName}`] : [];
  return [...own.slice(0, -1), ...scoped, wholePath(line), ...parent, line.localName].filter(
    (selector) => selector.length <= 200,
  );
}

/** From below the page's body, or the host of the shadow root, by tags alone. */
function wholePath(line: Element): string {
  let top = line;
  while (top.parentElement && top.parentElement.localName !== 'body') top = top.parentElement;
  return [...(top === line ? [] : [top.localName]), tagPath(top, line) || line.localName].join(' > ');
}

const both = (before: string, others: readonly string[]): readonly string[] => [
  before,
  ...others,
  ...others.map((other) => `${before}, ${other}`),
];

function readsExample(document: Document, picks: LinePicks, { name, mark }: Example): boolean {
  const line = findAll(document, picks.line).find((each) => each.contains(name));
  if (!line) return false;
  const names = findIn(line, picks.name);
  const marks = findIn(line, picks.mark);
  return (
    names.length === 1 &&
    names[0] === name &&
    marks.length === mark.length &&
    mark.every((each) => marks.includes(each))
  );
}
