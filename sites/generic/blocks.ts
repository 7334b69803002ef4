import { groupBy } from '../group-by.ts';
import { atomsOf } from './atoms.ts';
import { rowsOf } from './block-rows.ts';
import { iconLabel } from './icon.ts';
import { optionReader } from './mark-selects.ts';
import { type IdPlace, lesserPlaces, pupilPlaces, rowPlaces } from './places.ts';
import { commonAncestor, findAll, parentAcross, type Scope, shownText } from './scope.ts';
import { seenOf } from './seen.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { linesByRoom } from './undrawn.ts';
import type { Words } from './words.ts';

const FEWEST = 2;
const MIXED = Symbol('of several pupils');
const BUTTON = 'button, [role=button], [role=radio], [role=option], input[type=button]';
const PUPIL_DATA = ['pupil', 'student', 'learner', 'child', 'person'].flatMap((word) =>
  ['', '-id', 'id', '-key', '-number'].map((end) => `data-${word}${end}`),
);
const OTHER_DATA = ['data-upn', 'data-adno', 'data-admission-number'];

/** What belongs to one pupil, under a key that is the same for all that does. */
type Markers = ReadonlyMap<Element, unknown>;

type Marker = readonly [Element, unknown];

/** A hidden field, or a radio button under its picture, is seen by what it stands in. */
const around = ([marker]: Marker): Element =>
  marker.matches('input') ? (parentAcross(marker) ?? marker) : marker;

/**
 * Sheets of lines on a page without rows, such as cards, each found in another way: a pupil's line is the largest block
 * that holds one pupil's control, or one pupil's number, and no other's.
 */
export function* blockSheets(scope: Scope, words: Words): Generator<Sheet> {
  const ways = [
    () => drops(scope, words),
    () => radios(scope),
    () => buttons(scope, words),
    ...[...pupilPlaces([...PUPIL_DATA, ...OTHER_DATA]), ...lesserPlaces, ...rowPlaces].map(
      (place) => () => numbers(scope, place),
    ),
  ];
  for (const find of ways) {
    const lines = linesAround(seenOf([...find()], around));
    if (lines.length >= FEWEST) yield sheetFrom(scope, lines);
  }
}

/** Whether anything on the screen is chosen from as marks are: a drop-down, or buttons, of attendance codes. */
export function offersMarks(scope: Scope, words: Words): boolean {
  return seenOf([...drops(scope, words), ...buttons(scope, words)], around).length > 0;
}

function drops(scope: Scope, words: Words): Markers {
  const optionsOf = optionReader(words);
  const all = findAll(scope, 'select').filter((select) => optionsOf(select as HTMLSelectElement).attendance);
  return new Map(all.map((select) => [select, select]));
}

function radios(scope: Scope): Markers {
  const all = findAll(scope, 'input[type=radio]');
  return new Map(all.map((radio) => [radio, radio.getAttribute('name') ?? parentAcross(radio)]));
}

function buttons(scope: Scope, words: Words): Markers {
  const found = new Map<Element, unknown>();
  const lists = new Map<string, boolean>();
  const areCodes = (labels: readonly string[]): boolean => {
    const list = labels.join('\n');
    const fits = lists.get(list) ?? words.isVocabulary(labels);
    lists.set(list, fits);
    return fits;
  };
  for (const [around, group] of groupBy(findAll(scope, BUTTON), parentAcross)) {
    if (!around || group.length < 2) continue;
    if (areCodes(group.map((button) => shownText(scope, button))) || areCodes(group.map(iconLabel)))
      found.set(around, around);
  }
  return found;
}

function numbers(scope: Scope, { selector, read }: IdPlace): Markers {
  const found = new Map<Element, unknown>();
  for (const element of findAll(scope, selector)) {
    const number = read(element);
    if (number && /\d/.test(number)) found.set(element, number);
  }
  return found;
}

/**
 * The blocks around markers, in the order they stand: each as large as it can be without another key in it, but no larger
 * than most, as a block around a group may hold a single pupil.
 */
function linesAround(markers: readonly Marker[]): readonly (readonly Element[])[] {
  const held = new Map<Element, unknown>();
  for (const [marker, key] of markers)
    for (let at: Element | null = marker; at; at = parentAcross(at)) {
      const has = held.get(at);
      if (has === key || has === MIXED) break;
      held.set(at, has === undefined ? key : MIXED);
    }
  const chains = markers.map(([marker, key]) => ({ key, chain: chainOf(marker, key, held) }));
  const usual = mostCommon(chains.map(({ chain }) => chain.length));
  const tops = chains.flatMap(({ key, chain }) => {
    const top = chain[Math.min(chain.length, usual) - 1];
    return top ? [{ key, top }] : [];
  });
  return [...groupBy(tops, ({ key }) => key).values()].map((same) => outermost(same.map(({ top }) => top)));
}

function chainOf(marker: Element, key: unknown, held: ReadonlyMap<Element, unknown>): readonly Element[] {
  const chain: Element[] = [];
  for (let at: Element | null = marker; at && held.get(at) === key; at = parentAcross(at)) chain.push(at);
  return chain;
}

function outermost(elements: readonly Element[]): readonly Element[] {
  const own = [...new Set(elements)];
  return own.filter((element) => !own.some((other) => other !== element && other.contains(element)));
}

function mostCommon(numbers: readonly number[]): number {
  const groups = [...groupBy(numbers, (n) => n)].sort(([, a], [, b]) => b.length - a.length);
  return groups[0]?.[0] ?? 0;
}

function sheetFrom(scope: Scope, parts: readonly (readonly Element[])[]): Sheet {
  const root = commonAncestor(parts.flat()) as Element;
  const rows = rowsOf(scope, parts);
  const lines = rows?.lines ?? atomsOf(parts);
  const headings = rows?.headings ?? [];
  return sheetOf({
    scope,
    root,
    headings,
    lines,
    linesInAll: linesByRoom(lines),
    fault: null,
    aligned: rows !== null,
  });
}
