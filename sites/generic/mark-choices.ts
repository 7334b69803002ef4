import { groupBy } from '../group-by.ts';
import { collapse, textOf } from '../text.ts';
import { marksBeside } from './beside.ts';
import { chosenIn, type Group } from './chosen.ts';
import { iconLabel } from './icon.ts';
import type { Finder, Mark, MarkColumn } from './marks.ts';
import { commonAncestor, parentAcross, raisedTo, shownText } from './scope.ts';
import { columnOf, headingOf, type Line, type Place, type Sheet } from './sheet.ts';
import type { Words } from './words.ts';

const RADIO = 'input[type=radio], [role=radio], [role=menuitemradio]';
const BUTTON =
  'button, input[type=button], [role=button], [role=option], [role=tab], li[onclick], a[onclick], a[role], a.btn, a.button';
const CELL = 'td, th, [role=cell], [role=gridcell], [role=rowheader]';
const SAMPLE = 20;

/** Where the name of a choice may stand; the first that gives attendance codes is the one, for the whole sheet. */
export const LABELS: readonly ((sheet: Sheet, place: Place) => string)[] = [
  (sheet, { cell }) => headingOf(sheet, cell),
  (sheet, { element }) =>
    element instanceof HTMLInputElement
      ? collapse([...(element.labels ?? [])].map(textOf).join(' '))
      : shownText(sheet.scope, element),
  (_, { element }) => element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '',
  (_, { element }) => labelledBy(element),
  (_, { element }) =>
    ['value', 'data-code', 'data-value', 'data-mark']
      .map((name) => element.getAttribute(name))
      .find(Boolean) ?? '',
  (_, { element }) => iconLabel(element),
];

/** Marks chosen by radio buttons, or by one of several buttons that stays pressed. */
export const choiceColumns: Finder = (sheet, words) => {
  const radios = columnsOf(sheet, words, groupsOf(sheet.controls(RADIO)));
  return radios.length > 0 ? radios : columnsOf(sheet, words, groupsOf(sheet.controls(BUTTON)));
};

type Choices = readonly Place[];

/** Choices of one line that share a name, or the block they stand in; those of a line that stand alone are one group. */
function groupsOf(places: readonly Place[]): readonly Choices[] {
  return [...groupBy(places, ({ line }) => line).values()].flatMap((inLine) => {
    const together = [...groupBy(inLine, blockOf).values()];
    const alone = together.filter((group) => group.length === 1).flat();
    return [...together, alone].filter((group) => group.length > 1);
  });
}

function blockOf({ element }: Place): unknown {
  if (element instanceof HTMLInputElement && element.type === 'radio') return element.name;
  return element.closest('[role=radiogroup], [role=group], [role=listbox]') ?? parentAcross(element);
}

function columnsOf(sheet: Sheet, words: Words, groups: readonly Choices[]): readonly MarkColumn[] {
  const sample = groups.slice(0, SAMPLE);
  const source = LABELS.find((read) =>
    sample.some(
      (group) => words.isVocabulary(labelsOf(sheet, group, read)) && areDistinct(sheet, group, read),
    ),
  );
  if (!source) return [];
  const verdicts = new Map<string, boolean>();
  const labelled = groups.flatMap((choices) => {
    const labels = choices.map((place) => source(sheet, place));
    const key = labels.join('\n');
    const fits = verdicts.get(key) ?? words.isVocabulary(labels);
    verdicts.set(key, fits);
    return fits ? [{ choices, labels }] : [];
  });
  const slots = new Map<Line, number>();
  const inOrder = groupBy(
    labelled.map((group) => {
      const { line } = group.choices[0] as Place;
      const slot = slots.get(line) ?? 0;
      slots.set(line, slot + 1);
      return { ...group, slot };
    }),
    ({ slot }) => slot,
  );
  return [...inOrder.values()].map((found) => columnFrom(sheet, words, found));
}

function columnFrom(
  sheet: Sheet,
  words: Words,
  found: readonly { readonly choices: Choices; readonly labels: readonly string[] }[],
): MarkColumn {
  const groups = found.map(
    ({ choices, labels }): Group => ({ elements: choices.map(({ element }) => element), labels }),
  );
  const { made, fault } = chosenIn(groups);
  const beside = marksBeside(
    found.map(({ choices }, i) => ({
      elements: choices.map(({ element }) => element),
      made: made[i] ?? null,
      parts: (choices[0] as Place).line.parts,
    })),
  );
  const marks = found.map(({ choices, labels }, i): Mark => {
    const at = made[i] ?? null;
    const [first] = choices;
    return {
      line: (first as Place).line,
      label: at === null ? (beside.labels[i] ?? '') : (labels[at] ?? ''),
      element: placeOfMark(choices, at),
      field: first?.element.getAttribute('name') ?? null,
    };
  });
  const shown = new Set(marks.map(({ label }) => label));
  const offered = [...new Set(found.flatMap(({ labels }) => labels))].filter(Boolean);
  const headings = new Set(found[0]?.choices.map(({ cell }) => headingOf(sheet, cell)));
  return {
    kind: 'choice',
    column: columnOf(sheet, found[0]?.choices[0]?.cell ?? null),
    heading: headings.size === 1 ? ([...headings][0] ?? '') : '',
    marks,
    // A button beside them that does something else is none of them.
    vocabulary: offered.filter((label) => words.isUnderstood(label) || shown.has(label) || label.length <= 2),
    fault: fault ?? beside.fault,
  };
}

/** The cell of the choice that is made, or of the first; on cards the block around them all. */
function placeOfMark(choices: Choices, made: number | null): Element {
  const { cell, line } = choices[made ?? 0] as Place;
  if (cell?.element.matches(CELL)) return cell.element;
  const around = commonAncestor(choices.map(({ element }) => element));
  return raisedTo(line.parts[0] as Element, around ?? (choices[0] as Place).element);
}

function labelsOf(
  sheet: Sheet,
  group: Choices,
  read: (sheet: Sheet, place: Place) => string,
): readonly string[] {
  return [...new Set(group.map((place) => read(sheet, place)).filter(Boolean))];
}

function areDistinct(sheet: Sheet, group: Choices, read: (sheet: Sheet, place: Place) => string): boolean {
  const labels = group.map((place) => read(sheet, place)).filter(Boolean);
  return new Set(labels).size === labels.length;
}

function labelledBy(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const tree = element.getRootNode() as Document | ShadowRoot;
  return collapse(ids.map((id) => tree.getElementById(id)?.textContent ?? '').join(' '));
}
