import { parentAcross, type Scope, treesIn } from './scope.ts';

/** One place in a line; the same column in every line holds the same kind of thing. */
export interface Cell {
  readonly element: Element;
  readonly column: number;
}

/** What one pupil has to themselves: a row, its halves in two tables, a card. */
export interface Line {
  readonly parts: readonly Element[];
  readonly cells: readonly Cell[];
}

/** An element and where in a sheet it stands; `cell` is null where it is in the line but in none of its cells. */
export interface Place {
  readonly element: Element;
  readonly line: Line;
  readonly cell: Cell | null;
}

/** Lines of one kind, however the page builds them. */
export interface Sheet {
  readonly scope: Scope;
  /** Holds every line. */
  readonly root: Element;
  /** By column; blank where a column has none. */
  readonly headings: readonly string[];
  readonly lines: readonly Line[];
  /** Lines the page says there are, where it has drawn only some. */
  readonly linesInAll: number | null;
  /** Why its lines cannot be trusted, as a plain sentence; null when they can. */
  readonly fault: string | null;
  /** Whether controls stand in columns; on cards, where some have more on them than others, only words are told by place. */
  readonly aligned: boolean;
  /** Everything inside the lines that a selector finds. */
  find(selector: string): readonly Place[];
  /** Of the controls inside the lines, links and what has a role among them, those that a selector matches. */
  controls(selector: string): readonly Place[];
}

/** One search for all of them: in a long register every search goes through tens of thousands of elements. */
const CONTROL = 'select, input, textarea, button, a, li, [role], [contenteditable]';

/** The names of elements in a selector: most controls of a sheet need not be held against the whole of it. */
const TAG = /(?<=^|, ?)[a-z]+/g;

/** Makes a sheet of lines. */
export function sheetOf(made: Omit<Sheet, 'find' | 'controls'>): Sheet {
  const { scope, root, lines } = made;
  let trees: readonly ParentNode[] | null = null;
  let places: ReadonlyMap<Element, Omit<Place, 'element'>> | null = null;
  const find = (selector: string): readonly Place[] => {
    trees ??= treesIn(scope, root);
    const found: Place[] = [];
    for (const tree of trees)
      for (const element of tree.querySelectorAll(selector)) {
        places ??= placesIn(lines);
        const place = placeOf(element, root, places);
        if (place) found.push({ element, ...place });
      }
    return found;
  };
  let all: readonly (Place & { readonly name: string | null })[] | null = null;
  const controls = (selector: string): readonly Place[] => {
    all ??= find(CONTROL).map((place) => ({ ...place, name: telling(place.element) }));
    const names = new Set<string | null>([...(selector.match(TAG) ?? []), null]);
    return all.filter(({ element, name }) => names.has(name) && element.matches(selector));
  };
  return { ...made, find, controls };
}

/** What a control is called where that tells what it is; null where an attribute may make it any. */
function telling(element: Element): string | null {
  const isOther = element.hasAttribute('role') || element.hasAttribute('contenteditable');
  return isOther ? null : element.localName;
}

/** The number of a control's column; -1 where controls stand in none. */
export function columnOf({ aligned }: Sheet, cell: Cell | null): number {
  return aligned && cell ? cell.column : -1;
}

/** The heading of a cell's column; blank where it has none. */
export function headingOf(sheet: Sheet, cell: Cell | null): string {
  return (cell && sheet.headings[cell.column]) ?? '';
}

/** The heading of the column with this number; blank where there is none. */
export function headingOver(sheet: Sheet, column: number): string {
  return sheet.headings[column] ?? '';
}

function placesIn(lines: readonly Line[]): ReadonlyMap<Element, Omit<Place, 'element'>> {
  const places = new Map<Element, Omit<Place, 'element'>>();
  for (const line of lines) {
    for (const part of line.parts) places.set(part, { line, cell: null });
    for (const cell of line.cells) places.set(cell.element, { line, cell });
  }
  return places;
}

function placeOf(
  element: Element,
  root: Element,
  places: ReadonlyMap<Element, Omit<Place, 'element'>>,
): Omit<Place, 'element'> | null {
  for (let at: Element | null = element; at && at !== root; at = parentAcross(at)) {
    const place = places.get(at);
    if (place) return place;
  }
  return null;
}
