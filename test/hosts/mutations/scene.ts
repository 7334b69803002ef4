import type { Anatomy } from './anatomy.ts';
import { copyOf, deepAll, deepFind } from './deep.ts';
import { placesOf, type SaidPlace } from './said-places.ts';

/** What `window.__truth()` of a host page says. */
export interface Truth {
  readonly date: string;
  readonly session: string | null;
  readonly onScreen: readonly string[];
  readonly pupils: readonly {
    readonly id: string;
    readonly also: readonly string[];
    readonly name: string;
    readonly code: string | null;
  }[];
}

/** One pupil's line on the page, and what a person would read in it. */
export interface Line {
  /** Every number the page has of the pupil, the first the one it goes by. */
  ids: string[];
  /** The number an earlier reading knew the pupil by. */
  key: string;
  name: string;
  /** Null: there is no mark. */
  code: string | null;
  /** A mark that is no code: only what is shown can be said of it. */
  strange: boolean;
  /** Whether a person could tell whose line it is. */
  knowable: boolean;
  /** Whether a person sees it as a pupil's line at all. */
  there: boolean;
  parts: Element[];
  nameAt: Element;
  markAt: Element;
  /** The radio buttons or buttons of the mark; empty for other kinds. */
  choices: Element[];
}

/** What a page says of a register as a whole: `value` null where nobody could tell. */
export interface Told {
  value: string | null;
  /** Whether it is said where a person sees it; the value may be known from elsewhere. */
  told: boolean;
}

/** A register as a person sees it. */
export interface Register {
  root: Element;
  lines: Line[];
  date: Told;
  session: Told;
}

/** The page being changed, and what is true of it. */
export interface Scene {
  readonly document: Document;
  readonly anatomy: Anatomy;
  /** The host page's own first; others were added. */
  readonly registers: [Register, ...Register[]];
  readonly dates: SaidPlace[];
  readonly sessions: SaidPlace[];
  readonly labels: 'select' | 'choices' | 'text' | 'icons';
  /** Rows with columns, one list a table. */
  rows: Element[][];
  head: Element | null;
}

/** Lays the truth over the page as it stands. Throws when the page is not built as the anatomy says. */
export function sceneOf(
  document: Document,
  anatomy: Anatomy,
  truth: Truth,
  keys: ReadonlyMap<string, string>,
): Scene {
  const columns = anatomy.parts.map((selector) => deepAll(document, selector));
  const lines = (columns[0] ?? []).map((first, i): Line => {
    const parts = columns.map((parts) => parts[i] as Element);
    const id = anatomy.id(first);
    const pupil = truth.pupils.find((one) => one.id === id);
    const [nameAt] = deepFind(parts, anatomy.name);
    const [markAt] = anatomy.mark === 'tr' ? parts : deepFind(parts, anatomy.mark);
    if (!pupil || !nameAt || !markAt)
      throw new Error(`Line ${i + 1} of the page is not as its anatomy says (“${id}”).`);
    if (nameAt.textContent?.trim() !== pupil.name)
      throw new Error(`The name of ${id} is not where the anatomy says.`);
    return {
      ...{ ids: [id, ...pupil.also], key: keys.get(id) ?? id, name: pupil.name, code: pupil.code || null },
      ...{ strange: false, knowable: true, there: true, parts, nameAt, markAt },
      choices: deepFind([markAt], 'input[type=radio], button'),
    };
  });
  const [root] = deepAll(document, anatomy.root);
  if (!root || lines.length === 0) throw new Error('The page shows no register.');
  const { date, session } = truth;
  const dates = anatomy.date.flatMap((said) => placesOf(document, said, date));
  const sessions = anatomy.session.flatMap((said) => placesOf(document, said, session ?? ''));
  return {
    ...{ document, anatomy, dates, sessions, labels: kindOf(lines[0] as Line) },
    registers: [{ root, lines, date: { value: date, told: true }, session: { value: session, told: true } }],
    rows: anatomy.rows.map((selector) => deepAll(document, selector)),
    head: anatomy.head ? (deepAll(document, anatomy.head)[0] ?? null) : null,
  };
}

function kindOf({ markAt, choices }: Line): Scene['labels'] {
  if (choices.length > 0) return 'choices';
  if (deepFind([markAt], 'select').length > 0) return 'select';
  return deepFind([markAt], '[class*=icon]').length > 0 ? 'icons' : 'text';
}

/** The lines that are pupils' now. */
export const linesOf = (scene: Scene): Line[] => scene.registers[0].lines.filter(({ there }) => there);

/** The cells of a row, by the page's anatomy. */
export const cellsOf = (scene: Scene, row: Element): Element[] => [
  ...row.querySelectorAll(scene.anatomy.cells),
];

/** The drop-down of a line's mark; null where it has none. */
export const selectOf = ({ markAt }: Line): HTMLSelectElement | null =>
  deepFind<HTMLSelectElement>([markAt], 'select')[0] ?? null;

/** Puts another element in the place of one, everywhere in the scene too. */
export function exchange(scene: Scene, old: Element, next: Element): void {
  old.replaceWith(next);
  forEveryLine(scene, (line) => {
    line.parts = line.parts.map((part) => (part === old ? next : part));
    line.choices = line.choices.map((choice) => (choice === old ? next : choice));
    if (line.nameAt === old) line.nameAt = next;
    if (line.markAt === old) line.markAt = next;
  });
  for (const register of scene.registers) if (register.root === old) register.root = next;
  scene.rows = scene.rows.map((rows) => rows.map((row) => (row === old ? next : row)));
  if (scene.head === old) scene.head = next;
}

/** Does something with every line of every register. */
export function forEveryLine(scene: Scene, act: (line: Line) => void): void {
  for (const { lines } of scene.registers) for (const line of lines) act(line);
}

/** A line's copy: elements of its own, the same pupil. It stands nowhere yet. */
export function copyLine(line: Line): Line {
  const parts = line.parts.map(copyOf);
  const before = deepFind(line.parts, '*');
  const after = deepFind(parts, '*');
  const twin = (element: Element): Element => after[before.indexOf(element)] as Element;
  const choices = line.choices.map(twin);
  return {
    ...line,
    ids: [...line.ids],
    parts,
    nameAt: twin(line.nameAt),
    markAt: twin(line.markAt),
    choices,
  };
}

/** Where an element of one tree stands in the copy of that tree. */
export function twinIn(original: Element, copy: Element): (element: Element) => Element {
  const before = deepFind([original], '*');
  const after = deepFind([copy], '*');
  return (element) => after[before.indexOf(element)] as Element;
}
