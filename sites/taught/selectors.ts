/** Attributes that say what state an element is in, or whose it is, not what it is. */
const PASSING =
  /^(?:class|id|style|lang|dir|value|checked|selected|disabled|readonly|required|hidden|open|title|alt|href|src|for|tabindex|placeholder|autocomplete|headers|aria-(?!colindex).*|data-(?:rw|v-.*|state|value|status|selected|active|saved|reactid|index))$|^on|index|level/i;
/** The words of states a line or a mark passes through, and of its place among the others. */
const STATE =
  /(?:^|[-_])(?:present|absent|late|un?marked|un?saved|changed|dirty|pristine|(?:un)?touched|(?:in)?valid|(?:un)?selected|(?:in)?active|hover|focus(?:ed)?|odd|even|first|last|open|closed|(?:un)?checked|current|disabled|highlight(?:ed)?|error|warning|success|danger|loading|pressed|on|off|ng|is|has|css|sc|jss)(?:[-_]|$)/i;
const WORD = /^[a-z][a-z_:.-]{0,40}$/i;
/** Letters no person would put in a row: what tools make of a class's name. */
const HASH = /[a-z][A-Z]{2,}|[A-Z]{2,}[a-z]|[bcdfghjklmnpqrstvwxz]{5}|(?:[a-z][A-Z]){2}/;

const isStable = (text: string): boolean => WORD.test(text) && !STATE.test(text) && !HASH.test(text);

/** Short selectors that fit an element by what it is, the ones that last longest first; its tag the last. */
export function selectorsOf(element: Element): readonly string[] {
  const tag = element.localName;
  const attributes = [...element.attributes].filter(
    ({ name }) => /^[a-z][\w-]*$/i.test(name) && !PASSING.test(name),
  );
  const valued = attributes
    .filter(({ value, name }) => isStable(value) || (name === 'aria-colindex' && /^\d{1,3}$/.test(value)))
    .map(({ name, value }) => `${tag}[${name}="${CSS.escape(value)}"]`);
  const named = attributes.filter(({ name }) => isStable(name)).map(({ name }) => `${tag}[${name}]`);
  const classes = [...element.classList].filter(isStable).map((name) => `${tag}.${CSS.escape(name)}`);
  return [...new Set([...valued, ...named.filter((each) => /\[data-/.test(each)), ...classes, tag])];
}

/** Selectors of something there is one of: its id first, where a person gave it. */
export function anchorsOf(element: Element): readonly string[] {
  const own = isStable(element.id) ? [`#${CSS.escape(element.id)}`] : [];
  return [...own, ...selectorsOf(element).filter((selector) => selector !== element.localName)];
}

/** The tags from below `top` down to `element`: `tbody > tr`. */
export function tagPath(top: Element, element: Element): string {
  const tags: string[] = [];
  for (let at: Element | null = element; at && at !== top; at = at.parentElement) tags.unshift(at.localName);
  return tags.join(' > ');
}

/** By its place among the cells of a line, and below that by tag: for what nothing else tells apart. */
export function placePaths(line: Element, element: Element): readonly string[] {
  const steps: Element[] = [];
  for (let at: Element | null = element; at && at !== line; at = at.parentElement) steps.unshift(at);
  const [cell, ...below] = steps;
  if (!cell) return [];
  const nth = (at: Element) =>
    `${at.localName}:nth-child(${[...(at.parentElement?.children ?? [])].indexOf(at) + 1})`;
  const tail = below.at(-1);
  return [
    ...(tail ? [`:scope > ${nth(cell)} ${tail.localName}`] : []),
    `:scope > ${[nth(cell), ...below.map((each) => each.localName)].join(' > ')}`,
    `:scope > ${steps.map(nth).join(' > ')}`,
  ];
}
