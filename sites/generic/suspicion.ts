import { collapse, textOf } from '../text.ts';
import { cellAround, type Grid } from './grid.ts';

const ATTENDANCE = /\battendance\b|\bregist(?:er|ration)\b|\broll call\b/i;
const FIELD = /attend|regist(?:er|ration)/i;
const CHOICE = 'select, input[type=radio], [role=radio], button[aria-pressed]';
const FEWEST_ROWS = 3;

/**
 * Whether a table without attendance codes still looks like a register: the same choice in three rows or more, and
 * attendance in the fields' names, the caption or a heading. Returns the labels to choose from; null when it does not.
 */
export function suspicion(grid: Grid): readonly string[] | null {
  const choices = [...grid.element.querySelectorAll(CHOICE)].filter(
    (choice) => cellAround(grid, choice) !== null,
  );
  const rows = new Set<Element | null | undefined>(
    choices.map((choice) => cellAround(grid, choice)?.parentElement),
  );
  if (grid.rows.filter((row) => rows.has(row)).length < FEWEST_ROWS) return null;
  const named = choices.some((choice) => FIELD.test(choice.getAttribute('name') ?? ''));
  return named || ATTENDANCE.test(titles(grid)) ? labelsOf(grid, choices) : null;
}

function titles({ element }: Grid): string {
  const caption = element.querySelector('caption');
  const headings = [...element.ownerDocument.querySelectorAll('h1, h2, h3, legend, [role=heading]')].filter(
    (heading) => heading.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return [
    element.getAttribute('aria-label') ?? '',
    caption ? textOf(caption) : '',
    ...headings.map(textOf),
  ].join('\n');
}

function labelsOf(grid: Grid, choices: readonly Element[]): readonly string[] {
  const [first] = choices;
  if (first instanceof HTMLSelectElement)
    return [...first.options].map(({ text }) => collapse(text)).filter(Boolean);
  const labels = choices.flatMap((choice) => [
    ...('labels' in choice ? [...((choice as HTMLInputElement).labels ?? [])].map(textOf) : []),
    choice.getAttribute('aria-label') ?? textOf(choice),
  ]);
  const shown = [...new Set(labels.filter(Boolean))];
  return shown.length > 0 ? shown : grid.headings.filter(Boolean);
}
