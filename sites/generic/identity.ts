const PUPIL = ['pupil', 'student', 'learner', 'child', 'person'];
const DATA = [
  ...PUPIL.flatMap((word) => [`data-${word}`, `data-${word}-id`, `data-${word}id`]),
  'data-upn',
  'data-adno',
  'data-admission-number',
];
const DATA_SELECTOR = DATA.map((name) => `[${name}]`).join(',');
const LINK_ID = /(?:pupil|student|learner|person|child)[-_]?ids?(?:=|\/|%3d)([\w-]*\d[\w-]*)/i;
const LINK_PATH = /\/(?:pupil|student|learner|child)(?:s|ren)?\/([\w-]*\d[\w-]*)/i;
const HIDDEN = PUPIL.map((word) => `input[type=hidden][name*="${word}" i]`).join(',');
const TOKEN = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[a-z\d]*\d[a-z\d]*/gi;
/** ASP.NET numbers its repeated rows so. */
const ROW_NUMBER = /^ctl\d+$/i;
/** Numbers that follow each other from here or below are the rows' own, not pupils'. */
const HIGHEST_FIRST_ROW = 9;

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
export function identify(rows: readonly Named[]): Ids {
  const kinds = [byData, byLink, byHidden].map((read) => rows.map(({ row }) => read(row)));
  const tokens = rows.map(({ field }) => field?.match(TOKEN) ?? []);
  const longest = Math.max(0, ...tokens.map((list) => list.length));
  for (let i = 0; i < longest; i++) kinds.push(tokens.map((list) => notRow(list[i])));
  const usable = kinds.filter((ids) => !areRowNumbers(ids));
  return usable.find((ids) => distinct(ids) === rows.length) ?? best(usable) ?? rows.map(() => null);
}

const byData = (row: Element): string | null => {
  const elements = row.matches(DATA_SELECTOR) ? [row] : [...row.querySelectorAll(DATA_SELECTOR)];
  return only(elements.flatMap((element) => DATA.flatMap((name) => element.getAttribute(name) || [])));
};

const byLink = (row: Element): string | null =>
  only(
    [...row.querySelectorAll('a[href]')].flatMap((link) => {
      const href = link.getAttribute('href') ?? '';
      return LINK_ID.exec(href)?.[1] ?? LINK_PATH.exec(href)?.[1] ?? [];
    }),
  );

const byHidden = (row: Element): string | null =>
  only([...row.querySelectorAll<HTMLInputElement>(HIDDEN)].map(({ value }) => value));

function only(ids: readonly string[]): string | null {
  const [id, ...others] = new Set(ids.filter((text) => /\d/.test(text)));
  return id !== undefined && others.length === 0 ? id : null;
}

const notRow = (token: string | undefined): string | null =>
  token === undefined || ROW_NUMBER.test(token) ? null : token;

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
