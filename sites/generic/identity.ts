const PUPIL = ['pupil', 'student', 'learner', 'child', 'person'];
const DATA = [
  ...PUPIL.flatMap((word) => [`data-${word}`, `data-${word}-id`, `data-${word}id`]),
  'data-upn',
  'data-adno',
  'data-admission-number',
];
const LINK_ID = /(?:pupil|student|learner|person|child)[-_]?ids?(?:=|\/|%3d)([\w-]*\d[\w-]*)/i;
const LINK_PATH = /\/(?:pupil|student|learner|child)(?:s|ren)?\/([\w-]*\d[\w-]*)/i;
const HIDDEN = PUPIL.map((word) => `input[type=hidden][name*="${word}" i]`).join(',');
const TOKEN = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[a-z\d]*\d[a-z\d]*/gi;
/** ASP.NET numbers its repeated rows so. */
const ROW_NUMBER = /^ctl\d+$/i;
/** Numbers that follow each other from here or below are the rows' own, not pupils'. */
const HIGHEST_FIRST_ROW = 9;
const SAMPLE = 3;

/** A row and the field name of its mark. */
export interface Named {
  readonly row: Element;
  readonly field: string | null;
}

type Ids = readonly (string | null)[];

/**
 * The MIS's own id of the pupil in each row, all from one kind of place: data attributes, links, hidden fields, or the
 * names of the marks' fields. Never from the rows' order. Null where a row has none.
 */
export function identify(root: Element, rows: readonly Named[]): Ids {
  const collected = placesIn(rows).map(([selector, read]) => collect(root, rows, selector, read));
  const usable = [...collected, ...fieldTokens(rows)].filter((ids) => !areRowNumbers(ids));
  return usable.find((ids) => distinct(ids) === rows.length) ?? best(usable) ?? rows.map(() => null);
}

/** A selector, and how an id is read from what it finds. */
type Place = readonly [string, (element: Element) => string | null | undefined];

const LINKS: Place = [
  'a[href]',
  (link) => {
    const href = link.getAttribute('href') ?? '';
    return LINK_ID.exec(href)?.[1] ?? LINK_PATH.exec(href)?.[1];
  },
];
const FIELDS: Place = [HIDDEN, (field) => field.getAttribute('value')];

/** Only the data attributes that the first rows have are looked for in all. */
function placesIn(rows: readonly Named[]): readonly Place[] {
  const has = (selector: string): boolean =>
    rows.slice(0, SAMPLE).some(({ row }) => row.matches(selector) || row.querySelector(selector) !== null);
  const data = DATA.map((name): Place => [`[${name}]`, (element) => element.getAttribute(name)]);
  return [...data, LINKS, FIELDS].filter(([selector]) => has(selector));
}

/** Parts of the fields' names with a figure in them, by their place in the name. One row alone cannot tell two apart. */
function fieldTokens(rows: readonly Named[]): readonly Ids[] {
  const tokens = rows.map(
    ({ field }) => field?.match(TOKEN)?.filter((token) => !ROW_NUMBER.test(token)) ?? [],
  );
  const longest = Math.max(0, ...tokens.map((list) => list.length));
  if (rows.length === 1 && longest > 1) return [];
  return Array.from({ length: longest }, (_, i) => tokens.map((list) => list[i] ?? null));
}

/** The one id in each row; null where there is none, or two. */
function collect(root: Element, rows: readonly Named[], selector: string, read: Place[1]): Ids {
  const ids = new Map(rows.map(({ row }) => [row, new Set<string>()]));
  const add = (element: Element): void => {
    let row: Element | null = element;
    while (row && row !== root && !ids.has(row)) row = row.parentElement;
    const id = read(element);
    if (row && id && /\d/.test(id)) ids.get(row)?.add(id);
  };
  for (const element of root.querySelectorAll(selector)) add(element);
  return rows.map(({ row }) => only(ids.get(row) ?? new Set()));
}

function only(ids: ReadonlySet<string>): string | null {
  const [id, ...others] = ids;
  return id !== undefined && others.length === 0 ? id : null;
}

function areRowNumbers(ids: Ids): boolean {
  const numbers = ids.flatMap((id) => (id === null ? [] : Number(/\d+$/.exec(id)?.[0])));
  const first = numbers[0] ?? Number.NaN;
  return first <= HIGHEST_FIRST_ROW && numbers.every((n, i) => n === first + i);
}

const distinct = (ids: Ids): number => new Set(ids.filter((id) => id !== null)).size;

/** The kind that tells most pupils apart; one and the same id on every row is no pupil's id. */
function best(kinds: readonly Ids[]): Ids | undefined {
  return kinds.filter((ids) => distinct(ids) > 1).sort((a, b) => distinct(b) - distinct(a))[0];
}
