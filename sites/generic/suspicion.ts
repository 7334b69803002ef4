import { collapse, textOf } from '../text.ts';
import { isNamedAttendance } from './named.ts';
import { shownText } from './scope.ts';
import type { Place, Sheet } from './sheet.ts';

const FIELD = /attend|regist(?:er|ration)/i;
const CHOICE = 'select, input[type=radio], [role=radio], button[aria-pressed], [role=combobox]';
const FEWEST_LINES = 3;

/**
 * Whether a sheet without attendance codes still looks like a register: the same choice in three lines or more, and
 * attendance in the fields' names, the caption or a heading. Returns the labels to choose from; null when it does not.
 */
export function suspicion(sheet: Sheet): readonly string[] | null {
  const choices = sheet.controls(CHOICE);
  if (new Set(choices.map(({ line }) => line)).size < FEWEST_LINES) return null;
  const named = choices.some(({ element }) =>
    FIELD.test(element.getAttribute('name')?.split(/[$.:]/).at(-1) ?? ''),
  );
  return named || isNamedAttendance(sheet.scope, sheet.root) ? labelsOf(sheet, choices) : null;
}

function labelsOf(sheet: Sheet, choices: readonly Place[]): readonly string[] {
  const [first] = choices;
  if (first?.element instanceof HTMLSelectElement)
    return [...first.element.options].map(({ text }) => collapse(text)).filter(Boolean);
  const labels = choices.flatMap(({ element }) => [
    ...('labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map(textOf) : []),
    element.getAttribute('aria-label') ?? shownText(sheet.scope, element),
  ]);
  const shown = [...new Set(labels.filter(Boolean))];
  return shown.length > 0 ? shown : sheet.headings.filter(Boolean);
}
