import { everyText } from './deep.ts';
import type { Dice } from './dice.ts';
import type { Operators } from './operator.ts';
import { copyLine, linesOf, type Scene } from './scene.ts';

const WELSH: Readonly<Record<string, string>> = {
  pupil: 'Disgybl',
  student: 'Myfyriwr',
  name: 'Enw',
  mark: 'Marc',
  code: 'Cod',
  year: 'Blwyddyn',
  attendance: 'Presenoldeb',
};
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  pupil: ['Learner', 'Child', 'Name', 'Surname, Forename'],
  student: ['Pupil', 'Learner', 'Name'],
  name: ['Pupil name', 'Full name', 'Student'],
  mark: ['Attendance code', 'Code', 'Today', 'Register', 'Att.'],
  code: ['Mark', 'Attendance mark', 'Register', 'Att'],
};

/** What stands above the columns. */
export const headings: Operators = {
  'headings reworded': (scene, dice) =>
    reword(scene, (text) => {
      const words = OTHER_WORDS[text.toLowerCase()];
      return words ? dice.pick(words) : text;
    }),
  'headings in Welsh': (scene) => reword(scene, (text) => WELSH[text.toLowerCase()] ?? `${text}au`),
  'headings emptied': (scene) => reword(scene, () => ''),
  'some headings emptied': (scene, dice) => reword(scene, (text) => (dice.chance(0.5) ? '' : text)),
  'headings in capitals': (scene) =>
    scene.labels === 'choices' ? false : reword(scene, (text) => text.toUpperCase()),
  'heading row removed': (scene) => {
    if (!scene.head || codesAbove(scene)) return false;
    for (const rows of scene.rows)
      if (
        rows[0] &&
        !linesOf(scene).some(({ parts }) => parts.some((part) => part.contains(rows[0] as Element)))
      )
        rows[0].remove();
    return true;
  },
  'headings repeated among the pupils': (scene, dice) => repeat(scene, dice, false),
  'headings repeated as ordinary cells': (scene, dice) => repeat(scene, dice, true),
};

/** Headings that are codes say what the marks are: without them nobody could tell. */
const codesAbove = (scene: Scene): boolean => scene.anatomy.mark === 'tr';

function headRows(scene: Scene): Element[] {
  const isLine = (row: Element): boolean =>
    linesOf(scene).some(({ parts }) => parts.some((part) => part.contains(row)));
  return scene.rows.flatMap(([first]) => (scene.head && first && !isLine(first) ? [first] : []));
}

function reword(scene: Scene, to: (text: string) => string): boolean {
  const choices = new Set(codesAbove(scene) ? linesOf(scene)[0]?.choices.map((_, i) => i + 3) : []);
  let changed = false;
  for (const row of headRows(scene))
    [...row.querySelectorAll(scene.anatomy.cells)].forEach((cell, column) => {
      if (choices.has(column)) return;
      for (const text of everyText(cell)) {
        const next = to(text.data.trim());
        changed ||= next !== text.data.trim();
        text.data = next;
      }
    });
  return changed;
}

function repeat(scene: Scene, dice: Dice, asCells: boolean): boolean {
  const heads = headRows(scene);
  const lines = linesOf(scene);
  if (heads.length === 0 || heads.length !== lines[0]?.parts.length) return false;
  const every = 5 + dice.int(6);
  lines.forEach((line, i) => {
    if (i === 0 || i % every !== 0) return;
    heads.forEach((head, part) => {
      const at = line.parts[part] as Element;
      if (!asCells) {
        at.before(head.cloneNode(true));
        return;
      }
      const copy = copyLine(line).parts[part] as Element;
      const texts = [...head.querySelectorAll(scene.anatomy.cells)].map(
        (cell) => cell.textContent?.trim() ?? '',
      );
      for (const { name } of [...copy.attributes])
        if (!/^(?:class|role|style)$/.test(name)) copy.removeAttribute(name);
      [...copy.querySelectorAll(scene.anatomy.cells)].forEach((cell, column) => {
        cell.textContent = texts[column] ?? '';
      });
      at.before(copy);
    });
  });
  return true;
}
