import { copyOf, deepFind } from './deep.ts';
import type { Dice } from './dice.ts';
import type { Operator, Operators } from './operator.ts';
import { cellsOf, type Line, linesOf, type Scene } from './scene.ts';

const ORDER = ['aria-colindex', 'data-colindex'];
const NAMES = ['col-id', 'data-field', 'data-columnid', 'tabulator-field', 'data-dt-column', 'id', 'headers'];

/** Columns that are moved, added and taken away, headings with them. */
export const columns: Operators = {
  'two columns changed places': (scene, dice) => {
    const piece = dice.int(scene.rows.length);
    const count = columnCount(scene, piece);
    const [a, b] = dice.shuffled(movable(scene, piece, count)).slice(0, 2);
    if (a === undefined || b === undefined) return false;
    return each(scene, piece, count, (cells) => trade(cells[a] as Element, cells[b] as Element));
  },
  'a column moved to the end': (scene, dice) => {
    const piece = dice.int(scene.rows.length);
    const count = columnCount(scene, piece);
    const [from] = dice.shuffled(movable(scene, piece, count));
    if (from === undefined) return false;
    return each(scene, piece, count, (cells) => cells.at(-1)?.after(cells[from] as Element));
  },
  'columns in the opposite order': (scene, dice) => {
    const piece = dice.int(scene.rows.length);
    const count = columnCount(scene, piece);
    if (movable(scene, piece, count).length < count) return false;
    return each(scene, piece, count, (cells) => cells[0]?.parentElement?.append(...cells.toReversed()));
  },
  'a column of single marks added, “Mon”': decoy('Mon', (i) => ['/', '\\', 'L', '/', 'I'][i % 5] ?? '/'),
  'a column of marks added, “Yesterday”': decoy(
    'Yesterday',
    (i) => ['/', '/', 'U', '/', 'O', 'L'][i % 6] ?? '/',
  ),
  'a column of marks added, “Previous mark”': decoy(
    'Previous mark',
    (i) => ['/', 'N', '/', 'L'][i % 4] ?? '/',
  ),
  'a column of marks added without a heading': decoy('', (i) => ['/', '/', 'L', 'I'][i % 4] ?? '/'),
  'a column of last week added': decoy('Last week', (i) => ['/\\/\\/\\', '/\\L\\II'][i % 2] ?? ''),
  'a column of percentages added': decoy('Attendance', (i) => `${90 + (i % 10)}.5%`),
  'a column of year groups added': decoy('Year', () => '6'),
  'a column of reward points added': decoy('Rewards', (i) => String((i * 13) % 40)),
  'a column of birthdays added': decoy(
    'Date of birth',
    (i) => `${String(1 + (i % 28)).padStart(2, '0')}/03/2015`,
  ),
  'a column of row numbers added': decoy('No.', (i) => String(i + 1)),
  'a column of tutors added': decoy('Tutor', (i) => ['Hughes, Delyth', 'Mr A Rahman'][i % 2] ?? ''),
  'a column of ticks added': decoy('Free meals', (_, cell) => {
    cell.innerHTML = '<input type="checkbox">';
    return null;
  }),
  'a column of other drop-downs added': decoy('Behaviour', (i, cell) => {
    cell.innerHTML = `<select name="behaviour${i}"><option></option><option selected>G</option><option>B</option><option>P</option></select>`;
    return null;
  }),
  'another set of mark controls added, “Yesterday”': (scene, dice) => again(scene, dice, 'Yesterday'),
  'another set of mark controls added, “PM”': (scene, dice) => again(scene, dice, 'PM'),
  'the names removed': (scene) => without(scene, ({ nameAt }) => nameAt),
  'the marks removed': (scene) => {
    for (const line of linesOf(scene)) Object.assign(line, { code: null, strange: true });
    return without(scene, ({ markAt }) => markAt);
  },
  'another column removed': (scene, dice) => {
    const piece = dice.int(scene.rows.length);
    const count = columnCount(scene, piece);
    const [gone] = dice.shuffled(
      movable(scene, piece, count).filter((column) => !isKept(scene, piece, column)),
    );
    if (gone === undefined) return false;
    return each(scene, piece, count, (cells) => cells[gone]?.remove());
  },
};

const columnCount = (scene: Scene, piece: number): number => {
  const part = linesOf(scene)[0]?.parts[piece];
  return part ? rowCells(scene, rowOf(scene, part, piece)).length : 0;
};

/** A row's cells, also where the row is inside the part of the line, as a table per row has it. */
const rowCells = (scene: Scene, row: Element | undefined): Element[] => (row ? cellsOf(scene, row) : []);
const rowOf = (scene: Scene, part: Element, piece: number): Element | undefined =>
  scene.rows[piece]?.find((row) => part === row || part.contains(row));

function each(
  scene: Scene,
  piece: number,
  count: number,
  act: (cells: Element[], row: Element) => void,
): boolean {
  for (const row of scene.rows[piece] ?? []) {
    const cells = rowCells(scene, row);
    if (cells.length !== count) continue;
    act(cells, row);
    if (ORDER.some((name) => cells[0]?.hasAttribute(name))) number(rowCells(scene, row));
  }
  return (scene.rows[piece]?.length ?? 0) > 0;
}

function number(cells: readonly Element[]): void {
  cells.forEach((cell, i) => {
    if (cell.hasAttribute('aria-colindex')) cell.setAttribute('aria-colindex', String(i + 1));
    if (cell.hasAttribute('data-colindex')) cell.setAttribute('data-colindex', String(i));
  });
}

/** Columns whose cells have one parent, so that they can change places: frozen ones are apart. */
function movable(scene: Scene, piece: number, count: number): number[] {
  const row = linesOf(scene)[0]?.parts[piece];
  const cells = row ? rowCells(scene, rowOf(scene, row, piece)) : [];
  const last = cells.at(-1)?.parentElement;
  return Array.from({ length: count }, (_, i) => i).filter((i) => cells[i]?.parentElement === last);
}

function isKept(scene: Scene, piece: number, column: number): boolean {
  const line = linesOf(scene)[0];
  const row = line?.parts[piece];
  const cell = row ? rowCells(scene, rowOf(scene, row, piece))[column] : undefined;
  if (!line || !cell) return true;
  return [line.nameAt, line.markAt, ...line.choices].some((one) => cell.contains(one));
}

function trade(a: Element, b: Element): void {
  const [place, other] = [document.createComment(''), document.createComment('')];
  a.before(place);
  b.before(other);
  place.replaceWith(b);
  other.replaceWith(a);
}

/** A cell like one of the row's, with nothing of its own in it. */
function blankLike(cell: Element, word: string): Element {
  const made = cell.cloneNode(false) as Element;
  for (const name of [...NAMES, 'title', 'comp-id', 'data-row']) {
    const value = made.getAttribute(name);
    if (value !== null) made.setAttribute(name, name === 'title' ? '' : word);
  }
  if (made.id) made.removeAttribute('id');
  return made;
}

/** A column of something else, anywhere among the others. */
function decoy(heading: string, text: (line: number, cell: Element) => string | null): Operator {
  return (scene, dice) => {
    if (scene.labels === 'icons' && heading === '') return false;
    const piece = dice.int(scene.rows.length);
    const count = columnCount(scene, piece);
    const at = dice.int(count);
    const word = dice.word();
    let line = 0;
    return each(scene, piece, count, (cells, row) => {
      const cell = cells[at] as Element;
      const isLine = linesOf(scene).some(({ parts }) =>
        parts.some((part) => part === row || part.contains(row)),
      );
      const plainCell = cells.find((one) => !one.matches('a, button, select, img, h4, x-link, .mks')) ?? cell;
      const made =
        cell.matches('td, th') && isLine ? scene.document.createElement('td') : blankLike(plainCell, word);
      for (const name of NAMES) if (cell.hasAttribute(name) && name !== 'id') made.setAttribute(name, word);
      if (row === scene.head) made.textContent = heading;
      else if (isLine) made.textContent = text(line++, made) ?? made.textContent;
      if (isLine && made.childElementCount === 0 && made.textContent === '') text(line, made);
      cell.before(made);
    });
  };
}

/** The marks' column once more, of another time, with other marks. */
function again(scene: Scene, dice: Dice, heading: string): boolean {
  const lines = linesOf(scene);
  const piece = scene.rows.findIndex((rows) => rows.some((row) => row.contains(lines[0]?.markAt ?? null)));
  if (piece < 0 || scene.labels === 'choices') return false;
  const count = columnCount(scene, piece);
  const first = rowCells(scene, rowOf(scene, lines[0]?.parts[piece] as Element, piece));
  const at = first.findIndex((cell) => cell.contains(lines[0]?.markAt ?? null));
  const before = dice.chance(0.5);
  const word = dice.word();
  const cells = lines.map((line) => rowCells(scene, rowOf(scene, line.parts[piece] as Element, piece))[at]);
  return each(scene, piece, count, (row, element) => {
    const cell = row[at];
    if (!cell) return;
    const i = cells.indexOf(cell);
    const made = copyOf(i < 0 ? cell : (cells[(i + 3) % cells.length] as Element));
    for (const one of deepFind([made], '*')) {
      for (const name of ['name', 'id'])
        if (one.hasAttribute(name)) one.setAttribute(name, `${word}${one.getAttribute(name)}`);
      for (const name of NAMES) if (one === made && one.hasAttribute(name)) one.setAttribute(name, word);
      for (const name of ['data-row', 'data-mark', 'aria-label']) one.removeAttribute(name);
    }
    if (element === scene.head) made.textContent = heading;
    if (before) cell.before(made);
    else cell.after(made);
  });
}

function without(scene: Scene, what: (line: Line) => Element): boolean {
  const lines = linesOf(scene);
  const [first] = lines;
  if (!first) return false;
  const piece = first.parts.findIndex((part) => part.contains(what(first)));
  const cells = rowCells(scene, rowOf(scene, first.parts[piece] as Element, piece));
  const at = cells.findIndex((cell) => cell.contains(what(first)));
  if (at < 0 || what(first) === first.parts[piece]) return false;
  const other = what(first) === first.nameAt ? first.markAt : first.nameAt;
  if (cells[at]?.contains(other)) return false;
  return each(scene, piece, cells.length, (row) => row[at]?.remove());
}
