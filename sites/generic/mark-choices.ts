import { isAttendance } from '../label.ts';
import { collapse, textOf } from '../text.ts';
import { cellAround, columnOf, type Grid } from './grid.ts';
import type { Found, Mark } from './marks.ts';

const CHOICE = 'input[type=radio], [role=radio], button[aria-pressed], [role=button][aria-pressed]';

/** One of several choices for one mark: a radio button, or a button that stays pressed. */
interface Choice {
  readonly element: Element;
  readonly cell: Element;
  readonly row: Element;
}

type LabelSource = (grid: Grid, choice: Choice) => string;

const SOURCES: readonly LabelSource[] = [
  (grid, { cell }) => grid.headings[columnOf(cell)] ?? '',
  (_, { element }) => ('labels' in element ? textOfLabels(element as HTMLInputElement) : textOf(element)),
  (_, { element }) => element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '',
  (_, { element }) => element.getAttribute('value') ?? element.getAttribute('data-code') ?? '',
];

/** Marks chosen by radio buttons or toggle buttons: labelled by the column's heading, a label, a title, or their value. */
export function choiceMarks(grid: Grid): Found {
  const groups = groupsOf(grid);
  const [sample] = groups;
  const source =
    sample && SOURCES.find((read) => isAttendance(distinct(sample.map((choice) => read(grid, choice)))));
  if (!source) return { marks: [], vocabulary: null };
  const vocabulary = distinct(sample.map((choice) => source(grid, choice)));
  const marks = groups.map((group): Mark => {
    const chosen = group.find(({ element }) => isChosen(element));
    const { row, cell, element } = chosen ?? (group[0] as Choice);
    const label = chosen ? source(grid, chosen) : '';
    return { row, label, element: cell, column: columnOf(cell), field: element.getAttribute('name') };
  });
  return { marks, vocabulary };
}

/** Choices of one row that share a name; those without a name are one group. */
function groupsOf(grid: Grid): readonly (readonly Choice[])[] {
  const rows = new Set(grid.rows);
  const groups = new Map<Element, Map<string, Choice[]>>();
  for (const element of grid.element.querySelectorAll(CHOICE)) {
    const cell = cellAround(grid, element);
    const row = cell?.parentElement;
    if (!(cell && row && rows.has(row))) continue;
    const inRow = groups.get(row) ?? new Map<string, Choice[]>();
    groups.set(row, inRow);
    const name = element.getAttribute('name') ?? '';
    inRow.set(name, [...(inRow.get(name) ?? []), { element, cell, row }]);
  }
  return [...groups.values()].flatMap((inRow) => [...inRow.values()].filter((group) => group.length > 1));
}

const isChosen = (element: Element): boolean =>
  element instanceof HTMLInputElement
    ? element.checked
    : element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-pressed') === 'true';

const textOfLabels = (input: HTMLInputElement): string =>
  collapse([...(input.labels ?? [])].map(textOf).join(' '));

const distinct = (labels: readonly string[]): readonly string[] => [
  ...new Set(labels.filter((label) => label !== '')),
];
